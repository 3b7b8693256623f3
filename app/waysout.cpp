// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/waysout.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/cause.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/waysoutlist.h"
#include "widgets/parts/cardlist.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto reckonedAnew = 45s; ///< Drivers go on meanwhile.
constexpr auto together = 60ms;

} // namespace

WaysOut::WaysOut(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
    , m_words(store.fleet, m_time)
{
    auto *action = m_actions.add(u"case.ways"_s, ActionList::Menu::Select, tr("Ways &out of the case"),
                                 QKeySequence(Qt::Key_O), u"reroute"_s);
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, [this] {
        m_window->showPane(u"details"_s);
        m_details->showPage(DetailsPane::Page::Facts);
        m_details->ways().begin();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    connect(&m_soon, &QTimer::timeout, this, &WaysOut::refresh);
}

void WaysOut::setPlace(const Panes &panes)
{
    m_window = &panes.window;
    m_cases = &panes.cases;
    m_attention = &panes.attention;
    m_details = &panes.details;
    m_handling = &panes.handling;
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_store.selection, &Selection::changed, this, &WaysOut::refresh);
    connect(&m_store.fleet, &Fleet::applied, this, soon);
    connect(&m_store.concerns, &Concerns::changed, this, soon);
    connect(&m_store.insertions, &Insertions::changed, this, soon);
    connect(m_handling, &Handling::changed, this, soon);
    connect(&m_details->ways(), &WaysOutList::chosen, this, &WaysOut::choose);
    refresh();
}

void WaysOut::setDepotTime(const DepotTime &time)
{
    m_time = time;
    refresh();
}

bool WaysOut::takeBest()
{
    if (!m_details->ways().hasBest())
        return false;
    choose(m_details->ways().ways().first().id);
    return true;
}

void WaysOut::tick()
{
    if (m_target.stop.isValid() && m_askedAt.addDuration(reckonedAnew) <= m_store.clock.now())
        askAgain();
}

void WaysOut::askAgain()
{
    m_askedAt = m_store.clock.now();
    m_store.insertions.ask(m_target.stop);
}

WaysOut::Target WaysOut::target() const
{
    const auto index = m_cases->source().indexOf(m_store.selection);
    const auto *desk = m_handling->desk();
    if (desk == nullptr || !desk->person())
        return {};
    if (!index.isValid() || index.data(AttentionListModel::IsClosedRole).toBool())
        return unassigned();
    const auto target = targetOf(m_cases->source().at(index.row()));
    return target.topic == Topic::None ? unassigned() : target;
}

/// The one stop that is chosen, when nobody drives there.
WaysOut::Target WaysOut::unassigned() const
{
    const auto *stop = m_store.fleet.stops().find(m_store.selection.stop());
    if (stop == nullptr || !stop->isOpen() || stop->route.isValid() || !stop->where.isValid())
        return {};
    return {.topic = Topic::Unassigned, .stop = stop->id, .late = {}};
}

WaysOut::Target WaysOut::targetOf(const Concern &concern) const
{
    const auto *forecast = m_store.fleet.forecastOf(concern.route);
    const auto next = forecast == nullptr ? StopId() : forecast->nextStop;
    const auto word = kindWordOf(concern, m_store.fleet);
    if (word == "missed"_L1)
        return {.topic = Topic::Missed, .stop = concern.stop, .late = {}};
    if (word == "late"_L1)
        return {.topic = Topic::Late, .stop = concern.stop, .late = {concern.stop}};
    if (word == "silent"_L1 || word == "stopped"_L1)
        return {.topic = Topic::Idle, .stop = next, .late = {}};
    if (word != "route_late"_L1)
        return {};
    Target target{.topic = Topic::RouteLate, .stop = {}, .late = {}};
    std::chrono::seconds worst{0};
    for (const auto &part : partsOf(concern, m_store.concerns, m_store.fleet)) {
        if (!part.stop.isValid())
            continue;
        target.late.append(part.stop);
        if (part.lateBy > worst) {
            worst = part.lateBy;
            target.stop = part.stop;
        }
    }
    return target;
}

void WaysOut::refresh()
{
    const auto before = std::exchange(m_target, target());
    if (m_target.stop != before.stop) {
        if (m_target.stop.isValid())
            askAgain();
        else
            m_store.insertions.clear();
    }
    m_offers.clear();
    m_isFirstBest = true;
    const auto why = offersFor(m_target);
    QList<WayOut> ways;
    for (const auto &offer : std::as_const(m_offers))
        ways.append(offer.way);
    m_details->ways().setWays(why, ways, m_isFirstBest);
    m_actions.find(u"case.ways"_s)->setEnabled(!ways.isEmpty());
}

QString WaysOut::offersFor(const Target &target)
{
    const auto *stop = m_store.fleet.stops().find(target.stop);
    if (stop == nullptr)
        return {};
    switch (target.topic) {
    case Topic::Missed:
        return offerMissed(*stop);
    case Topic::Late:
    case Topic::RouteLate:
        return offerLate(target, *stop);
    case Topic::Idle:
        return offerIdle(*stop);
    case Topic::Unassigned:
        return offerUnassigned(*stop);
    case Topic::None:
        break;
    }
    return {};
}

// What cannot be done says why, as everywhere.
void WaysOut::add(Offer offer)
{
    if (offer.build) {
        const auto reason =
            m_handling->reasonAgainst(offer.build(m_handling->desk()->scene()), tr("The route has changed meanwhile."));
        if (!reason.isEmpty()) {
            offer.way.isPossible = false;
            offer.way.consequence = reason;
        }
    }
    m_offers.append(std::move(offer));
}

void WaysOut::choose(const QString &id)
{
    const auto offer = std::ranges::find(m_offers, id, [](const Offer &one) { return one.way.id; });
    if (offer == m_offers.end() || m_handling->desk() == nullptr)
        return;
    // What it does may make others.
    const auto chosen = *offer; // NOLINT(performance-unnecessary-copy-initialization)
    m_attention->list()->setFocus(Qt::OtherFocusReason);
    if (chosen.build)
        m_handling->perform(chosen.done, chosen.build(m_handling->desk()->scene()));
    else
        chosen.act();
}

} // namespace Doorstep

#include "moc_waysout.cpp"
