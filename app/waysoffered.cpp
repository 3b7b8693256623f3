// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// WaysOut's other half: which ways there are.
#include "app/handling.h"
#include "app/livestore.h"
#include "app/waysout.h"
#include "models/desk/decisions.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/waysoutlist.h"
#include "widgets/parts/words.h"
#include "widgets/shell/toasts.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr qsizetype mostCandidates = 4; ///< For what has no driver yet: it is all about whom.
constexpr qsizetype mostRoutes = 2; ///< Whom it may be given to: more are not read.

bool breaksNothing(const Insertion &insertion)
{
    return insertion.missed() == 0 && insertion.lateBy <= 0s;
}

} // namespace

QString WaysOut::whyNothingIsKnown() const
{
    const auto &insertions = m_store.insertions;
    if (insertions.isAsking())
        return tr("Reckoning what each way would cost…");
    return insertions.problem() ? tr("The server cannot say now what it costs.")
                                : tr("No driver of today can come by.");
}

std::chrono::seconds WaysOut::lateness(const Stop &stop) const
{
    const auto *forecast = m_store.fleet.forecastOf(stop.id);
    if (forecast == nullptr || !stop.window.to.isValid())
        return 0s;
    return std::max(0s, std::chrono::seconds(stop.window.to.secsTo(forecast->expectedArrival)));
}

void WaysOut::offerInsertion(const Insertion &insertion, const Stop &stop, const QString &title)
{
    add({.way = {.id = u"insert:"_s + insertion.route.toString(),
                 .title = title,
                 .consequence = m_words.consequence(insertion, stop),
                 .costs = !breaksNothing(insertion)},
         .done = title,
         .build =
             [stop = stop.id, insertion](const Scene &scene) {
                 return Decisions::tryBefore(scene, stop, insertion.route, insertion.before);
             },
         .act = {}});
}

// With the best place that is known, or where it was.
WaysOut::Build WaysOut::tryAgain(const StopId &stop) const
{
    const auto &all = m_store.insertions.all();
    if (!all.isEmpty())
        return [stop, best = all.first()](const Scene &scene) {
            return Decisions::tryBefore(scene, stop, best.route, best.before);
        };
    return [stop](const Scene &) { return Decisions::reattempt(stop); };
}

QString WaysOut::offerMissed(const Stop &stop)
{
    const auto &all = m_store.insertions.all();
    const bool canBeKept = !all.isEmpty() && breaksNothing(all.first());
    if (!canBeKept)
        offerTomorrow(stop);
    for (const auto &insertion : all.first(std::min(all.size(), mostRoutes)))
        offerInsertion(insertion, stop, tr("Try again today with %1").arg(m_words.driver(insertion.route)));
    const auto *route = m_store.fleet.routes().find(stop.route);
    const bool isDriven = route != nullptr && route->status != Route::Status::Finished;
    if (all.isEmpty() && isDriven && !m_store.insertions.isAsking())
        add({.way = {.id = u"again"_s,
                     .title = tr("Try again today with %1").arg(m_words.driver(stop.route)),
                     .consequence = whyNothingIsKnown()},
             .done = tr("Another try for %1").arg(stop.address.line()),
             .build = tryAgain(stop.id),
             .act = {}});
    if (canBeKept)
        offerTomorrow(stop);
    if (!all.isEmpty() || isDriven)
        offerOtherPlace(stop);
    if (stop.failure != Stop::Failure::Missing)
        offerReturn(stop);
    const bool needsATalk = stop.failure == Stop::Failure::WrongAddress || stop.failure == Stop::Failure::Refused
        || stop.failure == Stop::Failure::Damaged || stop.failure == Stop::Failure::Missing;
    m_isFirstBest = !all.isEmpty() && !needsATalk;
    if (all.isEmpty())
        return whyNothingIsKnown();
    return canBeKept
        ? tr("%1 can go there again, and no window is missed for it.").arg(m_words.driver(all.first().route))
        : tr("Nobody can go again today without missing a window: agree on another day.");
}

void WaysOut::offerTomorrow(const Stop &stop)
{
    const auto date = m_time.local(m_store.clock.now()).date().addDays(1);
    const bool hasHours = stop.window.from.isValid() && stop.window.to.isValid();
    const auto from = hasHours ? m_time.local(stop.window.from) : QDateTime(date, QTime(9, 0));
    const auto to = hasHours ? m_time.local(stop.window.to) : QDateTime(date, QTime(13, 0));
    const auto days = from.date().daysTo(date); // its end may be after midnight
    const TimeWindow window{.from = m_time.at(date, from.time()), .to = m_time.at(to.date().addDays(days), to.time())};
    if (!window.from.isValid() || !window.to.isValid() || window.to <= window.from)
        return;
    add({.way = {.id = u"tomorrow"_s,
                 .title = hasHours ? tr("Tomorrow at the same hours") : tr("Tomorrow morning"),
                 .consequence =
                     tr("%1 · off today's route; agree on it with the customer").arg(m_words.window(window))},
         .done = tr("Put off %1 until tomorrow").arg(stop.address.line()),
         .build = [stop = stop.id, window, zone = m_time.zone()](
                      const Scene &scene) { return Decisions::reschedule(scene, stop, window, zone); },
         .act = {}});
}

void WaysOut::offerOtherPlace(const Stop &stop)
{
    const auto &all = m_store.insertions.all();
    add({.way = {.id = u"place"_s,
                 .title = tr("The customer agrees to another place…"),
                 .consequence = all.isEmpty()
                     ? tr("Neighbour, front desk or safe place; the driver goes again")
                     : tr("Neighbour, front desk or safe place · %1").arg(m_words.consequence(all.first(), stop)),
                 .costs = !all.isEmpty() && !breaksNothing(all.first())},
         .done = {},
         .build = {},
         .act = [this, stop = stop.id] { choosePlace(stop); }});
}

void WaysOut::choosePlace(const StopId &stop)
{
    auto *menu = new QMenu(&m_details->ways());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("With the customer's consent"));
    for (const auto &[method, text] : {std::pair(Stop::Method::Neighbour, tr("Leave it with a &neighbour")),
                                       std::pair(Stop::Method::FrontDesk, tr("Leave it at the &front desk")),
                                       std::pair(Stop::Method::SafePlace, tr("Leave it in a &safe place"))})
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, stop, method, text] { leaveAt(stop, method, QString(text).remove(u'&')); });
    const auto &ways = m_details->ways();
    menu->popup(ways.mapToGlobal(QPoint(12, ways.height() / 2)));
    menu->setActiveAction(menu->actions().at(1));
}

void WaysOut::leaveAt(const StopId &id, Stop::Method method, const QString &text)
{
    const auto *stop = m_store.fleet.stops().find(id);
    if (stop == nullptr || m_handling->desk() == nullptr)
        return;
    auto after = *stop;
    after.method = method;
    const auto note = tr("%1, as agreed with the customer", "what the driver is to do").arg(text);
    m_handling->perform(text,
                        tryAgain(id)(m_handling->desk()->scene()) + Decisions::editStop(*stop, after)
                            + Decisions::addNote(stop->depot, Subject::of(id), note, m_store.clock.now()));
}

void WaysOut::offerReturn(const Stop &stop)
{
    add({.way = {.id = u"return"_s,
                 .title = tr("Return it to the depot"),
                 .consequence = tr("Called off; the shop has to be told")},
         .done = tr("Returned %1 to the depot").arg(stop.address.line()),
         .build =
             [stop = stop.id, reason = tr("Returned to the depot")](const Scene &scene) {
                 const auto *known = scene.stop(stop);
                 const bool hasFailed = known != nullptr && known->status == Stop::Status::Failed;
                 return (hasFailed ? Decisions::reattempt(stop) : QList<Verb>()) + Decisions::cancel(stop, reason);
             },
         .act = {}});
}

/// \a isMany: the stop is one of several that this is about.
QString WaysOut::titleOf(const Insertion &insertion, const Stop &stop, bool isMany) const
{
    const auto driver = m_words.driver(insertion.route);
    if (insertion.isOwn)
        return tr("Drive to %1 earlier", "an address").arg(WayWords::address(stop));
    if (isMany)
        return tr("Give %1 to %2", "an address, a driver").arg(WayWords::address(stop), driver);
    return tr("Give it to %1", "a driver").arg(driver);
}

QString WaysOut::offerLate(const Target &target, const Stop &stop)
{
    const auto late = lateness(stop);
    const bool isMany = target.late.size() > 1;
    auto better = m_store.insertions.all();
    better.removeIf([late](const Insertion &insertion) { return insertion.lateBy >= late; });
    better = better.first(std::min(better.size(), mostRoutes + 1));
    const bool canBeKept = !better.isEmpty() && breaksNothing(better.first());
    if (!canBeKept)
        offerTelling(target.late);
    for (const auto &insertion : std::as_const(better))
        offerInsertion(insertion, stop, titleOf(insertion, stop, isMany));
    offerReroute(stop);
    if (canBeKept)
        offerTelling(target.late);
    m_isFirstBest = canBeKept || (isMany && !m_store.insertions.all().isEmpty());
    if (m_store.insertions.all().isEmpty())
        return whyNothingIsKnown();
    if (canBeKept)
        return tr("%1 can still be in time, and no other window is missed for it.").arg(WayWords::address(stop));
    return better.isEmpty() ? tr("Nobody can be there sooner: tell the customer before they ask.")
                            : tr("Every other way breaks a promise, too: tell the customer first.");
}

QString WaysOut::offerUnassigned(const Stop &stop)
{
    const auto &all = m_store.insertions.all();
    for (const auto &insertion : all.first(std::min(all.size(), mostCandidates)))
        offerInsertion(insertion, stop, tr("Give it to %1", "a driver").arg(m_words.driver(insertion.route)));
    if (all.isEmpty())
        return whyNothingIsKnown();
    return breaksNothing(all.first())
        ? tr("%1 can take it, and no window is missed for it.").arg(m_words.driver(all.first().route))
        : tr("Whoever takes it today misses a window: agree on another one.");
}

QString WaysOut::offerIdle(const Stop &stop)
{
    m_isFirstBest = false; // a call comes first
    for (const auto &insertion : m_store.insertions.all()) {
        if (m_offers.size() < mostRoutes && !insertion.isOwn)
            offerInsertion(insertion, stop,
                           tr("Give the next stop, %1, to %2", "an address, a driver")
                               .arg(WayWords::address(stop), m_words.driver(insertion.route)));
    }
    return m_offers.isEmpty() ? whyNothingIsKnown()
                              : tr("While the driver is not to be reached, somebody near can take the next customer.");
}

void WaysOut::offerReroute(const Stop &stop)
{
    const auto *route = m_store.fleet.routes().find(stop.route);
    if (route == nullptr || route->status == Route::Status::Finished)
        return;
    add({.way = {.id = u"reroute"_s,
                 .title = tr("Reroute…"),
                 .consequence = tr("Looks for a better plan together with the routes near it; nothing is sent yet")},
         .done = {},
         .build = {},
         .act = [this, route = route->id] { Q_EMIT rerouteRequested(route); }});
}

void WaysOut::offerTelling(const QList<StopId> &stops)
{
    QStringList lines;
    QStringList names;
    for (const auto &id : stops) {
        if (const auto *stop = m_store.fleet.stops().find(id)) {
            lines << m_words.whomToTell(*stop);
            names << (stop->customer.isEmpty() ? stop->address.line() : stop->customer);
        }
    }
    if (lines.isEmpty())
        return;
    const auto count = static_cast<int>(lines.size());
    add({.way = {.id = u"tell"_s,
                 .title = tr("Copy whom to tell: %n customer(s)", nullptr, count),
                 .consequence = tr("%1 · name, phone, new time", "names of customers").arg(names.join(u", "_s))},
         .done = {},
         .build = {},
         .act = [this, lines, count] {
             QApplication::clipboard()->setText(lines.join(u'\n'));
             m_handling->toasts().tell(Toast::Tone::Done, tr("Copied %n customer(s) to tell", nullptr, count));
         }});
}

} // namespace Doorstep
