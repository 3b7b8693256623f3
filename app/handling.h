// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/domain/driver.h"
#include "models/domain/stop.h"
#include "models/store/setback.h"

#include <QObject>
#include <QPointer>

namespace Doorstep {

class MainWindow;
class ResultsPanel;
class Toasts;
struct LiveStore;

/// What a person does to stops and drivers, whichever way they do it: menus, keys, palette and drags all end here. Says
/// what came of it in toasts, and row by row for an action on many. UI thread.
class Handling : public QObject
{
    Q_OBJECT
public:
    using BuildOne = std::function<QList<Verb>(const Scene &, const StopId &)>;
    using BuildAll = std::function<QList<Verb>(const Scene &)>;

    /// Both must outlive this.
    Handling(LiveStore &store, MainWindow &window, QObject *parent = nullptr);
    ~Handling() override;

    /// Where decisions are made from now on; nullptr while there is no server.
    void setDesk(Desk *desk);
    [[nodiscard]] Desk *desk() const { return m_desk; }
    /// Whether the work is hidden because nobody is there.
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] Toasts &toasts() const { return *m_toasts; }
    [[nodiscard]] ResultsPanel &results() const { return *m_results; }

    /// Why \a verbs cannot be done now, for a person to read; empty when they can. Without any there is nothing to do,
    /// and \a nothing says why.
    [[nodiscard]] QString reasonAgainst(const QList<Verb> &verbs, const QString &nothing = {}) const;
    [[nodiscard]] QString reasonAgainst(const QList<StopId> &stops, const BuildOne &build) const;

    /// Does one thing: all of it or nothing.
    bool perform(const QString &text, const QList<Verb> &verbs);
    /// Does the same to each of \a stops, with what became of each when there are several.
    void performEach(const QString &text, const QList<StopId> &stops, const BuildOne &build);

    // Plans of routes. `position` as in Decisions::assign().
    [[nodiscard]] QString reasonAgainstMove(const QList<StopId> &stops, const RouteId &route, qsizetype position) const;
    void move(const QList<StopId> &stops, const RouteId &route, qsizetype position = -1);
    /// Where \a stops make the shortest way as the crow flies, among what is still to come; -1 is the end.
    [[nodiscard]] qsizetype bestPlace(const QList<StopId> &stops, const RouteId &route) const;
    /// "To Carla Núñez, as stop 7, before Rivera 2100".
    [[nodiscard]] QString wordsOfMove(const QList<StopId> &stops, const RouteId &route, qsizetype position) const;
    void unassign(const QList<StopId> &stops);
    /// The first place of \a route where something may still be put: after what is done and where the driver is.
    [[nodiscard]] qsizetype firstOpenPlace(const RouteId &route) const;

    void undo();
    void redo();

    /// "Rivera 2100", or "3 stops".
    [[nodiscard]] QString nameOf(const QList<StopId> &stops) const;
    /// Who drives \a route: "Carla Núñez".
    [[nodiscard]] QString nameOf(const RouteId &route) const;

Q_SIGNALS:
    /// The person is about to decide something; what comes of it is told later.
    void deciding();
    /// The desk, what can be undone, or what may be decided has changed.
    void changed();
    void showRequested(const Doorstep::Subject &subject);
    /// The person wants to see what was not taken.
    void setbacksRequested();

private:
    [[nodiscard]] QString textOfMove(const QList<StopId> &stops, const RouteId &route) const;
    [[nodiscard]] QGeoCoordinate whereIs(const Route &route, qsizetype i) const;
    void listen();
    void tellPerformed(const QString &text, bool canUndo);
    void tellRefused(const QString &text, const Refusal &refusal);
    void tellUndoRefused(const QString &text, const Refusal &refusal);
    void tellSetback(const Setback &setback);
    void showResults(int action, const QList<RowResult> &rows);
    /// \a text, and of many how many it is true of.
    [[nodiscard]] static QString saidOf(const QString &text, const QList<RowResult> &rows);
    void performAll(const QString &text, const QList<StopId> &stops, const BuildAll &build);
    [[nodiscard]] std::optional<Subject> subjectOfStep(int index) const;

    LiveStore &m_store;
    MainWindow &m_window;
    Toasts *m_toasts; ///< Owned by the window.
    ResultsPanel *m_results;
    QPointer<Desk> m_desk;
    QString m_shownText; ///< Of the action whose rows are shown.
    QList<StopId> m_shownStops; ///< Of an action that is one for all of them.
    int m_shownAction = 0;
    std::optional<Subject> m_turning; ///< What undo() is about.
};

} // namespace Doorstep
