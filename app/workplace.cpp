// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/workplace.h"

#include "app/alerting.h"
#include "app/asking.h"
#include "app/casework.h"
#include "app/clinicwork.h"
#include "app/closurework.h"
#include "app/customerwork.h"
#include "app/daywords.h"
#include "app/dragging.h"
#include "app/handling.h"
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "app/queueviews.h"
#include "app/ratework.h"
#include "app/reroutework.h"
#include "app/searching.h"
#include "app/thresholdwork.h"
#include "app/waysout.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/nextsteps.h"
#include "widgets/map/mapfeed.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopspane.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/stepbutton.h"
#include "widgets/routes/routespane.h"
#include "widgets/shell/figurebutton.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/supervision/daypane.h"
#include "widgets/timeline/timelinepane.h"
#include "widgets/timeline/timelineview.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Doorstep {

Workplace::Workplace(LiveStore &store, Appearance &appearance, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_appearance(appearance)
    , m_routeList(store.fleet)
    , m_routes(m_routeList)
    , m_stops(store.fleet)
    , m_timeline(store.fleet)
    , m_attention(store.fleet, store.concerns)
    , m_openAttention(m_attention)
    , m_notes(store.fleet)
    , m_search(store.fleet)
{
    // Before any pane follows the selection.
    connect(&store.selection, &Selection::changed, this, [this] {
        if (m_routesPane != nullptr)
            m_routesPane->setBeginsWithWorst(m_isChoosing);
    });
    m_routeList.follow(store.overlay);
    m_stops.follow(store.overlay);
    m_timeline.follow(store.overlay);
    m_attention.follow(store.overlay);
    addGoActions();
    addSelectionActions();
    m_handlingActions = std::make_unique<HandlingActions>(store, m_actions);
    m_closureWork = std::make_unique<ClosureWork>(store, m_actions);
    m_customerWork = std::make_unique<CustomerWork>(store, m_actions);
    m_clinic = std::make_unique<ClinicWork>(store, m_actions);
    m_rerouteWork = std::make_unique<RerouteWork>(store, m_actions);
    addPaneActions();
    m_queueViews = std::make_unique<QueueViews>(m_openAttention, store.selection, m_actions);
    m_thresholdWork = std::make_unique<ThresholdWork>(store, m_actions);
    m_rateWork = std::make_unique<RateWork>(store, m_actions);
    m_casework = std::make_unique<Casework>(store, m_actions);
    m_waysOut = std::make_unique<WaysOut>(store, m_actions);
    m_window = std::make_unique<MainWindow>(
        m_actions, appearance, [this](const QString &query, int limit) { return found(m_search, query, limit); });
    makePanes();
    m_casework->setPlace(
        *m_window, {.cases = m_openAttention, .attention = *m_attentionPane, .details = *m_detailsPane, .map = *m_map});
    m_queueViews->setPlace(*m_window, *m_attentionPane);
    m_clinic->setPlace(*m_window, {.details = *m_detailsPane, .map = *m_map});
    connectPanes();
    connectMap();
    connectHandling();
    connectAlerts();

    connect(&m_window->topBar(), &TopBar::figureRequested, this, &Workplace::filterBy);
    connect(m_window.get(), &MainWindow::hitChosen, this, [this](const SearchHit &hit) { show(hit.kind, hit.id); });
    connect(&store.figures, &DayFigures::changed, this, &Workplace::showFigures);
    connect(&store.clock, &ServerClock::ticked, this, &Workplace::tick);
    connect(&store.fleet, &Fleet::applied, this, &Workplace::showDay);
    connect(&store.selection, &Selection::changed, this, [this] {
        m_isChosenByUs = m_isChoosing;
        showSelection();
        noteSeen();
    });
    showDay();
    showFigures();
    showSelection();
    tick();
}

Workplace::~Workplace()
{
    m_alerting.reset();
    m_rerouteWork.reset();
    m_mapFeed.reset();
    m_waysOut.reset();
    m_queueViews.reset();
    m_casework.reset();
    m_closureWork.reset();
    m_thresholdWork.reset();
    m_rateWork.reset();
    m_customerWork.reset();
    m_dragging.reset();
    m_asking.reset();
    m_handling.reset();
    m_window.reset(); // before the lists it shows
}

void Workplace::setDesk(Desk *desk)
{
    m_casework->setDesk(desk);
    m_clinic->setDesk(desk);
    followPerson(desk);
    m_handling->setDesk(desk);
}

void Workplace::setPlaces(PlacesClient *places)
{
    m_clinic->setPlaces(places);
}

void Workplace::setTrials(TrialClient *trials)
{
    m_thresholdWork->setTrials(trials);
}

void Workplace::setProposals(ProposalClient *proposals)
{
    m_rerouteWork->setProposals(proposals);
}

void Workplace::setTiles(const TileSource &source, const QString &cacheDirectory)
{
    m_map->setTileCacheDirectory(cacheDirectory);
    if (const auto set = m_map->setTileSource(source); !set)
        qWarning("tiles: %s", qPrintable(set.error().detail));
}

void Workplace::show(const QString &kind, const QString &id)
{
    if (kind == "driver"_L1)
        m_store.selection.selectDriver(DriverId(id));
    else if (kind == "stop"_L1)
        m_store.selection.selectStop(StopId(id));
    else if (kind == "route"_L1)
        m_store.selection.selectRoute(RouteId(id));
    else
        return;
    fitSelection();
}

// Enter on a card: what is best is done, or, where nothing needs to be, it is shown.
void Workplace::doBest()
{
    m_handlingActions->refresh();
    if (m_waysOut->takeBest())
        return;
    if (auto *best = m_detailsPane->steps().best())
        best->click();
    else
        fitSelection();
}

void Workplace::selectMostUrgent()
{
    // First: a list that gets the focus without a current row chooses one, as a person does.
    if (m_store.selection.isEmpty())
        chooseMostUrgent();
    m_attentionPane->list()->setFocus(Qt::OtherFocusReason);
}

void Workplace::reconsiderMostUrgent()
{
    if (m_isChosenByUs)
        chooseMostUrgent();
}

void Workplace::chooseMostUrgent()
{
    const QScopedValueRollback choosing(m_isChoosing, true);
    m_isChosenByUs = true;
    if (m_openAttention.rowCount() > 0) {
        const auto &concern = m_attention.at(m_openAttention.mapToSource(m_openAttention.index(0, 0)).row());
        if (concern.stop.isValid())
            m_store.selection.selectStop(concern.stop);
        else if (concern.route.isValid())
            m_store.selection.selectRoute(concern.route);
        else
            m_store.selection.selectException(concern.exception, {}, {});
    } else if (m_routes.rowCount() > 0) {
        m_store.selection.selectRoute(RouteId(m_routes.index(0, 0).data(RouteListModel::RouteIdRole).toString()));
    }
    // The person did not go to that route: they begin with the worst ones, wherever it is among them.
    // Queued: after what keeps a current row in sight.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_routesPane->list()->scrollToTop();
            m_timelinePane->view().verticalScrollBar()->setValue(0);
        },
        Qt::QueuedConnection);
}

// Whether what we chose needs nobody any more, and something else does.
bool Workplace::isChoiceSettled() const
{
    if (!m_isChosenByUs || m_openAttention.rowCount() == 0)
        return false;
    const auto &selection = m_store.selection;
    const auto stop = selection.stop();
    return !m_openAttention
                .indexOf(stop.isValid() ? u"stop:"_s + stop.toString() : u"route:"_s + selection.route().toString())
                .isValid();
}

void Workplace::showSelection()
{
    const auto &selection = m_store.selection;
    m_actions.find(u"select.map"_s)->setEnabled(!selection.isEmpty());
    m_actions.find(u"select.clear"_s)->setEnabled(!selection.isEmpty());
    auto *follow = m_actions.find(u"select.follow"_s);
    follow->setEnabled(selection.driver().isValid());
    follow->setChecked(selection.driver().isValid() && m_map->followedDriver() == selection.driver());
    m_actions.find(u"select.copy"_s)->setEnabled(!trackingNumber().isEmpty());
}

QString Workplace::trackingNumber() const
{
    const auto *stop = m_store.fleet.stops().find(m_store.selection.stop());
    return stop ? m_store.fleet.trackingNumberOf(*stop) : QString();
}

void Workplace::showFigures()
{
    using Tone = FigureButton::Tone;
    const auto &figures = m_store.figures.current();
    const QLocale locale;
    auto &bar = m_window->topBar();
    const auto number = [&](int value) { return locale.toString(value); };
    bar.figure(TopBar::Figure::Delivered)
        .setFigure(number(figures.deliveredStops), tr("of %1").arg(number(figures.totalStops)));
    constexpr double target = 0.95;
    const bool any = figures.deliveredStops > 0;
    const auto onTime =
        any ? tr("%1 %", "a percentage").arg(locale.toString(figures.onTimeFraction() * 100, 'f', 1)) : u"—"_s;
    const auto reached = figures.onTimeFraction() >= target ? Tone::Ok : Tone::Risk;
    bar.figure(TopBar::Figure::OnTime).setFigure(onTime, tr("target 95 %"), any ? reached : Tone::Plain);
    bar.figure(TopBar::Figure::AtRisk)
        .setFigure(number(figures.atRiskStops), tr("next 90 min"), figures.atRiskStops > 0 ? Tone::Risk : Tone::Plain);
    bar.figure(TopBar::Figure::Exceptions)
        .setFigure(number(figures.exceptions), tr("%1 past due").arg(number(figures.pastDueExceptions)),
                   figures.exceptions > 0 ? Tone::Bad : Tone::Plain);
    bar.figure(TopBar::Figure::Drivers)
        .setFigure(number(figures.liveDrivers), tr("live · %1 silent").arg(number(figures.silentDrivers)));
}

void Workplace::showDay()
{
    if (isChoiceSettled())
        chooseMostUrgent();
    const auto *depot = mainDepot(m_store.fleet);
    if (!depot)
        return;
    m_window->topBar().setDepot(depotTitle(*depot));
    m_window->setWindowTitle(tr("%1 — Doorstep", "%1 is a depot").arg(depotTitle(*depot)));
    if (const DepotTime time(depot->timeZone); time != m_time) {
        m_time = time;
        m_routesPane->setDepotTime(time);
        m_timelinePane->setDepotTime(time);
        m_detailsPane->setDepotTime(time);
        m_casework->setDepotTime(time);
        m_waysOut->setDepotTime(time);
        m_closureWork->setDepotTime(time);
        m_clinic->setDepotTime(time);
        m_rerouteWork->setDepotTime(time);
        m_stopsPane->setDepotTime(time);
        m_dayPane->setDepotTime(time);
        m_asking->setDepotTime(time);
    }
}

void Workplace::tick()
{
    const auto now = m_store.clock.now();
    const auto clock = m_time.weekdayClock(now);
    m_window->topBar().setClock(m_time.isDeskTime(now) ? clock : clock + u" · "_s + m_time.zoneText(now));
    m_routesPane->tick();
    m_timelinePane->view().tick();
    m_openAttention.setNow(m_store.clock.now());
    m_alerting->setNow(m_store.clock.now());
    m_attentionPane->tick();
    m_detailsPane->tick();
    m_waysOut->tick();
}

void Workplace::save(QSettings &settings) const
{
    m_window->save(settings);
    const auto camera = m_map->camera();
    settings.setValue("camera"_L1, QVariantList{camera.centre.latitude(), camera.centre.longitude(), camera.zoom});
    settings.setValue("compact"_L1, m_actions.find(u"view.compact"_s)->isChecked());
    const auto &selection = m_store.selection;
    settings.setValue("stop"_L1, selection.stop().toString());
    settings.setValue("route"_L1, selection.route().toString());
    QStringList seen;
    for (const auto &exception : m_store.seen.all())
        seen.append(exception.toString());
    settings.setValue("seen"_L1, seen);
    m_alerting->save(settings);
    settings.setValue("views"_L1, m_queueViews->saved().toJson());
}

void Workplace::restore(QSettings &settings)
{
    m_window->restore(settings);
    QList<ExceptionId> seen;
    for (const auto &exception : settings.value("seen"_L1).toStringList())
        seen.append(ExceptionId(exception));
    m_store.seen.reset(seen);
    m_alerting->restore(settings);
    m_queueViews->saved().restore(settings.value("views"_L1).toByteArray());
    m_actions.find(u"view.compact"_s)->setChecked(settings.value("compact"_L1).toBool());
    const auto camera = settings.value("camera"_L1).toList();
    if (camera.size() == 3) {
        const QGeoCoordinate centre(camera.at(0).toDouble(), camera.at(1).toDouble());
        if (centre.isValid()) {
            m_map->setCamera({.centre = centre, .zoom = camera.at(2).toDouble()});
            m_mapFeed->setFitsFirstDay(false);
        }
    }
    if (const StopId stop(settings.value("stop"_L1).toString()); stop.isValid())
        m_store.selection.selectStop(stop);
    else if (const RouteId route(settings.value("route"_L1).toString()); route.isValid())
        m_store.selection.selectRoute(route);
}

} // namespace Doorstep

#include "moc_workplace.cpp"
