// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Casework's third part: calling the supervisors, merging cases, following them.
#include "app/casework.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/concernwords.h"
#include "widgets/shell/actionlist.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype mostOffered = 12; ///< Cases to merge with: more are not read.

/// A text of others in a menu, where an ampersand would underline.
QString inMenu(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

void Casework::addTopicActions()
{
    using Menu = ActionList::Menu;
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                            auto what) {
        connect(m_actions.add(id, Menu::Select, text, key, icon), &QAction::triggered, this, what);
    };
    add(u"case.escalate"_s, tr("&Escalate the case…"), QKeySequence(Qt::SHIFT | Qt::Key_E), u"bell"_s,
        [this] { popUp(&Casework::escalate); });
    add(u"case.lower"_s, tr("Take the escalation back"), {}, u"undo"_s, [this] { lower(); });
    add(u"case.merge"_s, tr("&Merge with another case…"), QKeySequence(Qt::Key_M), u"layers"_s,
        [this] { popUp(&Casework::merge); });
    add(u"case.follow"_s, tr("Follo&w the case"), QKeySequence(Qt::Key_W), u"star-filled"_s, [this] { follow(); });
}

void Casework::refreshTopics(bool isOpenCase)
{
    const auto *exception = isOpenCase ? m_store.fleet.exceptions().find(cause().id) : nullptr;
    const bool isRaised = exception != nullptr && exception->escalation == Exception::Escalation::Raised;
    const bool isFollowed = exception != nullptr && exception->followers.contains(desk()->personId());
    m_actions.find(u"case.escalate"_s)->setEnabled(isOpenCase && !isRaised);
    m_actions.find(u"case.lower"_s)->setEnabled(isRaised);
    m_actions.find(u"case.merge"_s)->setEnabled(isOpenCase);
    auto *follows = m_actions.find(u"case.follow"_s);
    follows->setEnabled(isOpenCase);
    follows->setText(isFollowed ? tr("Follo&w the case no longer") : tr("Follo&w the case"));
}

void Casework::escalate(QMenu &menu)
{
    const auto offer = [this, &menu](const QString &text, const QString &reason) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, reason] { escalateWith(reason); });
    };
    menu.addSection(tr("Escalate to the supervisors"));
    offer(tr("&Without a reason"), {});
    for (const auto &reason : {tr("The customer is waiting for an answer"), tr("It costs more than I may decide"),
                               tr("The driver does not answer"), tr("It has happened here before")})
        offer(reason, reason);
}

void Casework::escalateWith(const QString &reason)
{
    QList<Verb> verbs; // with what it says for many
    for (const auto &[id, occasion] : causes(Reach::One))
        verbs += Decisions::escalate(id, occasion, Exception::Escalation::Raised, reason);
    perform(tr("Escalated the case"), verbs);
}

void Casework::lower()
{
    QList<Verb> verbs;
    for (const auto &[id, occasion] : causes(Reach::One)) {
        const auto *exception = m_store.fleet.exceptions().find(id);
        if (exception != nullptr && exception->escalation == Exception::Escalation::Raised)
            verbs += Decisions::escalate(id, occasion, Exception::Escalation::Lowered);
    }
    perform(tr("Took the escalation back"), verbs);
}

QString Casework::nameOf(const Concern &concern) const
{
    const auto index = m_cases->source().indexOf(concern.key());
    const auto place = ConcernWords::place(index);
    const auto title = ConcernWords::title(index, m_store.clock.now());
    return place.isEmpty() ? title : tr("%1: %2", "a kind of case, where").arg(title, place);
}

// What shares the route, the driver or the place comes first; the rest in the order of the queue.
void Casework::merge(QMenu &menu)
{
    const auto own = *concern();
    QStringList near;
    QStringList others;
    for (int row = 0; row < m_cases->rowCount(); ++row) {
        const auto &other = m_cases->source().at(m_cases->mapToSource(m_cases->index(row, 0)).row());
        if (other.about() == own.about()
            || causeOf(other, m_store.fleet).occasion.depot != causeOf(own, m_store.fleet).occasion.depot)
            continue;
        const bool isNear = other.thing() == own.thing() || (own.route.isValid() && other.route == own.route);
        (isNear ? near : others).append(other.key());
    }
    menu.addSection(tr("Make it a part of"));
    const auto all = near + others;
    for (const auto &key : all.first(std::min(all.size(), mostOffered))) {
        const auto name = nameOf(m_cases->source().at(m_cases->source().indexOf(key).row()));
        connect(menu.addAction(inMenu(name)), &QAction::triggered, this, [this, key, name] { mergeInto(key, name); });
    }
    if (all.isEmpty())
        menu.addAction(tr("There is no other case here"))->setEnabled(false);
    offerParts(menu);
}

void Casework::offerParts(QMenu &menu)
{
    const auto offer = [this, &menu](const Cause &part, const QString &text) {
        connect(menu.addAction(inMenu(text)), &QAction::triggered, this, [this, part] {
            if (desk() != nullptr)
                perform(tr("Made it a case of its own again"),
                        Decisions::split(desk()->scene(), part.id, part.occasion));
        });
    };
    const auto own = cause();
    const auto *exception = m_store.fleet.exceptions().find(own.id);
    if (exception != nullptr && exception->mergedInto.isValid())
        offer(own, tr("Make it a case of its own again"));
    bool isFirst = true;
    for (const auto &part : partsOf(*concern(), m_store.concerns, m_store.fleet)) {
        const auto cause = causeOf(part, m_store.fleet);
        const auto *known = m_store.fleet.exceptions().find(cause.id);
        if (known == nullptr || known->mergedInto != own.id)
            continue; // it belongs to a late route by itself
        if (std::exchange(isFirst, false))
            menu.addSection(tr("Take out again"));
        offer(cause, nameOf(part));
    }
}

void Casework::mergeInto(const QString &key, const QString &name)
{
    const auto index = m_cases->source().indexOf(key);
    if (!index.isValid() || concern() == nullptr || desk() == nullptr)
        return;
    const auto into = causeOf(m_cases->source().at(index.row()), m_store.fleet);
    const auto own = cause();
    decide({own}, tr("Merged the case with %1").arg(name), [this, into](const Cause &one) {
        return Decisions::merge(desk()->scene(), one.id, one.occasion, into.id, into.occasion);
    });
}

void Casework::follow()
{
    if (concern() == nullptr || desk() == nullptr || !desk()->person())
        return;
    const auto own = cause();
    const auto *exception = m_store.fleet.exceptions().find(own.id);
    const bool isFollowed = exception != nullptr && exception->followers.contains(desk()->personId());
    perform(isFollowed ? tr("No longer follows the case") : tr("Follows the case"),
            Decisions::follow(own.id, own.occasion, !isFollowed));
}

} // namespace Doorstep
