// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/handlingactions.h"

#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/shell/toasts.h"

#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

HandlingActions::HandlingActions(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    addEditActions();
    addStopActions();
    addMoveActions();
    addDriverActions();
    addCallActions();
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &HandlingActions::refresh);
    connect(&store.selection, &Selection::changed, this, &HandlingActions::refresh);
    connect(&store.fleet, &Fleet::applied, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

HandlingActions::~HandlingActions() = default;

void HandlingActions::setHandling(Handling &handling, QWidget &window)
{
    m_handling = &handling;
    m_window = &window;
    connect(&handling, &Handling::changed, this, &HandlingActions::refresh);
    refresh();
}

QHash<Advice::Step, QAction *> HandlingActions::stepActions() const
{
    using Advised = Advice::Step;
    return {{Advised::TryAgain, m_actions.find(u"stop.again"_s)},
            {Advised::Reschedule, m_actions.find(u"stop.reschedule"_s)},
            {Advised::Assign, m_actions.find(u"stop.assign"_s)},
            {Advised::CallCustomer, m_actions.find(u"stop.call"_s)},
            {Advised::CallDriver, m_actions.find(u"driver.call"_s)},
            {Advised::AskPhone, m_actions.find(u"driver.ask"_s)},
            {Advised::Edit, m_actions.find(u"stop.edit"_s)},
            {Advised::Locate, m_actions.find(u"stop.locate"_s)},
            {Advised::Release, m_actions.find(u"stop.hold"_s)},
            {Advised::Rescue, m_actions.find(u"reroute.rescue"_s)},
            {Advised::Reroute, m_actions.find(u"reroute.start"_s)},
            {Advised::HoldTouched, m_actions.find(u"closure.hold"_s)},
            {Advised::ShowTouched, m_actions.find(u"closure.show"_s)}};
}

QAction *HandlingActions::add(const QString &id, ActionList::Menu menu, const QString &text, const QKeySequence &key,
                              const QString &iconName, void (HandlingActions::*slot)())
{
    auto *action = m_actions.add(id, menu, text, key, iconName);
    if (slot != nullptr)
        connect(action, &QAction::triggered, this, slot);
    return action;
}

void HandlingActions::addEditActions()
{
    connect(m_actions.add(u"edit.undo"_s, ActionList::Menu::Edit, tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z),
                          u"undo"_s),
            &QAction::triggered, this, [this] { m_handling->undo(); });
    connect(m_actions.add(u"edit.redo"_s, ActionList::Menu::Edit, tr("&Redo"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), u"redo"_s),
            &QAction::triggered, this, [this] { m_handling->redo(); });
    m_actions.addSeparator(ActionList::Menu::Edit);
    addClipboardActions();
    connect(m_actions.add(u"edit.message"_s, ActionList::Menu::Edit, tr("Go to the last &message"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), u"message"_s),
            &QAction::triggered, this, [this] { m_handling->toasts().focusNewest(); });
}

void HandlingActions::addStopActions()
{
    const auto withStop = [this](const QString &id, auto signal) {
        connect(m_actions.find(id), &QAction::triggered, this, [this, signal] {
            if (const auto stop = m_store.selection.stop(); stop.isValid())
                (this->*signal)(stop);
        });
    };
    connect(
        add(u"stop.assign"_s, ActionList::Menu::Stop, tr("&Assign to…"), QKeySequence(Qt::Key_A), u"van"_s, nullptr),
        &QAction::triggered, this, [this] { popUp(&HandlingActions::fillRoutes); });
    connect(add(u"stop.unassign"_s, ActionList::Menu::Stop, tr("Take &off the route"), QKeySequence(Qt::Key_U), {},
                nullptr),
            &QAction::triggered, this, [this] { m_handling->unassign(stops()); });
    m_actions.addSeparator(ActionList::Menu::Stop);
    add(u"stop.pin"_s, ActionList::Menu::Stop, tr("&Pin to its route"), QKeySequence(Qt::Key_P), u"lock"_s,
        &HandlingActions::pin);
    add(u"stop.hold"_s, ActionList::Menu::Stop, tr("&Hold"), QKeySequence(Qt::Key_H), u"blocked"_s,
        &HandlingActions::hold);
    m_actions.addSeparator(ActionList::Menu::Stop);
    add(u"stop.delivered"_s, ActionList::Menu::Stop, tr("Mark &delivered…"), QKeySequence(Qt::CTRL | Qt::Key_D),
        u"check"_s, nullptr);
    connect(m_actions.find(u"stop.delivered"_s), &QAction::triggered, this, [this] {
        if (const auto stop = m_store.selection.stop(); stop.isValid())
            Q_EMIT visitRequested(stop, Stop::Status::Delivered);
    });
    connect(add(u"stop.failed"_s, ActionList::Menu::Stop, tr("Mark &failed…"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), u"warning"_s, nullptr),
            &QAction::triggered, this, [this] { popUp(&HandlingActions::fillFailures); });
    add(u"stop.again"_s, ActionList::Menu::Stop, tr("&Try again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y),
        u"refresh"_s, &HandlingActions::tryAgain);
    add(u"stop.reschedule"_s, ActionList::Menu::Stop, tr("&Reschedule…"), QKeySequence(Qt::CTRL | Qt::Key_R),
        u"clock"_s, nullptr);
    withStop(u"stop.reschedule"_s, &HandlingActions::rescheduleRequested);
    add(u"stop.calloff"_s, ActionList::Menu::Stop, tr("&Call off…"), QKeySequence(Qt::CTRL | Qt::Key_Delete),
        u"close"_s, nullptr);
    withStop(u"stop.calloff"_s, &HandlingActions::callOffRequested);
    m_actions.addSeparator(ActionList::Menu::Stop);
    add(u"stop.edit"_s, ActionList::Menu::Stop, tr("&Edit…"), QKeySequence(Qt::Key_F2), u"settings"_s, nullptr);
    withStop(u"stop.edit"_s, &HandlingActions::editRequested);
    connect(add(u"stop.note"_s, ActionList::Menu::Stop, tr("Add a &note…"), QKeySequence(Qt::CTRL | Qt::Key_N),
                u"message"_s, nullptr),
            &QAction::triggered, this, [this] {
                const auto &selection = m_store.selection;
                if (selection.stop().isValid())
                    Q_EMIT noteRequested(Subject::of(selection.stop()));
                else if (selection.route().isValid())
                    Q_EMIT noteRequested(Subject::of(selection.route()));
                else if (selection.driver().isValid())
                    Q_EMIT noteRequested(Subject::of(selection.driver()));
            });
    m_actions.addSeparator(ActionList::Menu::Stop);
    connect(add(u"stop.copyaddress"_s, ActionList::Menu::Stop, tr("Copy the a&ddress"),
                QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), {}, nullptr),
            &QAction::triggered, this, [this] {
                if (const auto *stop = m_store.fleet.stops().find(m_store.selection.stop()))
                    QApplication::clipboard()->setText(stop->address.text.isEmpty() ? stop->address.line()
                                                                                    : stop->address.text);
            });
}

void HandlingActions::addMoveActions()
{
    m_actions.addSeparator(ActionList::Menu::Stop);
    const auto moving = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                               Move how) {
        connect(add(id, ActionList::Menu::Stop, text, key, icon, nullptr), &QAction::triggered, this,
                [this, how] { move(how); });
    };
    moving(u"stop.next"_s, tr("Drive there ne&xt"), QKeySequence(Qt::ALT | Qt::Key_Home), {}, Move::Next);
    moving(u"stop.earlier"_s, tr("Ear&lier in the route"), QKeySequence(Qt::ALT | Qt::Key_Up), u"chevron-up"_s,
           Move::Earlier);
    moving(u"stop.later"_s, tr("Later &in the route"), QKeySequence(Qt::ALT | Qt::Key_Down), u"chevron-down"_s,
           Move::Later);
    moving(u"stop.last"_s, tr("At the end of the ro&ute"), QKeySequence(Qt::ALT | Qt::Key_End), {}, Move::Last);
}

void HandlingActions::addDriverActions()
{
    using Duty = Driver::Duty;
    for (const auto &[id, text, duty] : {std::tuple{u"driver.onduty"_s, tr("Driver is &on duty"), Duty::OnDuty},
                                         std::tuple{u"driver.break"_s, tr("Driver is on a &break"), Duty::OnBreak},
                                         std::tuple{u"driver.offduty"_s, tr("Driver is o&ff duty"), Duty::OffDuty}})
        connect(add(id, ActionList::Menu::Driver, text, {}, u"user"_s, nullptr), &QAction::triggered, this,
                [this, duty] { setDuty(duty); });
    connect(add(u"driver.ask"_s, ActionList::Menu::Driver, tr("&Ask the phone where it is"), {}, u"phone"_s, nullptr),
            &QAction::triggered, this, &HandlingActions::askPosition);
}

QList<StopId> HandlingActions::stops() const
{
    return m_store.selection.stops();
}

bool HandlingActions::isEvery(bool Stop::*flag) const
{
    const auto all = stops();
    return !all.isEmpty() && std::ranges::all_of(all, [&](const StopId &id) {
        const auto *stop = m_store.fleet.stops().find(id);
        return stop != nullptr && stop->*flag;
    });
}

void HandlingActions::pin()
{
    const bool isPinning = !isEvery(&Stop::pinned);
    const auto name = m_handling->nameOf(stops());
    m_handling->performEach(isPinning ? tr("Pinned %1").arg(name) : tr("Unpinned %1").arg(name), stops(),
                            [isPinning](const Scene &, const StopId &stop) { return Decisions::pin(stop, isPinning); });
}

void HandlingActions::hold()
{
    const bool isHolding = !isEvery(&Stop::held);
    const auto name = m_handling->nameOf(stops());
    m_handling->performEach(
        isHolding ? tr("Held %1").arg(name) : tr("Released %1").arg(name), stops(),
        [isHolding](const Scene &, const StopId &stop) { return Decisions::hold(stop, isHolding); });
}

void HandlingActions::tryAgain()
{
    m_handling->performEach(tr("Opened %1 for another try").arg(m_handling->nameOf(stops())), stops(),
                            [](const Scene &, const StopId &stop) { return Decisions::reattempt(stop); });
}

void HandlingActions::fail(Stop::Failure failure)
{
    m_handling->performEach(tr("Marked %1 failed").arg(m_handling->nameOf(stops())), stops(),
                            [failure, now = m_store.clock.now()](const Scene &, const StopId &stop) {
                                return Decisions::recordVisit(stop, Stop::Status::Failed, failure, {}, now);
                            });
}

void HandlingActions::setDuty(Driver::Duty duty)
{
    const auto id = m_store.selection.driver();
    const auto *driver = m_store.fleet.drivers().find(id);
    if (driver == nullptr || !m_handling->desk())
        return;
    const auto text = [duty] {
        switch (duty) {
        case Driver::Duty::OnDuty:
            return tr("%1 is on duty");
        case Driver::Duty::OnBreak:
            return tr("%1 is on a break");
        case Driver::Duty::OffDuty:
        case Driver::Duty::Unknown:
            break;
        }
        return tr("%1 is off duty");
    };
    m_handling->perform(text().arg(driver->name), Decisions::setDuty(m_handling->desk()->scene(), id, duty));
}

void HandlingActions::askPosition()
{
    const auto id = m_store.selection.driver();
    const auto *driver = m_store.fleet.drivers().find(id);
    if (driver == nullptr || !m_handling->desk())
        return;
    m_handling->perform(tr("Asked the phone of %1 where it is: it answers at its next contact").arg(driver->name),
                        Decisions::askPosition(id, m_store.clock.now()));
}

void HandlingActions::move(Move how)
{
    const auto place = placeFor(how);
    if (place.reason.isEmpty())
        m_handling->move(place.stops, place.route, place.position);
    else
        m_handling->toasts().tell(Toast::Tone::Refused, place.reason);
}

HandlingActions::Place HandlingActions::placeFor(Move how) const
{
    Place place{.stops = stops(), .route = {}, .position = -1, .reason = {}};
    if (place.stops.isEmpty() || !m_handling->desk()) {
        place.reason = tr("Select a stop first.");
        return place;
    }
    const auto &scene = m_handling->desk()->scene();
    const auto *first = scene.stop(place.stops.constFirst());
    const auto *route = first == nullptr ? nullptr : scene.route(first->route);
    const auto isThere = [route](const StopId &stop) { return route != nullptr && route->stops.contains(stop); };
    if (!std::ranges::all_of(place.stops, isThere)) {
        place.reason = route == nullptr ? RefusalWords::of(u"no_route") : tr("They are on several routes.");
        return place;
    }
    std::ranges::sort(place.stops, {}, [route](const StopId &stop) { return route->stops.indexOf(stop); });
    place.route = route->id;
    const auto count = route->stops.size();
    const auto head = route->stops.indexOf(place.stops.constFirst());
    const auto tail = route->stops.indexOf(place.stops.constLast());
    const auto begin = m_handling->firstOpenPlace(route->id);
    const bool isForward = how == Move::Earlier || how == Move::Next;
    if (tail - head + 1 == place.stops.size() && (isForward ? head <= begin : tail == count - 1))
        place.reason = isForward ? tr("It is the next already.") : tr("It is the last already.");
    switch (how) {
    case Move::Earlier:
        place.position = std::max(begin, head - 1);
        break;
    case Move::Later:
        place.position = tail + 2 < count ? tail + 2 : -1;
        break;
    case Move::Next:
        place.position = begin;
        break;
    case Move::Last:
        break;
    }
    if (place.reason.isEmpty())
        place.reason = m_handling->reasonAgainstMove(place.stops, place.route, place.position);
    return place;
}

} // namespace Doorstep

#include "moc_handlingactions.cpp"
