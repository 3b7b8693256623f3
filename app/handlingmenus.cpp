// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// HandlingActions' other half: what is offered when, and the menus.
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/parts/words.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {

void HandlingActions::allow(const QString &id, const QString &reason)
{
    auto *action = m_actions.find(id);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason.isEmpty() ? plainText(*action) : reason.toHtmlEscaped());
    action->setStatusTip(reason);
}

void HandlingActions::refresh()
{
    m_soon.stop();
    // Behind the lock nothing is offered, whatever changes meanwhile.
    if (m_handling == nullptr || m_handling->isLocked())
        return;
    const auto *desk = m_handling->desk();
    const auto turn = [&](const QString &id, const QString &word, const QString &text, bool can) {
        auto *action = m_actions.find(id);
        action->setText(can ? tr("%1: %2", "Undo or Redo, and what").arg(word, QString(text).replace(u'&', "&&"_L1))
                            : word);
        allow(id, can ? QString() : tr("There is nothing to take back or do again."));
    };
    turn(u"edit.undo"_s, tr("&Undo"), desk ? desk->undoStack().undoText() : QString(),
         desk && desk->undoStack().canUndo());
    turn(u"edit.redo"_s, tr("&Redo"), desk ? desk->undoStack().redoText() : QString(),
         desk && desk->undoStack().canRedo());
    refreshStops();
    refreshDriver();
    refreshCalls();
    refreshClipboard();
}

QString HandlingActions::reasonOfOne(const Handling::BuildOne &build) const
{
    if (stops().size() > 1)
        return tr("Select one stop only.");
    return m_handling->reasonAgainst(stops(), build);
}

bool HandlingActions::isAnyOpen(const QList<StopId> &chosen) const
{
    return chosen.isEmpty() || std::ranges::any_of(chosen, [this](const StopId &id) {
               const auto *stop = m_store.fleet.stops().find(id);
               return stop != nullptr && stop->isOpen();
           });
}

void HandlingActions::refreshStops()
{
    const auto chosen = stops();
    refreshMarks(chosen);
    refreshRouting(chosen);
    refreshOutcomes(chosen);
    refreshEditing(chosen);
}

void HandlingActions::refreshMarks(const QList<StopId> &chosen)
{
    m_actions.find(u"stop.pin"_s)
        ->setText(isEvery(&Stop::pinned) ? tr("Un&pin from its route") : tr("&Pin to its route"));
    m_actions.find(u"stop.hold"_s)->setText(isEvery(&Stop::held) ? tr("Re&lease") : tr("&Hold"));
    const bool isPinning = !isEvery(&Stop::pinned);
    const bool isHolding = !isEvery(&Stop::held);
    allow(u"stop.pin"_s,
          !isAnyOpen(chosen) ? RefusalWords::of(u"stop_is_done")
                             : m_handling->reasonAgainst(chosen, [isPinning](const Scene &, const StopId &stop) {
                                   return Decisions::pin(stop, isPinning);
                               }));
    allow(u"stop.hold"_s, m_handling->reasonAgainst(chosen, [isHolding](const Scene &, const StopId &stop) {
        return Decisions::hold(stop, isHolding);
    }));
}

void HandlingActions::refreshRouting(const QList<StopId> &chosen)
{
    const auto takingOff = [](const Scene &scene, const StopId &stop) { return Decisions::unassign(scene, {stop}); };
    const auto unassign = m_handling->reasonAgainst(chosen, takingOff);
    allow(u"stop.unassign"_s, unassign);
    // Which route is chosen in the menu, where each says why it cannot be; here only whether any stop may go at all.
    const auto giving = [this](const Scene &scene, const StopId &id) -> QList<Verb> {
        const auto *stop = scene.stop(id);
        if (stop == nullptr || m_store.fleet.routes().isEmpty())
            return {};
        if (stop->status == Stop::Status::Failed)
            return Decisions::reattempt(id);
        return stop->route.isValid() ? Decisions::unassign(scene, {id})
                                     : Decisions::assign(scene, {id}, m_store.fleet.routes().at(0).id);
    };
    const auto assign = m_handling->reasonAgainst(chosen, giving);
    allow(u"stop.assign"_s, assign);
    for (const auto &[id, how] : {std::pair{u"stop.earlier"_s, Move::Earlier}, std::pair{u"stop.later"_s, Move::Later},
                                  std::pair{u"stop.next"_s, Move::Next}, std::pair{u"stop.last"_s, Move::Last}})
        allow(id, placeFor(how).reason);
}

void HandlingActions::refreshOutcomes(const QList<StopId> &chosen)
{
    const auto record = [now = m_store.clock.now()](Stop::Status outcome, Stop::Failure failure) {
        return
            [=](const Scene &, const StopId &stop) { return Decisions::recordVisit(stop, outcome, failure, {}, now); };
    };
    allow(u"stop.delivered"_s, reasonOfOne(record(Stop::Status::Delivered, Stop::Failure::None)));
    allow(u"stop.failed"_s,
          !isAnyOpen(chosen)
              ? RefusalWords::of(u"already_done")
              : m_handling->reasonAgainst(chosen, record(Stop::Status::Failed, Stop::Failure::NobodyHome)));
    allow(u"stop.again"_s, m_handling->reasonAgainst(chosen, [](const Scene &, const StopId &stop) {
        return Decisions::reattempt(stop);
    }));
    allow(u"stop.calloff"_s, reasonOfOne([](const Scene &, const StopId &stop) { return Decisions::cancel(stop); }));
}

void HandlingActions::refreshEditing(const QList<StopId> &chosen)
{
    allow(u"stop.reschedule"_s,
          reasonOfOne([now = m_store.clock.now()](const Scene &scene, const StopId &id) -> QList<Verb> {
              const auto *stop = scene.stop(id);
              if (stop == nullptr)
                  return {};
              return {RescheduleStop{
                  .stop = id, .was = stop->window, .window = {.from = now.addYears(1), .to = {}}}}; // any other
          }));
    allow(u"stop.edit"_s, reasonOfOne([](const Scene &scene, const StopId &id) -> QList<Verb> {
              const auto *stop = scene.stop(id);
              if (stop == nullptr)
                  return {};
              StopDetails was;
              was.phone = stop->phone;
              StopDetails set;
              set.phone = stop->phone + u'0';
              return {EditStop{.stop = id, .was = was, .set = set}};
          }));
    allow(u"stop.copyaddress"_s, chosen.size() == 1 ? QString() : tr("Select one stop."));
    const bool hasSubject = chosen.size() == 1 || (chosen.isEmpty() && !m_store.selection.isEmpty());
    allow(u"stop.note"_s, hasSubject ? QString() : tr("Select one stop, route or driver."));
}

void HandlingActions::refreshDriver()
{
    const auto driver = m_store.selection.driver();
    const auto against = [&](Driver::Duty duty) {
        const auto *desk = m_handling->desk();
        return m_handling->reasonAgainst(desk == nullptr ? QList<Verb>()
                                                         : Decisions::setDuty(desk->scene(), driver, duty));
    };
    for (const auto &[id, duty] :
         {std::pair{u"driver.onduty"_s, Driver::Duty::OnDuty}, std::pair{u"driver.break"_s, Driver::Duty::OnBreak},
          std::pair{u"driver.offduty"_s, Driver::Duty::OffDuty}})
        allow(id, driver.isValid() ? against(duty) : tr("Select a driver first."));
    allow(u"driver.ask"_s,
          !driver.isValid() ? tr("Select a driver first.")
                            : m_handling->reasonAgainst(Decisions::askPosition(driver, m_store.clock.now())));
}

void HandlingActions::fillRoutes(QMenu &menu)
{
    menu.setToolTipsVisible(true);
    QList<const Route *> routes;
    for (const auto &route : m_store.fleet.routes()) {
        if (m_store.fleet.isOfTheDay(route))
            routes.append(&route);
    }
    std::ranges::sort(routes, [this](const Route *a, const Route *b) {
        return m_handling->nameOf(a->id).localeAwareCompare(m_handling->nameOf(b->id)) < 0;
    });
    const auto chosen = stops();
    for (const auto *route : std::as_const(routes)) {
        const auto *forecast = m_store.fleet.forecastOf(route->id);
        const auto slack = DurationText::slack(forecast == nullptr ? std::nullopt : forecast->slack);
        const auto name = m_handling->nameOf(route->id).replace(u'&', "&&"_L1);
        auto *choice = menu.addAction(name + u'\t' + slack); // after the tab stands what usually is the key
        const auto reason = m_handling->reasonAgainstMove(chosen, route->id, m_handling->bestPlace(chosen, route->id));
        choice->setEnabled(reason.isEmpty() || chosen.size() > 1);
        choice->setToolTip(reason.toHtmlEscaped());
        choice->setStatusTip(reason);
        connect(choice, &QAction::triggered, this,
                [this, chosen, id = route->id] { m_handling->move(chosen, id, m_handling->bestPlace(chosen, id)); });
    }
    if (routes.isEmpty())
        menu.addAction(tr("No routes today"))->setEnabled(false);
}

void HandlingActions::fillFailures(QMenu &menu)
{
    using Failure = Stop::Failure;
    for (const auto failure : {Failure::NobodyHome, Failure::WrongAddress, Failure::Refused, Failure::Damaged,
                               Failure::Missing, Failure::NoAccess, Failure::Other})
        connect(menu.addAction(Words::of(failure)), &QAction::triggered, this, [this, failure] { fail(failure); });
    menu.addSeparator();
    auto *more = menu.addAction(tr("With a note or another time…"));
    more->setEnabled(stops().size() == 1);
    connect(more, &QAction::triggered, this,
            [this] { Q_EMIT visitRequested(m_store.selection.stop(), Stop::Status::Failed); });
}

// By key or palette: where the person is looking.
void HandlingActions::popUp(void (HandlingActions::*fillWith)(QMenu &))
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    (this->*fillWith)(*menu);
    const auto size = menu->sizeHint().boundedTo(m_window->size());
    menu->popup(m_window->mapToGlobal(QPoint((m_window->width() - size.width()) / 2, m_window->height() / 6)));
    if (auto *first = menu->actions().value(0))
        menu->setActiveAction(first);
}

void HandlingActions::fill(QMenu &menu)
{
    refresh();
    menu.setToolTipsVisible(true);
    const auto action = [this](const QString &id) { return m_actions.find(id); };
    const auto sub = [&](const QString &id, void (HandlingActions::*fillWith)(QMenu &)) {
        const auto *source = action(id);
        auto *under = menu.addMenu(source->icon(), source->text().remove(u'…'));
        under->setEnabled(source->isEnabled());
        under->menuAction()->setToolTip(source->toolTip());
        under->menuAction()->setStatusTip(source->statusTip());
        if (source->isEnabled())
            connect(under, &QMenu::aboutToShow, this, [this, under, fillWith] {
                if (under->isEmpty())
                    (this->*fillWith)(*under);
            });
    };
    if (!stops().isEmpty()) {
        sub(u"stop.assign"_s, &HandlingActions::fillRoutes);
        auto *places = menu.addMenu(tr("&Place in the route"));
        places->setToolTipsVisible(true);
        for (const auto &id : {u"stop.next"_s, u"stop.earlier"_s, u"stop.later"_s, u"stop.last"_s})
            places->addAction(action(id));
        menu.addActions({action(u"edit.cut"_s), action(u"edit.paste"_s)});
        menu.addActions({action(u"stop.unassign"_s), action(u"stop.pin"_s), action(u"stop.hold"_s)});
        menu.addSeparator();
        menu.addAction(action(u"stop.delivered"_s));
        sub(u"stop.failed"_s, &HandlingActions::fillFailures);
        menu.addActions({action(u"stop.again"_s), action(u"stop.reschedule"_s), action(u"stop.calloff"_s)});
        menu.addSeparator();
        menu.addActions({action(u"stop.call"_s), action(u"driver.call"_s)});
        menu.addSeparator();
        menu.addActions({action(u"stop.locate"_s), action(u"stop.edit"_s), action(u"stop.note"_s)});
        menu.addSeparator();
        menu.addActions({action(u"select.map"_s), action(u"select.copy"_s), action(u"stop.copyaddress"_s)});
        return;
    }
    menu.addActions(m_actions.actions(ActionList::Menu::Driver));
    menu.addSeparator();
    menu.addActions({action(u"edit.paste"_s), action(u"stop.note"_s)});
    menu.addSeparator();
    menu.addActions({action(u"select.map"_s), action(u"select.follow"_s)});
}

} // namespace Doorstep
