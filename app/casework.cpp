// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/casework.h"

#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/closecasesheet.h"
#include "widgets/attention/concernwords.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/historypage.h"
#include "widgets/attention/notespage.h"
#include "widgets/conflicts/conflicttray.h"
#include "widgets/orders/stopeditor.h"
#include "widgets/parts/cardlist.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"

#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

Casework::Casework(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
    , m_setbacks(store.setbacks)
{
    addActions();
}

void Casework::addActions()
{
    m_actions.addSeparator(ActionList::Menu::Select);
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                            auto what) {
        connect(m_actions.add(id, ActionList::Menu::Select, text, key, icon), &QAction::triggered, this, what);
    };
    add(u"case.take"_s, tr("Ta&ke the case"), QKeySequence(Qt::SHIFT | Qt::Key_A), u"user"_s, [this] { take(); });
    add(u"case.give"_s, tr("&Give the case to…"), QKeySequence(Qt::CTRL | Qt::Key_G), u"user"_s,
        [this] { popUp(&Casework::give); });
    add(u"case.snooze"_s, tr("&Snooze the case…"), QKeySequence(Qt::Key_S), u"clock"_s,
        [this] { popUp(&Casework::snooze); });
    add(u"case.close"_s, tr("Cl&ose the case…"), QKeySequence(Qt::Key_X), u"check"_s, [this] { close(Reach::One); });
    add(u"case.reopen"_s, tr("&Reopen the case"), QKeySequence(Qt::SHIFT | Qt::Key_X), u"refresh"_s,
        [this] { reopen(); });
    addTopicActions();
    add(u"case.take_alike"_s, tr("Take all of its kind"), {}, u"user"_s, [this] { takeAlike(); });
    add(u"case.snooze_alike"_s, tr("Snooze all of its kind…"), {}, u"clock"_s,
        [this] { popUp(&Casework::snoozeAlike); });
    add(u"case.close_alike"_s, tr("Close all of its kind…"), {}, u"check"_s, [this] { close(Reach::Alike); });
    m_actions.add(u"case.alerts"_s, ActionList::Menu::View, tr("A&lerts…"), {}, u"bell"_s);
    add(u"case.tray"_s, tr("Decisions that were &not taken"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        u"warning"_s, [this] { showSetbacks(); });
}

void Casework::setPlace(MainWindow &window, const Panes &panes)
{
    m_window = &window;
    m_cases = &panes.cases;
    m_attention = &panes.attention;
    m_details = &panes.details;
    m_map = &panes.map;
    m_closing = new CloseCaseSheet(&window);
    connect(m_closing, &CloseCaseSheet::closeRequested, this, &Casework::closeWith);
    m_tray = new ConflictTray(&window, m_setbacks, m_store.fleet, m_store.clock);
    m_editor = new StopEditor(m_store.fleet);
    m_details->showEditor(m_editor);
    m_details->showEditor(nullptr);
    connectTray();
    connectNotes();
    connectEditor();
    connect(m_attention, &AttentionPane::takeRequested, this, &Casework::take);
    connect(&m_store.selection, &Selection::changed, this, &Casework::refresh);
    connect(m_cases, &AttentionFilterModel::countsChanged, this, &Casework::refresh);
    takePerson();
}

void Casework::setDesk(Desk *desk)
{
    endEditing();
    if (m_desk)
        disconnect(m_desk, nullptr, this, nullptr);
    m_desk = desk;
    if (m_desk)
        connect(m_desk, &Desk::personChanged, this, &Casework::takePerson);
    takePerson();
}

bool Casework::perform(const QString &text, const QList<Verb> &verbs)
{
    return m_desk && !verbs.isEmpty() && m_desk->perform(text, verbs);
}

void Casework::setDepotTime(const DepotTime &time)
{
    m_time = time;
    m_tray->setDepotTime(time);
    m_editor->setDepotTime(time);
}

void Casework::takePerson()
{
    const auto person = desk() != nullptr ? desk()->person().value_or(User()) : User();
    m_cases->setPerson(person.id);
    m_details->notes().setPerson(person.id);
    m_details->history().setMayFilter(person.has(User::Role::Supervisor) || person.has(User::Role::Admin));
    refresh();
}

// The case of what is selected, also one that was put off or closed.
const Concern *Casework::concern() const
{
    const auto index = m_cases->source().indexOf(m_store.selection);
    return index.isValid() ? &m_cases->source().at(index.row()) : nullptr;
}

Cause Casework::cause() const
{
    return causeOf(*concern(), m_store.fleet);
}

QList<Cause> Casework::causes(Reach reach) const
{
    const auto *chosen = concern();
    if (chosen == nullptr)
        return {};
    QList<Cause> alike;
    const auto add = [this, &alike](const Concern &one) {
        alike.append(causeOf(one, m_store.fleet));
        for (const auto &part : partsOf(one, m_store.concerns, m_store.fleet))
            alike.append(causeOf(part, m_store.fleet));
    };
    if (reach == Reach::One) {
        add(*chosen);
        return alike;
    }
    const auto word = kindWordOf(*chosen, m_store.fleet);
    for (int row = 0; row < m_cases->rowCount(); ++row) {
        const auto &other = m_cases->source().at(m_cases->mapToSource(m_cases->index(row, 0)).row());
        if (kindWordOf(other, m_store.fleet) == word)
            add(other);
    }
    return alike;
}

// Asked whenever anything changes, so it stops at the second.
bool Casework::hasAlike() const
{
    const auto word = kindWordOf(*concern(), m_store.fleet);
    int alike = 0;
    for (int row = 0; row < m_cases->rowCount() && alike < 2; ++row) {
        const auto &other = m_cases->source().at(m_cases->mapToSource(m_cases->index(row, 0)).row());
        alike += kindWordOf(other, m_store.fleet) == word ? 1 : 0;
    }
    return alike > 1;
}

void Casework::decide(const QList<Cause> &causes, const QString &text,
                      const std::function<QList<Verb>(const Cause &cause)> &verbs)
{
    QList<Verb> all;
    for (const auto &cause : causes)
        all += verbs(cause);
    if (causes.contains(concern() == nullptr ? Cause() : cause()))
        m_attention->goOn();
    perform(text, all);
}

void Casework::takeAlike()
{
    const auto all = causes(Reach::Alike);
    const auto person = desk() == nullptr ? std::nullopt : desk()->person();
    if (all.isEmpty() || !person)
        return;
    decide(all, tr("Took %n case(s)", nullptr, static_cast<int>(all.size())),
           [this, me = person->id](const Cause &one) {
               return Decisions::take(desk()->scene(), one.id, one.occasion, me);
           });
}

void Casework::refresh()
{
    const bool isCase = concern() != nullptr && desk() != nullptr && desk()->person();
    const auto *exception = isCase ? m_store.fleet.exceptions().find(cause().id) : nullptr;
    const bool isClosed = exception != nullptr && exception->status == Exception::Status::Closed;
    const bool isMine = exception != nullptr && isCase && exception->owner == desk()->personId();
    m_actions.find(u"case.take"_s)->setText(isMine ? tr("&Let the case go") : tr("Ta&ke the case"));
    for (const auto &id : {u"case.take"_s, u"case.give"_s, u"case.snooze"_s, u"case.close"_s})
        m_actions.find(id)->setEnabled(isCase && !isClosed);
    const bool areAlike = isCase && !isClosed && hasAlike();
    for (const auto &id : {u"case.take_alike"_s, u"case.snooze_alike"_s, u"case.close_alike"_s})
        m_actions.find(id)->setEnabled(areAlike);
    m_actions.find(u"case.reopen"_s)->setEnabled(isCase && isClosed);
    refreshTopics(isCase && !isClosed);
    m_actions.find(u"case.tray"_s)->setEnabled(hasSetbacks());
}

void Casework::fill(QMenu &menu)
{
    refresh();
    if (concern() == nullptr)
        return;
    menu.addSeparator();
    for (const auto &id : {u"case.take"_s, u"case.give"_s, u"case.snooze"_s, u"case.escalate"_s, u"case.lower"_s,
                           u"case.merge"_s, u"case.follow"_s, u"case.ways"_s, u"case.close"_s, u"case.reopen"_s}) {
        if (auto *action = m_actions.find(id); action->isEnabled())
            menu.addAction(action);
    }
    if (!hasAlike())
        return;
    auto *all = menu.addMenu(tr("All of its kind"));
    for (const auto &id : {u"case.take_alike"_s, u"case.snooze_alike"_s, u"case.close_alike"_s})
        all->addAction(m_actions.find(id));
}

void Casework::popUp(void (Casework::*fillMenu)(QMenu &))
{
    if (concern() == nullptr || desk() == nullptr)
        return;
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    (this->*fillMenu)(*menu);
    const auto *list = m_attention->list();
    const auto row = list->visualRect(list->currentIndex());
    menu->popup(list->isVisible() && row.isValid() ? list->viewport()->mapToGlobal(row.bottomLeft())
                                                   : m_window->mapToGlobal(m_window->rect().center()));
    const auto offered = menu->actions();
    const auto first = std::ranges::find_if(
        offered, [](const QAction *action) { return !action->isSeparator() && action->isEnabled(); });
    if (first != offered.end())
        menu->setActiveAction(*first);
}

void Casework::take()
{
    if (concern() == nullptr || desk() == nullptr || !desk()->person())
        return;
    const auto *exception = m_store.fleet.exceptions().find(cause().id);
    const bool isMine = exception != nullptr && exception->owner == desk()->personId();
    QList<Verb> verbs; // with what it says for many
    for (const auto &[id, occasion] : causes(Reach::One))
        verbs += Decisions::take(desk()->scene(), id, occasion, isMine ? UserId() : desk()->personId());
    perform(isMine ? tr("Let the case go") : tr("Took the case"), verbs);
}

void Casework::give(QMenu &menu)
{
    for (const auto &user : m_store.fleet.users()) {
        const bool isAtADesk =
            std::ranges::any_of(user.roles, [](User::Role role) { return role != User::Role::Driver; });
        if (!isAtADesk)
            continue;
        const auto name = user.fullName.isEmpty() ? user.name : user.fullName;
        auto shown = name;
        connect(menu.addAction(shown.replace(u'&', u"&&"_s)), &QAction::triggered, this, [this, name, user] {
            if (concern() == nullptr || desk() == nullptr)
                return;
            QList<Verb> verbs; // with what it says for many
            for (const auto &[id, occasion] : causes(Reach::One))
                verbs += Decisions::take(desk()->scene(), id, occasion, user.id);
            perform(tr("Gave the case to %1").arg(name), verbs);
        });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nobody else is known here"))->setEnabled(false);
}

void Casework::offerTimes(QMenu &menu, Reach reach)
{
    const auto now = m_store.clock.now();
    const auto all = causes(reach);
    const auto snooze = [this, all](const QDateTime &until) {
        const auto text = tr("Snoozed %n case(s) until %1", nullptr, static_cast<int>(all.size()));
        decide(all,
               all.size() == 1 ? tr("Snoozed the case until %1").arg(m_time.clock(until))
                               : text.arg(m_time.clock(until)),
               [until](const Cause &cause) { return Decisions::snooze(cause.id, cause.occasion, until); });
    };
    const auto offer = [&](const QString &text, const QDateTime &until) {
        connect(menu.addAction(tr("%1 — until %2", "how long, time").arg(text, m_time.clock(until))),
                &QAction::triggered, this, [snooze, until] { snooze(until); });
    };
    offer(tr("&10 minutes"), now.addDuration(10min));
    offer(tr("&30 minutes"), now.addDuration(30min));
    offer(tr("1 &hour"), now.addDuration(1h));
    if (reach == Reach::Alike)
        return;
    if (const auto due = concern()->dueAt; due.isValid() && due > now.addDuration(10min))
        offer(tr("10 minutes before it is &due"), due.addDuration(-10min));
    const auto *exception = m_store.fleet.exceptions().find(cause().id);
    if (exception != nullptr && exception->snoozedUntil > now)
        connect(menu.addAction(tr("&Wake it now")), &QAction::triggered, this, [this, all] {
            decide(all, tr("Woke the case"),
                   [](const Cause &cause) { return Decisions::snooze(cause.id, cause.occasion, {}); });
        });
}

void Casework::snoozeFromAfar(const QString &key)
{
    const auto index = m_cases->source().indexOf(key);
    if (!index.isValid())
        return;
    const auto [id, occasion] = causeOf(m_cases->source().at(index.row()), m_store.fleet);
    const auto until = m_store.clock.now().addDuration(10min);
    perform(tr("Snoozed the case until %1").arg(m_time.clock(until)), Decisions::snooze(id, occasion, until));
}

void Casework::close(Reach reach)
{
    m_closed = causes(reach);
    if (m_closed.isEmpty())
        return;
    const auto usual = CloseCaseSheet::usualOf(concern()->kind, m_store.fleet.exceptions().find(cause().id));
    const auto *stop = m_store.fleet.stops().find(concern()->stop);
    const auto *route = m_store.fleet.routes().find(concern()->route);
    const auto *driver = route == nullptr ? nullptr : m_store.fleet.driverOf(*route);
    const auto whose = driver == nullptr ? QString() : driver->name;
    const auto one = stop == nullptr ? whose : stop->address.line();
    const auto kind = kindWordOf(*concern(), m_store.fleet);
    m_closing->ask(usual,
                   reach == Reach::One ? one
                                       : tr("%1, all %2", "a kind of case, how many")
                                             .arg(ConcernWords::kindName(kind), QLocale().toString(m_closed.size())));
}

void Casework::closeWith(const QString &resolution)
{
    const auto closed = std::exchange(m_closed, {});
    if (closed.isEmpty())
        return;
    const auto text = tr("Closed %n case(s): %1", nullptr, static_cast<int>(closed.size()));
    decide(closed,
           closed.size() == 1 ? tr("Closed the case: %1", "how it was resolved").arg(resolution) : text.arg(resolution),
           [resolution](const Cause &cause) { return Decisions::close(cause.id, cause.occasion, resolution); });
}

void Casework::reopen()
{
    if (concern() == nullptr)
        return;
    const auto [id, occasion] = cause();
    perform(tr("Reopened the case"), Decisions::reopen(id, occasion));
}

} // namespace Doorstep

#include "moc_casework.cpp"
