// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/handling.h"
#include "models/store/advice.h"
#include "widgets/shell/actionlist.h"

#include <QTimer>

class QMenu;

namespace Doorstep {

/// The actions on what is selected, once: menu bar, palette, keys and every context menu show these. One that cannot be
/// done now is disabled and says why. UI thread.
class HandlingActions : public QObject
{
    Q_OBJECT
public:
    /// Adds them to \a actions, which must outlive this like \a store.
    HandlingActions(LiveStore &store, ActionList &actions, QObject *parent = nullptr);
    ~HandlingActions() override;

    /// What does them, made after the window whose menus the actions are in.
    void setHandling(Handling &handling, QWidget &window);
    /// The action that takes each step of advice.
    [[nodiscard]] QHash<Advice::Step, QAction *> stepActions() const;
    /// Looks again at what can be done with what is selected.
    void refresh();
    /// Fills \a menu for what is selected: the one builder for stops and the one for routes and drivers.
    void fill(QMenu &menu);
    /// The routes that the selected stops could be given to, each with its slack.
    void fillRoutes(QMenu &menu);

Q_SIGNALS:
    // What needs more than a click: whoever has the form for it asks.
    void callOffRequested(const Doorstep::StopId &stop);
    void rescheduleRequested(const Doorstep::StopId &stop);
    void visitRequested(const Doorstep::StopId &stop, Doorstep::Stop::Status outcome);
    void editRequested(const Doorstep::StopId &stop);
    void noteRequested(const Doorstep::Subject &about);

private:
    enum class Move : quint8 { Earlier, Later, Next, Last };
    struct Place
    {
        QList<StopId> stops; ///< In the order of their route.
        RouteId route;
        qsizetype position = -1;
        QString reason; ///< Why there is no such place.
    };

    void addEditActions();
    void addStopActions();
    void addMoveActions();
    void addDriverActions();
    void addClipboardActions();
    void refreshClipboard();
    void cut();
    void paste();
    [[nodiscard]] QList<StopId> cutStops() const;
    [[nodiscard]] Place placeToPaste() const;
    void addCallActions();
    void refreshCalls();
    void call(const QString &name, const QString &number);
    QAction *add(const QString &id, ActionList::Menu menu, const QString &text, const QKeySequence &key,
                 const QString &iconName, void (HandlingActions::*slot)());
    void allow(const QString &id, const QString &reason);
    void refreshStops();
    void refreshMarks(const QList<StopId> &chosen);
    void refreshRouting(const QList<StopId> &chosen);
    void refreshOutcomes(const QList<StopId> &chosen);
    void refreshEditing(const QList<StopId> &chosen);
    [[nodiscard]] bool isAnyOpen(const QList<StopId> &chosen) const;
    void refreshDriver();
    void move(Move how);
    void pin();
    void hold();
    void tryAgain();
    void fail(Stop::Failure failure);
    void setDuty(Driver::Duty duty);
    void askPosition();
    void popUp(void (HandlingActions::*fill)(QMenu &));
    void fillFailures(QMenu &menu);
    [[nodiscard]] Place placeFor(Move how) const;
    [[nodiscard]] QList<StopId> stops() const;
    [[nodiscard]] bool isEvery(bool Stop::*flag) const;
    [[nodiscard]] QString reasonOfOne(const Handling::BuildOne &build) const;

    LiveStore &m_store;
    ActionList &m_actions;
    Handling *m_handling = nullptr;
    QWidget *m_window = nullptr;
    QTimer m_soon;
};

} // namespace Doorstep
