// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/reroutework.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "models/store/nearroutes.h"
#include "widgets/map/mapfeed.h"
#include "widgets/map/mapview.h"
#include "widgets/parts/panelheader.h"
#include "widgets/reroute/reroutepane.h"
#include "widgets/reroute/reroutewords.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/toasts.h"
#include "widgets/shell/workbench.h"

#include <QAction>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr qsizetype mostKept = 4; ///< Proposals side by side: more are not compared.
constexpr auto reviewPause = 300ms;

} // namespace

RerouteWork::RerouteWork(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    addActions();
    m_soon.setSingleShot(true);
    m_soon.setInterval(reviewPause);
    connect(&m_soon, &QTimer::timeout, this, &RerouteWork::review);
    connect(&store.fleet, &Fleet::applied, this, [this] {
        followWorld(); // each change: one that is undone at once was there all the same
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&store.selection, &Selection::changed, this, &RerouteWork::followSelection);
}

RerouteWork::~RerouteWork() = default;

void RerouteWork::setPlace(const Place &place)
{
    m_window = &place.window;
    m_pane = &place.pane;
    m_map = &place.map;
    m_feed = &place.feed;
    m_handling = &place.handling;
    connect(m_pane, &ReroutePane::questionChanged, this, [this](const Rerouting &asked) { ask(asked); });
    connect(m_pane, &ReroutePane::drawClosureRequested, m_actions.find(u"closure.draw"_s), &QAction::trigger);
    connect(m_pane, &ReroutePane::liftClosureRequested, this, &RerouteWork::liftClosure);
    connect(m_pane, &ReroutePane::startRequested, this, [this] { rescue(worstRoute()); });
    connect(m_pane, &ReroutePane::retryRequested, this, [this] {
        if (const auto act = m_wayOut)
            act();
    });
    connect(m_pane, &ReroutePane::stopRequested, this, [this] {
        if (m_proposals)
            m_proposals->stop();
    });
    connect(m_pane, &ReroutePane::refusalRequested, this, [this](const StopId &stop, bool refused) {
        touch([&](ProposalDraft &draft) { refused ? draft.refuse(stop) : draft.accept(stop); });
    });
    connect(m_pane, &ReroutePane::routeRefusalRequested, this, [this](const RouteId &route, bool refused) {
        touch([&](ProposalDraft &draft) { refused ? draft.refuseRoute(route) : draft.acceptRoute(route); });
    });
    connect(m_pane, &ReroutePane::moveRequested, this, [this](const StopId &stop, qsizetype position) {
        touch([&](ProposalDraft &draft) { draft.move(stop, position); });
    });
    connect(m_pane, &ReroutePane::routeChosen, this, [this](const RouteId &route) {
        m_route = route;
        show();
    });
    connect(m_pane, &ReroutePane::stopChosen, this, [this](const StopId &stop) {
        const QScopedValueRollback ours(m_isOurSelection, true);
        m_store.selection.selectStop(stop);
    });
    connect(m_pane, &ReroutePane::alternativeRequested, this, [this](int index) { choose(index); });
    connect(m_pane, &ReroutePane::proposedShownRequested, m_actions.find(u"reroute.proposed"_s), &QAction::setChecked);
    connect(m_pane, &ReroutePane::sendRequested, this, &RerouteWork::send);
    connect(m_pane, &ReroutePane::undoRequested, this, &RerouteWork::takeBack);
    connect(m_pane, &ReroutePane::discardRequested, this, &RerouteWork::discard);
    connect(m_pane, &ReroutePane::toldRequested, this, &RerouteWork::tell);
    connect(&m_store.setbacks, &Setbacks::added, this, [this](const Setback &setback) { unsend(setback.text); });
    connect(m_handling, &Handling::changed, this, [this] {
        listenToDesk();
        showStage();
        refresh();
    });
    listenToDesk();
    refresh();
    showStage();
}

void RerouteWork::setProposals(ProposalClient *proposals)
{
    if (m_proposals)
        m_proposals->disconnect(this);
    m_proposals = proposals;
    if (proposals == nullptr) {
        m_entries.clear();
        m_current = -1;
        m_asked = {};
        m_isAwaited = false;
        if (m_pane != nullptr)
            show();
        return;
    }
    connect(proposals, &ProposalClient::improved, this, &RerouteWork::take);
    connect(proposals, &ProposalClient::failed, this, &RerouteWork::takeProblem);
    connect(proposals, &ProposalClient::checked, this, &RerouteWork::takeCheck);
    connect(proposals, &ProposalClient::roadsFound, this, &RerouteWork::takeRoads);
    connect(proposals, &ProposalClient::checkFailed, this, [this](const ProposalClient::Problem &problem) {
        showProblem(tr("This plan could not be checked. %1").arg(RerouteWords::problem(problem.error, problem.code)),
                    tr("Try again"), [this] { check(); });
    });
}

void RerouteWork::setDepotTime(const DepotTime &time)
{
    m_time = time;
    m_pane->setDepotTime(time);
}

void RerouteWork::listenToDesk()
{
    auto *desk = m_handling->desk();
    if (desk == m_desk)
        return;
    if (m_desk)
        m_desk->disconnect(this);
    m_desk = desk;
    if (desk == nullptr)
        return;
    connect(desk, &Desk::notKept, this, [this](const QString &text, const Error &) { unsend(text); });
    connect(desk, &Desk::undoRefused, this, [this](const QString &text, const Refusal &) {
        const auto *entry = current();
        if (entry != nullptr && entry->isSent && entry->sentText == text)
            showProblem(tr("Drivers have acted on it already, so it cannot be undone as a whole."),
                        tr("Give back the rest"), [this] { giveBack(); });
    });
}

RerouteWork::Entry *RerouteWork::current()
{
    return m_current < 0 ? nullptr : &m_entries[m_current];
}

const RerouteWork::Entry *RerouteWork::current() const
{
    return m_current < 0 ? nullptr : &m_entries.at(m_current);
}

bool RerouteWork::isSearchingForCurrent() const
{
    const auto *entry = current();
    return m_proposals && m_proposals->isSearching()
        && (m_isAwaited || (entry != nullptr && !entry->draft.searched().isFinal && !entry->isSent));
}

void RerouteWork::start(const Rerouting &asked, const DriverId &sick)
{
    if (asked.routes.isEmpty()) {
        m_handling->toasts().tell(Toast::Tone::Refused,
                                  tr("Nothing can be rerouted there: nobody is on the road with open stops."));
        return;
    }
    ask(asked);
    m_sick = sick;
    m_window->workbench().showArrangement(Arrangement::Reroute);
    m_window->showPane(u"reroute"_s); // which somebody may have closed there
    QList<QGeoCoordinate> places;
    for (const auto &route : asked.routes)
        places += openPlaces(route, m_store.fleet);
    if (!places.isEmpty())
        m_map->fit(places);
    m_isFocusWanted = true; // there is nothing to go to before the answer
}

void RerouteWork::ask(const Rerouting &asked)
{
    // A question about others makes what was proposed for these incomparable.
    const auto isOther = [&](const Entry &entry) { return entry.draft.searched().asked.depot != asked.depot; };
    m_entries.removeIf(isOther);
    m_roads.clear(); // some may be closed by now
    m_roadsAsked.clear();
    m_sick = {};
    m_asked = asked;
    m_asked.isCheck = false;
    m_asked.plan.clear();
    m_current = -1;
    m_expiry = {};
    showProblem({}, {}, {});
    if (m_proposals) {
        m_isAwaited = true;
        m_proposals->ask(m_asked);
    } else {
        takeProblem({.error = {.kind = Error::Kind::Offline, .detail = u"there is no server"_s}, .code = {}});
    }
    show();
}

void RerouteWork::askAgain()
{
    const auto *entry = current();
    const bool isByHand = entry != nullptr && entry->draft.isTouched();
    auto plan = isByHand ? entry->draft.plan() : QList<RouteOrder>();
    const auto sick = m_sick;
    if (!isByHand || !m_proposals) {
        if (m_current >= 0) // it is of no use any more
            m_entries.removeAt(std::exchange(m_current, -1));
        ask(m_asked);
        m_sick = sick;
        return;
    }
    // What a person has made is put on what is there now, not searched for again.
    auto asked = entry->draft.searched().asked;
    asked.plan = rebased(plan, m_store.fleet);
    m_entries.removeAt(std::exchange(m_current, -1));
    m_isAwaited = true;
    showProblem({}, {}, {});
    m_proposals->check(asked);
    show();
}

void RerouteWork::take(const Proposal &proposal)
{
    if (std::exchange(m_isAwaited, false)) {
        if (m_entries.size() >= mostKept)
            m_entries.removeFirst();
        m_entries.append({.draft = ProposalDraft(proposal), .sick = m_sick, .sent = {}, .sentText = {}, .sentAt = {}});
        m_current = m_entries.size() - 1;
    } else {
        const auto known = std::ranges::find_if(
            m_entries, [&](const Entry &entry) { return entry.draft.searched().id == proposal.id; });
        if (known == m_entries.end())
            return;
        if (!known->isSent)
            known->draft.improve(proposal);
    }
    review();
    show();
    if (std::exchange(m_isFocusWanted, false))
        m_pane->focusChanges();
}

void RerouteWork::takeProblem(const ProposalClient::Problem &problem)
{
    m_isAwaited = false;
    m_isFocusWanted = false;
    const auto sentence = RerouteWords::problem(problem.error, problem.code);
    showProblem(m_current < 0 ? sentence : tr("The search has ended early. %1").arg(sentence), tr("Try again"),
                [this] { askAgain(); });
    show();
}

void RerouteWork::takeCheck(const Proposal &checked)
{
    if (m_isAwaited) { // a plan made by hand, on what is there now
        take(checked);
        return;
    }
    if (auto *entry = current(); entry != nullptr && !entry->isSent)
        entry->draft.show(checked);
    showProblem({}, {}, {});
    review();
    show();
}

void RerouteWork::touch(const std::function<void(ProposalDraft &)> &change)
{
    auto *entry = current();
    if (entry == nullptr || entry->isSent)
        return;
    if (isSearchingForCurrent()) // what is changed by hand is what is seen, not what might still be found
        m_proposals->stop();
    change(entry->draft);
    check();
    show();
}

void RerouteWork::check()
{
    const auto *entry = current();
    if (entry != nullptr && m_proposals && entry->draft.isUnchecked())
        m_proposals->check(entry->draft.question());
}

void RerouteWork::send()
{
    auto *entry = current();
    review();
    if (entry == nullptr || entry->isSent || !m_pane->canSend() || !m_handling->desk())
        return;
    if (isSearchingForCurrent())
        m_proposals->stop();
    const auto proposal = entry->draft.shown();
    entry->sent = {.routes = proposal.orders(), .proposal = proposal.id};
    const auto drivers = static_cast<int>(entry->sent.routes.size());
    entry->sentText = tr("Sent proposal %1 to %n driver(s)", nullptr, drivers).arg(proposal.number);
    QList<Verb> verbs{entry->sent};
    if (entry->sick.isValid())
        verbs += Decisions::setDuty(m_handling->desk()->scene(), entry->sick, Driver::Duty::OffDuty);
    // First: what is kept at once tells so before perform() is back.
    entry->isSent = true;
    entry->sentAt = m_store.clock.now();
    const auto number = m_current;
    if (!m_handling->perform(entry->sentText, verbs))
        m_entries[number].isSent = false;
    showProblem({}, {}, {});
    show();
    m_pane->focusChanges();
}

/// The disk or the backend did not take it.
void RerouteWork::unsend(const QString &text)
{
    for (auto &entry : m_entries) {
        if (entry.sentText == text)
            entry.isSent = entry.isSeen = false;
    }
    review();
    show();
}

// Undone, done again, given back or refused, by whoever and in whichever way: the lists say so.
void RerouteWork::followWorld()
{
    bool hasTurned = false;
    for (auto &entry : m_entries) {
        const bool wasSent = entry.isSent;
        followWorld(entry);
        hasTurned = hasTurned || entry.isSent != wasSent;
    }
    if (!hasTurned)
        return;
    showProblem({}, {}, {});
    review();
    show();
}

void RerouteWork::followWorld(Entry &entry) const
{
    const auto isEvery = [&](QList<StopId> RouteOrder::*which) {
        return std::ranges::all_of(entry.sent.routes, [&](const RouteOrder &order) {
            const auto *route = m_store.fleet.routes().find(order.route);
            return route != nullptr && route->stops == order.*which;
        });
    };
    if (!entry.sentAt.isValid())
        return;
    if (isEvery(&RouteOrder::stops))
        entry.isSent = entry.isSeen = true;
    else if (entry.isSeen && isEvery(&RouteOrder::was))
        entry.isSent = entry.isSeen = false;
}

void RerouteWork::takeBack()
{
    const auto *entry = current();
    if (entry == nullptr || !m_desk)
        return;
    // Customers were told since, or something else was done: these stay, and what can go back goes.
    if (m_desk->undoStack().undoText() == entry->sentText)
        m_handling->undo();
    else
        giveBack();
}

void RerouteWork::giveBack()
{
    const auto *entry = current();
    if (entry == nullptr || !m_desk)
        return;
    QSet<StopId> next;
    for (const auto &forecast : m_store.fleet.forecasts())
        next.insert(forecast.nextStop);
    const auto verbs = Decisions::giveBack(m_desk->scene(), entry->sent, next);
    if (verbs.isEmpty()) {
        m_handling->toasts().tell(Toast::Tone::Refused,
                                  tr("Nothing can be given back: the drivers have been everywhere, or drive there."));
        return;
    }
    showProblem({}, {}, {});
    m_handling->perform(tr("Gave back what nobody has driven to of proposal %1").arg(entry->draft.shown().number),
                        verbs);
}

void RerouteWork::discard()
{
    if (m_proposals && (m_isAwaited || isSearchingForCurrent()))
        m_proposals->giveUp();
    m_isAwaited = false;
    showProblem({}, {}, {});
    if (m_current >= 0)
        m_entries.removeAt(std::exchange(m_current, -1));
    if (!m_entries.isEmpty()) {
        choose(m_entries.size() - 1);
        return;
    }
    m_asked = {};
    show();
}

void RerouteWork::choose(qsizetype index)
{
    if (index < 0 || index >= m_entries.size())
        return;
    m_current = index;
    m_asked = m_entries.at(index).draft.searched().asked;
    m_asked.plan.clear();
    m_asked.isCheck = false;
    m_sick = m_entries.at(index).sick;
    showProblem({}, {}, {});
    review();
    check();
    show();
}

void RerouteWork::tell(const StopId &stop, const QDateTime &arrival)
{
    const auto *known = m_store.fleet.stops().find(stop);
    const auto *entry = current();
    if (known == nullptr || entry == nullptr || !m_desk)
        return;
    // The forecast once it knows of the plan; until then what the plan said, and as much later as is worth telling.
    const auto *route = m_store.fleet.routeOf(stop);
    const auto *forecast = route == nullptr ? nullptr : m_store.fleet.forecastOf(route->id);
    const auto *ahead = m_store.fleet.forecastOf(stop);
    const bool isNew = forecast != nullptr && ahead != nullptr && forecast->computedAt > entry->sentAt;
    const TimeWindow band{.from = isNew ? ahead->expectedArrival : arrival,
                          .to = isNew ? ahead->lateArrival : arrival.addDuration(Proposal::worthTelling)};
    const auto minute = [](const QDateTime &at, qint64 up) {
        return QDateTime::fromSecsSinceEpoch((at.toSecsSinceEpoch() + up) / 60 * 60, at.timeZone());
    };
    const Promise promise{.what = Promise::What::Eta,
                          .window = {.from = minute(band.from, 0), .to = minute(band.to, 59)},
                          .toldAt = m_store.clock.now(),
                          .channel = Promise::Channel::Call};
    m_handling->perform(tr("Told %1 the arrival", "a customer").arg(known->customer),
                        Decisions::tellCustomer(stop, promise));
}

void RerouteWork::liftClosure(const ClosureId &closure)
{
    const auto *known = m_store.fleet.closures().find(closure);
    if (known != nullptr && m_desk)
        m_handling->perform(tr("Lifted %1").arg(known->name), Decisions::liftClosure(m_desk->scene(), closure));
}

} // namespace Doorstep

#include "moc_reroutework.cpp"
