// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/clinicwork.h"

#include "app/livestore.h"
#include "models/desk/cures.h"
#include "models/store/knownvisits.h"
#include "widgets/attention/detailspane.h"
#include "widgets/clinic/clinicpane.h"
#include "widgets/clinic/clinicwords.h"
#include "widgets/map/mappins.h"
#include "widgets/map/mapview.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr qsizetype longestName = 60; // of a person, in a line of the list
constexpr auto patience = 1500ms; // with a backend that is slow to tell of earlier visits

} // namespace

ClinicWork::ClinicWork(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    auto *action = actions.add(u"stop.locate"_s, ActionList::Menu::Stop, tr("&Find the address…"),
                               QKeySequence(Qt::Key_L), u"pin"_s);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ClinicWork::offer);
    connect(action, &QAction::triggered, this, [this] { open(m_store.selection.stop()); });
    connect(&store.selection, &Selection::changed, this, &ClinicWork::refresh);
    connect(&store.fleet, &Fleet::applied, this, &ClinicWork::refresh);
}

void ClinicWork::setPlace(MainWindow &window, const Panes &panes)
{
    m_window = &window;
    m_details = &panes.details;
    m_map = &panes.map;
    m_pane = new ClinicPane(m_candidates);
    m_details->showEditor(m_pane);
    m_details->showEditor(nullptr);
    m_pins = new MapPins(*m_map);
    connectPane();
    connectMap();
    connect(&m_store.fleet, &Fleet::applied, this, &ClinicWork::follow);
    // Another stop: what is half decided stays until the person says what becomes of it.
    connect(&m_store.selection, &Selection::changed, this, [this] {
        if (isOpen() && m_store.selection.stop() != m_stop && !m_pane->isDirty())
            close();
    });
    refresh();
}

void ClinicWork::connectPane()
{
    connect(m_pane, &ClinicPane::searchRequested, this, &ClinicWork::search);
    connect(m_pane, &ClinicPane::searchGivenUp, this, [this] {
        m_patience.stop();
        if (m_places)
            m_places->giveUpSearch();
    });
    connect(m_pane, &ClinicPane::rowChosen, this, [this](int row) {
        m_pins->setCurrent(row);
        showEntrance(); // it may be too far from there
    });
    connect(m_pane, &ClinicPane::entranceChanged, this, &ClinicWork::showEntrance);
    connect(m_pane, &ClinicPane::pinRequested, this, [this](bool wanted) {
        if (wanted)
            m_window->showPane(u"map"_s);
        m_map->setPicking(wanted);
    });
    connect(m_pane, &ClinicPane::applyRequested, this, &ClinicWork::apply);
    connect(m_pane, &ClinicPane::closed, this, &ClinicWork::close);
}

void ClinicWork::connectMap()
{
    connect(m_map, &MapView::picked, this, [this](const QGeoCoordinate &place) {
        if (isOpen() && m_pane->isPinningEntrance())
            m_pane->setEntrance(place);
        else if (isOpen())
            pin(place);
        m_pane->focusApply(); // the click took the keys to the map
    });
    connect(m_pins, &MapPins::entranceChosen, m_pane, &ClinicPane::showEntrance);
    connect(m_pins, &MapPins::entranceDropped, m_pane, &ClinicPane::setEntrance);
    connect(m_map, &MapView::pickingGivenUp, m_pane, &ClinicPane::giveUpPinning);
    connect(m_pins, &MapPins::chosen, m_pane, &ClinicPane::choose);
    connect(m_pins, &MapPins::dropped, this, [this](int, const QGeoCoordinate &place) { pin(place); });
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_candidates, signal, this, &ClinicWork::showPins);
    connect(&m_candidates, &QAbstractItemModel::dataChanged, this, &ClinicWork::showPins);
    connect(&m_candidates, &QAbstractItemModel::modelReset, this, &ClinicWork::showPins);
}

void ClinicWork::setDesk(Desk *desk)
{
    close();
    m_desk = desk;
    if (m_desk)
        connect(m_desk, &Desk::personChanged, this, &ClinicWork::refresh);
    refresh();
}

void ClinicWork::setPlaces(PlacesClient *places)
{
    close();
    m_places = places;
    if (!m_places)
        return;
    connect(m_places, &PlacesClient::found, this, &ClinicWork::takeFound);
    connect(m_places, &PlacesClient::searchFailed, this, [this](const QString &text, const Error &error) {
        if (!m_pane->isAsking(text))
            return;
        m_isOffered = false;
        m_hits.clear(); // what an older question found would be taken for an answer
        m_candidates.setFound({});
        m_pane->takeProblem(text, error.kind);
    });
    connect(m_places, &PlacesClient::visited, this, &ClinicWork::takeVisits);
    connect(m_places, &PlacesClient::visitsFailed, this, [this](const StopId &stop) {
        if (stop == m_stop)
            takeNoVisits();
    });
    connect(m_places, &PlacesClient::reversed, this, [this](const QGeoCoordinate &place, const PlaceHit &hit) {
        const int row = m_candidates.rowOf(Candidate::Source::Pinned);
        if (row >= 0 && m_candidates.at(row).hit.where == place)
            m_candidates.setNearPin(hit);
    });
    connect(m_places, &PlacesClient::reverseFailed, this, [this](const QGeoCoordinate &, const Error &error) {
        if (isOpen())
            m_pane->takeNoNeighbour(error.kind);
    });
}

void ClinicWork::setDepotTime(const DepotTime &time)
{
    m_pane->setDepotTime(time);
}

void ClinicWork::refresh()
{
    const auto *stop = m_store.fleet.stops().find(m_store.selection.stop());
    auto *action = m_actions.find(u"stop.locate"_s);
    const bool isSignedIn = m_desk && m_desk->person();
    QString reason;
    if (stop == nullptr)
        reason = tr("Select a stop first.");
    else if (!isSignedIn)
        reason = RefusalWords::of(u"not_signed_in");
    else if (!m_desk->mayDecide(Verb(EditStop())))
        reason = RefusalWords::onlyFor(rolesFor(Verb(EditStop())));
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason);
    action->setStatusTip(reason);
}

void ClinicWork::open(const StopId &id)
{
    const auto *stop = m_store.fleet.stops().find(id);
    if (stop == nullptr || m_pane == nullptr)
        return;
    close();
    Q_EMIT opening();
    m_stop = id;
    m_text.clear();
    m_hits.clear();
    m_isOffered = m_isToldOfVisits = false;
    m_visits = knownVisits(m_store.fleet, *stop); // until the backend tells of the days before
    m_window->showPane(u"details"_s);
    m_window->showPane(u"map"_s);
    m_details->showEditor(m_pane);
    m_candidates.clear(surroundingsOf(*stop));
    const auto *site = m_store.fleet.sites().find(siteIdOf(stop->depot, stop->address));
    if (site != nullptr)
        m_candidates.setRemembered(site->facts.where);
    m_pane->begin(*stop, static_cast<int>(othersAt(*stop).size()),
                  site == nullptr ? QGeoCoordinate() : site->facts.entrance);
    showEntrance();
    if (m_places)
        m_places->askVisits(id);
    else
        takeNoVisits();
    Q_EMIT editingChanged({Subject::of(id)});
}

void ClinicWork::close()
{
    if (!isOpen())
        return;
    m_stop = {};
    m_patience.stop();
    if (m_places)
        m_places->giveUp();
    m_map->setPicking(false);
    m_pane->giveUpPinning();
    m_candidates.clear({});
    m_details->showEditor(nullptr);
    Q_EMIT editingChanged({});
}

void ClinicWork::search(const QString &text)
{
    if (!m_places) {
        m_pane->takeProblem(text, Error::Kind::Offline);
        return;
    }
    const auto *stop = m_store.fleet.stops().find(m_stop);
    const auto *depot = stop == nullptr ? nullptr : m_store.fleet.depots().find(stop->depot);
    m_places->search(text, depot == nullptr ? QGeoCoordinate() : depot->where);
}

// Its doors are asked about before it is offered: an order that changes under a hand takes another door than was meant.
void ClinicWork::takeFound(const QString &text, const QList<PlaceHit> &hits)
{
    if (!isOpen() || !m_pane->isAsking(text))
        return;
    m_text = text;
    m_hits = hits;
    QList<QGeoCoordinate> doors;
    for (const auto &hit : hits) {
        if (hit.isDoor())
            doors.append(hit.where);
    }
    if (!m_places || doors.isEmpty()) {
        offer();
        return;
    }
    m_isOffered = false;
    m_patience.start();
    m_places->askVisits(m_stop, doors);
}

void ClinicWork::offer()
{
    m_patience.stop();
    m_isOffered = true;
    m_candidates.setFound(clinicOrder(m_hits, m_text, m_visits));
    m_pane->takeAnswer(m_text);
    fitPins();
}

// Something more is known: what waits for it is offered, what is in sight keeps its order.
void ClinicWork::weighAgain()
{
    if (m_patience.isActive())
        offer();
    else if (m_isOffered)
        m_candidates.setFound(clinicOrder(m_hits, m_text, m_visits), true);
}

void ClinicWork::takeVisits(const StopId &stop, const QList<PastVisit> &visits)
{
    if (stop != m_stop)
        return;
    m_visits = visits;
    m_isToldOfVisits = true;
    m_candidates.setVisited(visitPlaceOf(visits));
    m_pane->showVisits(visits);
    weighAgain();
}

// What this console knows itself counts, and it is said that this is all.
void ClinicWork::takeNoVisits()
{
    if (!m_isToldOfVisits) {
        m_candidates.setVisited(visitPlaceOf(m_visits));
        m_pane->showVisits(m_visits);
        m_pane->showVisitsProblem();
    }
    weighAgain();
}

void ClinicWork::pin(const QGeoCoordinate &place)
{
    m_pane->giveUpPinning();
    m_candidates.setPinned(place);
    m_pane->choose(m_candidates.rowOf(Candidate::Source::Pinned));
    if (m_places)
        m_places->reverse(place);
}

void ClinicWork::showPins()
{
    QList<MapPins::Pin> pins;
    for (int row = 0; row < m_candidates.rowCount(); ++row)
        pins.append({.name = ClinicWords::title(m_candidates.index(row)), .where = m_candidates.at(row).hit.where});
    m_pins->setPins(pins);
    m_pins->setCurrent(m_pane->chosenRow());
    showEntrance();
}

void ClinicWork::showEntrance()
{
    m_pins->setEntrance(isOpen() ? m_pane->entrance() : QGeoCoordinate());
}

// The map goes there with each answer, but not while somebody points at it or has set a pin.
void ClinicWork::fitPins()
{
    if (m_map->isPicking() || m_candidates.rowOf(Candidate::Source::Pinned) >= 0 || m_candidates.rowCount() == 0)
        return;
    QList<QGeoCoordinate> places;
    constexpr double unlikely = 0.02; // the other end of the town for a slip of the search
    for (const auto &candidate : m_candidates.candidates()) {
        const bool isLikely = candidate.source != Candidate::Source::Found || candidate.hit.score >= unlikely;
        if (places.isEmpty() || isLikely)
            places.append(candidate.hit.where);
    }
    m_map->fit(places);
}

void ClinicWork::follow()
{
    if (!isOpen())
        return;
    if (const auto *stop = m_store.fleet.stops().find(m_stop))
        m_pane->follow(*stop);
    else
        close();
}

QList<Stop> ClinicWork::othersAt(const Stop &stop) const
{
    const auto key = addressKey(stop.address);
    QList<Stop> others;
    if (key.isEmpty())
        return others;
    for (const auto &other : m_store.fleet.stops()) {
        if (other.isOpen() && other.id != stop.id && other.depot == stop.depot && addressKey(other.address) == key)
            others.append(other);
    }
    return others;
}

CandidateListModel::Surroundings ClinicWork::surroundingsOf(const Stop &stop) const
{
    CandidateListModel::Surroundings around{.customer = stop.customer.left(longestName).simplified()};
    if (const auto *depot = m_store.fleet.depots().find(stop.depot)) {
        around.depot = depot->where;
        around.timeZone = QTimeZone(depot->timeZone.toLatin1());
    }
    const auto *route = m_store.fleet.routeOf(stop.id);
    const auto position = m_store.fleet.placeOf(stop.id).position;
    if (route == nullptr || position < 0)
        return around;
    const auto placeAt = [&](qsizetype i) {
        const auto *neighbour =
            i < 0 || i >= route->stops.size() ? nullptr : m_store.fleet.stops().find(route->stops.at(i));
        return neighbour == nullptr ? QGeoCoordinate() : neighbour->driveTo();
    };
    around.previous = placeAt(position - 1);
    around.next = placeAt(position + 1);
    return around;
}

void ClinicWork::apply(const AddressCure &cure)
{
    if (!m_desk || !cure.where.isValid())
        return;
    const auto &seen = m_pane->stop();
    const auto others = othersAt(seen);
    const auto verbs = Cures::verbs(m_desk->scene(), seen, cure, others, m_store.clock.now());
    const auto shown = cure.understood ? Cures::cured(seen, cure).address.line() : seen.address.line();
    const int count = cure.alsoOthers ? static_cast<int>(others.size()) + 1 : 1;
    const auto text = count == 1 ? tr("Placed %1", "an address").arg(shown)
                                 : tr("Placed %1 for %n stop(s)", "an address", count).arg(shown);
    Q_EMIT deciding();
    if (verbs.isEmpty() || m_desk->perform(text, verbs))
        close();
}

} // namespace Doorstep

#include "moc_clinicwork.cpp"
