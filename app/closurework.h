// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/domain/closure.h"
#include "widgets/parts/depottime.h"

#include <QObject>
#include <QPointer>

class QMenu;

namespace Doorstep {

class ActionList;
class ClosureSheet;
class Handling;
class MainWindow;
class MapView;
struct LiveStore;

/// Everything about closures, whichever way it is asked for: drawing one on the map, taking them from a GeoJSON file,
/// changing and lifting one, showing and holding what it touches. UI thread.
class ClosureWork : public QObject
{
    Q_OBJECT
public:
    /// Adds its actions to \a actions; before the window makes its menus of them. Both must outlive this.
    ClosureWork(LiveStore &store, ActionList &actions, QObject *parent = nullptr);

    /// Where it happens, made after the window.
    void setPlace(MainWindow &window, MapView &map, Handling &handling);
    void setDepotTime(const DepotTime &time) { m_time = time; }
    /// Takes the areas of a GeoJSON file: asks for the hours, or says what is wrong and what to do.
    void import(const QString &path);
    /// Adds what can be done with the closure of the chosen case; nothing when it is none.
    void fill(QMenu &menu);

Q_SIGNALS:
    void showRequested(const QList<QGeoCoordinate> &places);

private:
    using Act = void (ClosureWork::*)(const Closure &closure);

    void refresh();
    void draw();
    void chooseFile();
    void askFor(const QList<QGeoCoordinate> &corners);
    void save(const Closure &closure);
    void edit(const Closure &closure);
    void lift(const Closure &closure);
    void showTouched(const Closure &closure);
    void holdTouched(const Closure &closure);
    /// The closure of the chosen case, or the only one there is, or asks which.
    void withClosure(Act act);
    [[nodiscard]] const Closure *chosen() const;
    [[nodiscard]] QList<Closure> closures() const; ///< Those that are not over.
    [[nodiscard]] DepotId depot(const QGeoCoordinate &near) const;

    LiveStore &m_store;
    ActionList &m_actions;
    DepotTime m_time;
    Handling *m_handling = nullptr;
    // Owned by the window:
    MainWindow *m_window = nullptr;
    MapView *m_map = nullptr;
    ClosureSheet *m_sheet = nullptr;
    QList<Closure> m_more; ///< Of a file: what gets the same as the one that is asked about.
};

} // namespace Doorstep
