// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// The panes of a workplace, and what they ask of each other; how it is put together is in workplace.cpp.
#include "app/asking.h"
#include "app/casework.h"
#include "app/clinicwork.h"
#include "app/closurework.h"
#include "app/customerwork.h"
#include "app/dragging.h"
#include "app/handling.h"
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "app/queueviews.h"
#include "app/ratework.h"
#include "app/reroutework.h"
#include "app/thresholdwork.h"
#include "app/waysout.h"
#include "app/workplace.h"
#include "models/sync/pastdecisions.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/concernwords.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/historypage.h"
#include "widgets/attention/nextsteps.h"
#include "widgets/attention/nextstoprow.h"
#include "widgets/map/mapfeed.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopspane.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/panelheader.h"
#include "widgets/reroute/reroutepane.h"
#include "widgets/routes/routespane.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/toasts.h"
#include "widgets/shell/workbench.h"
#include "widgets/supervision/casespane.h"
#include "widgets/supervision/daypane.h"
#include "widgets/supervision/driverspane.h"
#include "widgets/timeline/timelinepane.h"
#include "widgets/timeline/timelineview.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace Doorstep {

void Workplace::makePanes()
{
    auto &fleet = m_store.fleet;
    auto &concerns = m_store.concerns;
    auto &selection = m_store.selection;
    auto &clock = m_store.clock;
    m_routesPane = new RoutesPane(m_routes, selection, clock);
    m_map = new MapView(clock);
    m_timelinePane = new TimelinePane(new TimelineView(m_timeline, m_routes, selection, clock));
    m_attentionPane = new AttentionPane(m_openAttention, selection, clock);
    m_detailsPane = new DetailsPane(fleet, selection, clock, m_notes,
                                    new HistoryPage(m_store.history, pastDecisionOf, fleet, clock));
    m_detailsPane->steps().setActions(m_handlingActions->stepActions());
    m_detailsPane->setConcerns(concerns);
    m_detailsPane->setPresence(m_store.presence);
    m_attention.setPresence(m_store.presence);
    m_attention.setSeen(m_store.seen);
    m_stops.setPresence(m_store.presence);
    m_detailsPane->follow(m_store.overlay);
    m_stopsPane = new StopsPane(m_stops, selection);
    m_driversPane = new DriversPane(fleet, selection, clock);
    m_dayPane = new DayPane(fleet, clock);
    m_dayPane->setFigures(m_store.figures);
    m_casesPane = new CasesPane(fleet, clock, &ConcernWords::kindName);
    m_reroutePane = new ReroutePane(fleet);

    m_window->addPane(
        {.name = u"routes"_s, .title = tr("Routes"), .header = m_routesPane->header(), .body = m_routesPane});
    m_window->addPane({.name = u"map"_s, .title = tr("Map"), .header = nullptr, .body = m_map});
    m_window->addPane(
        {.name = u"timeline"_s, .title = tr("Timeline"), .header = m_timelinePane->header(), .body = m_timelinePane});
    m_window->addPane({.name = u"attention"_s,
                       .title = tr("Needs attention"),
                       .header = m_attentionPane->header(),
                       .body = m_attentionPane});
    m_window->addPane({.name = u"details"_s, .title = tr("Details"), .header = nullptr, .body = m_detailsPane});
    m_window->addPane(
        {.name = u"reroute"_s, .title = tr("Reroute"), .header = m_reroutePane->header(), .body = m_reroutePane});
    m_window->addPane({.name = u"stops"_s, .title = tr("Stops"), .header = m_stopsPane->header(), .body = m_stopsPane});
    m_window->addPane({.name = u"drivers"_s, .title = tr("Drivers"), .header = nullptr, .body = m_driversPane});
    m_window->addPane({.name = u"day"_s, .title = tr("Stops over the day"), .header = nullptr, .body = m_dayPane});
    m_window->addPane({.name = u"cases"_s, .title = tr("Kinds of cases"), .header = nullptr, .body = m_casesPane});
    m_mapFeed = std::make_unique<MapFeed>(fleet, concerns, selection, clock, *m_map);
    m_mapFeed->follow(m_store.overlay);
}

void Workplace::connectPanes()
{
    const auto fit = [this] { fitSelection(); };
    connect(m_routesPane, &RoutesPane::routeActivated, this, fit);
    connect(m_casework.get(), &Casework::showRequested, this, [this](const Subject &about) {
        if (about.kind == Subject::Kind::Stop)
            show(u"stop"_s, about.id);
        else if (about.kind == Subject::Kind::Route)
            show(u"route"_s, about.id);
        else if (about.kind == Subject::Kind::Driver)
            show(u"driver"_s, about.id);
    });
    connect(m_attentionPane, &AttentionPane::activated, this, fit);
    connect(m_attentionPane, &AttentionPane::bestRequested, this, &Workplace::doBest);
    connect(&m_detailsPane->steps(), &NextSteps::moreRequested, this, &Workplace::openContextMenu);
    connect(m_detailsPane, &DetailsPane::contextMenuRequested, this, &Workplace::openContextMenu);
    connect(m_queueViews.get(), &QueueViews::shown, this, [this] { goTo(u"attention"_s, m_attentionPane->list()); });
    connect(m_stopsPane, &StopsPane::stopActivated, this, fit);
    connect(&m_timelinePane->view(), &TimelineView::stopActivated, this, fit);
    connect(m_driversPane, &DriversPane::routeActivated, this, [this](const RouteId &route) {
        m_window->workbench().showArrangement(Arrangement::Dispatch);
        show(u"route"_s, route.toString());
    });
    connect(m_casesPane, &CasesPane::kindActivated, this, [this](const QString &word) {
        m_window->workbench().showArrangement(Arrangement::Support);
        m_attentionPane->showKind(word);
    });
    // Focus that went with a hidden pane belongs to the list this arrangement is about, not to the next control.
    connect(&m_window->workbench(), &Workbench::arrangementChanged, this, &Workplace::focusMainList,
            Qt::QueuedConnection);
    connect(m_routesPane, &RoutesPane::contextMenuRequested, this, &Workplace::openContextMenu);
    connect(m_attentionPane, &AttentionPane::contextMenuRequested, this, &Workplace::openContextMenu);
    connect(m_stopsPane, &StopsPane::contextMenuRequested, this, &Workplace::openContextMenu);
    connect(&m_timelinePane->view(), &TimelineView::contextMenuRequested, this, &Workplace::openContextMenu);
}

void Workplace::connectMap()
{
    connect(m_map, &MapView::followedDriverChanged, this, &Workplace::showSelection);
    connect(m_map, &MapView::stopActivated, this, [this] { fitSelection(); });
    connect(m_map, &MapView::contextMenuRequested, this, [this](const MapSelection &under, QPoint at) {
        // On one of many selected, the menu is about all of them.
        const bool isOneOfMany =
            std::ranges::any_of(under.stops, [this](const StopId &stop) { return m_store.selection.contains(stop); });
        if (!under.stops.isEmpty() && !isOneOfMany)
            m_store.selection.selectStops(under.stops.values());
        else if (under.stops.isEmpty() && !under.drivers.isEmpty())
            m_store.selection.selectDriver(*under.drivers.cbegin());
        openContextMenu(at);
    });
}

void Workplace::connectHandling()
{
    m_handling = std::make_unique<Handling>(m_store, *m_window);
    m_handling->toasts().setPlace(m_map);
    m_handlingActions->setHandling(*m_handling, *m_window);
    m_closureWork->setPlace(*m_window, *m_map, *m_handling);
    m_thresholdWork->setPlace(*m_window, *m_casesPane, *m_handling);
    m_rateWork->setPlace(*m_window, *m_handling);
    m_customerWork->setHandling(*m_handling);
    m_rerouteWork->setPlace(
        {.window = *m_window, .pane = *m_reroutePane, .map = *m_map, .feed = *m_mapFeed, .handling = *m_handling});
    m_asking = std::make_unique<Asking>(m_store, *m_window, *m_handling, *m_handlingActions);
    m_dragging = std::make_unique<Dragging>(m_store, *m_handling);
    m_dragging->addStops(*m_stopsPane->table(), StopListModel::StopIdRole, true);
    m_dragging->addStops(*m_attentionPane->list(), AttentionListModel::StopIdRole, false);
    m_dragging->addRoutes(*m_routesPane->list(), RouteListModel::RouteIdRole);
    m_dragging->addTimeline(m_timelinePane->view());
    m_dragging->addMap(*m_map);
    for (auto *row : m_detailsPane->nextRows())
        m_dragging->addStop(*row, [row] { return row->stop(); });
    m_waysOut->setPlace({.window = *m_window,
                         .cases = m_openAttention,
                         .attention = *m_attentionPane,
                         .details = *m_detailsPane,
                         .handling = *m_handling});
    connect(m_waysOut.get(), &WaysOut::rerouteRequested, m_rerouteWork.get(), &RerouteWork::rescue);
    connect(m_handling.get(), &Handling::deciding, m_attentionPane, &AttentionPane::goOn);
    connect(m_detailsPane, &DetailsPane::placeRequested, this, [this](const QGeoCoordinate &place) {
        m_window->showPane(u"map"_s);
        m_map->fit(QList{place});
    });
    connect(m_driversPane, &DriversPane::contextMenuRequested, this, &Workplace::openContextMenu);
    // The clinic and the editor are in the same place.
    connect(m_handlingActions.get(), &HandlingActions::editRequested, m_clinic.get(), &ClinicWork::close);
    connect(m_handlingActions.get(), &HandlingActions::noteRequested, m_clinic.get(), &ClinicWork::close);
    connect(m_clinic.get(), &ClinicWork::opening, m_casework.get(), &Casework::endEditing);
    connect(m_clinic.get(), &ClinicWork::deciding, m_attentionPane, &AttentionPane::goOn);
    connect(m_clinic.get(), &ClinicWork::editingChanged, m_casework.get(), &Casework::editingChanged);
    connect(m_handlingActions.get(), &HandlingActions::editRequested, m_casework.get(), &Casework::edit);
    connect(m_handlingActions.get(), &HandlingActions::noteRequested, m_casework.get(), &Casework::writeNote);
    connect(m_handling.get(), &Handling::setbacksRequested, m_casework.get(), &Casework::showSetbacks);
    connect(m_handling.get(), &Handling::showRequested, this, [this](const Subject &subject) {
        if (subject.kind == Subject::Kind::Stop)
            show(u"stop"_s, subject.id);
        else if (subject.kind == Subject::Kind::Route)
            show(u"route"_s, subject.id);
        else if (subject.kind == Subject::Kind::Driver)
            show(u"driver"_s, subject.id);
    });
}

} // namespace Doorstep
