// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/plannedroads.h"
#include "models/store/proposalchanges.h"
#include "models/sync/proposalclient.h"
#include "models/verbs/arrangeroutes.h"
#include "widgets/parts/depottime.h"
#include "widgets/reroute/reroutepane.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QMenu;

namespace Doorstep {

class ActionList;
class Desk;
class Handling;
class MainWindow;
class MapFeed;
class MapView;
struct LiveStore;

/// Reroutings, whichever way they are asked for: asks the backend, keeps what it proposes and what the person makes of
/// it, shows it in the pane and on the map, sends it as one decision, and takes it back. UI thread.
class RerouteWork : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        MainWindow &window;
        ReroutePane &pane;
        MapView &map;
        MapFeed &feed;
        Handling &handling;
    };

    /// Adds its actions to \a actions; before the window makes its menus of them. Both must outlive this.
    RerouteWork(LiveStore &store, ActionList &actions, QObject *parent = nullptr);
    ~RerouteWork() override;

    /// Where it happens, made after the window.
    void setPlace(const Place &place);
    /// Who answers; nullptr while there is no server.
    void setProposals(ProposalClient *proposals);
    void setDepotTime(const DepotTime &time);
    /// Looks again at what can be started with what is selected.
    void refresh();
    /// Adds what can be started.
    void fill(QMenu &menu);

    /// Together with the routes that are near.
    void rescue(const RouteId &route);
    void ask(const Rerouting &asked);

private:
    /// A proposal and what became of it.
    struct Entry
    {
        ProposalDraft draft;
        DriverId sick; ///< Goes off duty with it.
        ArrangeRoutes sent;
        QString sentText;
        QDateTime sentAt; ///< Invalid: it was not.
        bool isSent = false;
        bool isSeen = false; ///< On the drivers' lists, as they are shown.
    };

    void addActions();
    void listenToDesk();
    void startWithSelection();
    void startWithLeaving(bool isSick);
    [[nodiscard]] Rerouting scopeOfSelection() const;
    void addTouched(Rerouting &asked) const;
    [[nodiscard]] QList<QGeoCoordinate> addStops(Rerouting &asked) const;
    [[nodiscard]] RouteId worstRoute() const;
    void start(const Rerouting &asked, const DriverId &sick = {});
    void askAgain();
    void take(const Proposal &proposal);
    void takeProblem(const ProposalClient::Problem &problem);
    void takeCheck(const Proposal &checked);
    void touch(const std::function<void(ProposalDraft &)> &change);
    void check();
    void send();
    void takeBack();
    void giveBack();
    void unsend(const QString &text);
    void followWorld();
    void followWorld(Entry &entry) const;
    void discard();
    void choose(qsizetype index);
    void tell(const StopId &stop, const QDateTime &arrival);
    void liftClosure(const ClosureId &closure);
    void show();
    void showStage();
    [[nodiscard]] ReroutePane::Stage stage() const;
    void showOnMap();
    void takeRoads(const QList<Drive> &drives, const Wire::DriveLines &lines);
    void showProblem(const QString &text, const QString &wayOut, std::function<void()> act);
    void review();
    void followSelection();
    [[nodiscard]] Entry *current();
    [[nodiscard]] const Entry *current() const;
    [[nodiscard]] RouteId chosenRoute() const;
    [[nodiscard]] bool isSearchingForCurrent() const;

    LiveStore &m_store;
    ActionList &m_actions;
    DepotTime m_time;
    MainWindow *m_window = nullptr;
    ReroutePane *m_pane = nullptr;
    MapView *m_map = nullptr;
    MapFeed *m_feed = nullptr;
    Handling *m_handling = nullptr;
    QPointer<ProposalClient> m_proposals;
    QPointer<Desk> m_desk;
    Rerouting m_asked; ///< The question that is shown.
    DriverId m_sick;
    QList<Entry> m_entries; ///< The oldest first.
    qsizetype m_current = -1; ///< -1: no proposal is shown.
    bool m_isAwaited = false; ///< The answer to the last question has not begun.
    bool m_isFocusWanted = false; ///< By who has just asked, once there is something to see.
    bool m_isPlannedShown = true;
    bool m_isOurSelection = false;
    Expiry m_expiry; ///< Of the one that is shown.
    PlannedRoads m_roads; ///< Of the proposals at hand.
    QList<Drive> m_roadsAsked; ///< Not again and again, where nobody answers.
    RouteId m_route; ///< Whose list is shown.
    std::function<void()> m_wayOut;
    QTimer m_soon;
};

} // namespace Doorstep
