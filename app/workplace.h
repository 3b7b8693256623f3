// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/lists/notelistmodel.h"
#include "models/lists/routefiltermodel.h"
#include "models/lists/routelistmodel.h"
#include "models/lists/searchmodel.h"
#include "models/lists/stoplistmodel.h"
#include "models/lists/timelinemodel.h"
#include "widgets/map/tilesource.h"
#include "widgets/parts/depottime.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/arrangement.h"
#include "widgets/shell/topbar.h"

#include <QObject>

#include <memory>

class QSettings;

namespace Doorstep {

class Alerting;
class AlertSheet;
class Announcer;
class Appearance;
class Asking;
class AttentionPane;
class Casework;
class ClosureWork;
class CustomerWork;
class ClinicWork;
class CasesPane;
class DayPane;
class Desk;
class Dragging;
class DetailsPane;
class DriversPane;
class Handling;
class HandlingActions;
class MainWindow;
class MapFeed;
class MapView;
class PlacesClient;
class ProposalClient;
class QueueViews;
class ReroutePane;
class RerouteWork;
class RoutesPane;
class StopsPane;
class RateWork;
class ThresholdWork;
class TimelinePane;
class TrialClient;
class WaysOut;
struct LiveStore;
struct SearchHit;

/// One window upon the live store: makes the lists and the panes, and connects what they ask for to what does it.
class Workplace : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the workplace.
    Workplace(LiveStore &store, Appearance &appearance, QObject *parent = nullptr);
    ~Workplace() override;
    Q_DISABLE_COPY_MOVE(Workplace)

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] MapView &map() const { return *m_map; }
    [[nodiscard]] ActionList &actions() { return m_actions; }
    [[nodiscard]] Casework &casework() const { return *m_casework; }
    [[nodiscard]] ClosureWork &closureWork() const { return *m_closureWork; }
    [[nodiscard]] ClinicWork &clinic() const { return *m_clinic; }
    [[nodiscard]] RerouteWork &rerouteWork() const { return *m_rerouteWork; }
    [[nodiscard]] Handling &handling() { return *m_handling; }
    [[nodiscard]] Dragging &dragging() { return *m_dragging; }
    [[nodiscard]] HandlingActions &handlingActions() { return *m_handlingActions; }
    [[nodiscard]] const DepotTime &depotTime() const noexcept { return m_time; }

    [[nodiscard]] QueueViews &queueViews() const { return *m_queueViews; }
    [[nodiscard]] Alerting &alerting() { return *m_alerting; }
    /// Who tells of new cases; must outlive the workplace.
    void setAnnouncer(Announcer &announcer);

    /// Where decisions are made from now on; nullptr while there is no server.
    void setDesk(Desk *desk);
    /// Who answers about places; nullptr while there is no server.
    void setPlaces(PlacesClient *places);
    /// Who tries thresholds on past days; nullptr while there is no server.
    void setTrials(TrialClient *trials);
    /// Who reroutes; nullptr while there is no server.
    void setProposals(ProposalClient *proposals);

    void setTiles(const TileSource &source, const QString &cacheDirectory);
    /// Selects and shows what a link or a search names: "driver", "stop" or "route".
    void show(const QString &kind, const QString &id);

    /// Gives the queue the focus and selects what is due first, unless something is selected.
    void selectMostUrgent();
    /// The same again as long as the person has chosen nothing: what was most urgent may have changed.
    void reconsiderMostUrgent();

    /// Window, arrangements, selection and camera, in the current group of \a settings.
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

private:
    void makePanes();
    void addGoActions();
    void addSelectionActions();
    void addPaneActions();
    void connectPanes();
    void connectMap();
    void connectHandling();
    void goTo(const QString &pane, QWidget *focus);
    void step(int key);
    void fitSelection();
    void doBest();
    void follow(bool on);
    void copyTrackingNumber();
    void openContextMenu(QPoint globalPosition);
    void connectAlerts();
    void noteSeen();
    void followPerson(Desk *desk);
    void filterBy(TopBar::Figure figure);
    void showSelection();
    void showFigures();
    void showDay();
    void chooseMostUrgent();
    void focusMainList(Arrangement arrangement);
    [[nodiscard]] bool isChoiceSettled() const;
    void tick();
    [[nodiscard]] QString trackingNumber() const;

    LiveStore &m_store;
    Appearance &m_appearance;
    RouteListModel m_routeList;
    RouteFilterModel m_routes;
    StopListModel m_stops;
    TimelineModel m_timeline;
    AttentionListModel m_attention;
    AttentionFilterModel m_openAttention;
    NoteListModel m_notes;
    SearchModel m_search;
    ActionList m_actions;
    DepotTime m_time;
    bool m_isChoosing = false;
    bool m_isChosenByUs = false; ///< The selection is the most urgent one, and no person's choice.

    std::unique_ptr<Alerting> m_alerting;
    std::unique_ptr<QueueViews> m_queueViews;
    std::unique_ptr<Casework> m_casework;
    std::unique_ptr<WaysOut> m_waysOut;
    std::unique_ptr<ClosureWork> m_closureWork;
    std::unique_ptr<ThresholdWork> m_thresholdWork;
    std::unique_ptr<RateWork> m_rateWork;
    std::unique_ptr<CustomerWork> m_customerWork;
    std::unique_ptr<ClinicWork> m_clinic;
    std::unique_ptr<RerouteWork> m_rerouteWork;
    std::unique_ptr<HandlingActions> m_handlingActions;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Handling> m_handling;
    std::unique_ptr<Asking> m_asking;
    std::unique_ptr<Dragging> m_dragging;
    // Owned by the window:
    MapView *m_map = nullptr;
    RoutesPane *m_routesPane = nullptr;
    TimelinePane *m_timelinePane = nullptr;
    AttentionPane *m_attentionPane = nullptr;
    DetailsPane *m_detailsPane = nullptr;
    StopsPane *m_stopsPane = nullptr;
    DriversPane *m_driversPane = nullptr;
    DayPane *m_dayPane = nullptr;
    CasesPane *m_casesPane = nullptr;
    ReroutePane *m_reroutePane = nullptr;
    AlertSheet *m_alertSheet = nullptr;
    std::unique_ptr<MapFeed> m_mapFeed;
};

} // namespace Doorstep
