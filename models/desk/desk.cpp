// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/desk.h"

#include "models/desk/decisions.h"
#include "models/domain/depot.h"
#include "models/domain/uuid.h"
#include "models/store/layers.h"
#include "models/store/overlay.h"
#include "models/store/setbacks.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype mostActions = 50; // whose rows are remembered
constexpr int mostSteps = 200; // of undo

} // namespace

Desk::Desk(Fleet &fleet, Overlay &overlay, Setbacks &setbacks, Uplink &uplink, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_overlay(overlay)
    , m_setbacks(setbacks)
    , m_uplink(uplink)
    , m_clock(clock)
{
    m_stack.setUndoLimit(mostSteps);
    connect(&uplink, &Uplink::kept, this, &Desk::takeKept);
    connect(&uplink, &Uplink::notKept, this, &Desk::takeNotKept);
    connect(&uplink, &Uplink::answered, this, &Desk::takeAnswer);
    connect(&uplink, &Uplink::loaded, this, &Desk::takeLoaded);
    connect(&uplink, &Uplink::resent, this, &Desk::takeResent);
    connect(&overlay, &Overlay::passed, &uplink, &Uplink::passed);
    connect(&overlay, &Overlay::epochChanged, &uplink, &Uplink::feedReached);
    connect(&fleet, &Fleet::applied, this, &Desk::reviewSetbacks);
}

Desk::~Desk() = default;

void Desk::setPerson(const std::optional<User> &person)
{
    const bool isSame = person && m_person && person->id == m_person->id;
    m_person = person;
    m_overlay.setUser(person ? person->id : UserId());
    if (!isSame) {
        m_isLoaded = false; // until the outbox has told what is theirs
        m_stack.clear();
        m_sendings.clear();
        m_actions.clear();
    }
    Q_EMIT personChanged();
}

Actor Desk::actor() const
{
    return {.user = m_person ? m_person->id : UserId(), .at = m_clock.now()};
}

const Scene &Desk::scene() const
{
    return m_overlay.scene();
}

bool Desk::mayDecide(const Verb &verb) const
{
    return m_person && Doorstep::mayDecide(*m_person, verb);
}

std::optional<Refusal> Desk::refusalOf(const QList<Verb> &verbs) const
{
    const auto decided = decideAll(verbs, scene());
    return decided ? std::nullopt : std::optional(decided.error());
}

bool Desk::wouldChange(const QList<Verb> &verbs) const
{
    const auto decided = decideAll(verbs, scene());
    return decided && !decided->parts.isEmpty();
}

namespace {

/// The depot that \a verb itself names; none in most.
DepotId depotNamedIn(const Verb &verb)
{
    return std::visit(
        [](const auto &one) {
            if constexpr (requires { one.closure.depot; })
                return one.closure.depot;
            else if constexpr (requires { one.depot; })
                return one.depot;
            else
                return DepotId();
        },
        verb);
}

/// The depot of the case that \a verb is about: a case that is not there yet is of its occasion's.
DepotId depotOfCase(const Verb &verb, const Exception *exception)
{
    return std::visit(
        [exception](const auto &one) {
            if constexpr (requires { one.occasion; })
                return exception == nullptr ? one.occasion.depot : exception->depot;
            return DepotId();
        },
        verb);
}

template <typename T>
DepotId depotOf(const T *thing)
{
    return thing == nullptr ? DepotId() : thing->depot;
}

/// The depot of what \a verb changes.
DepotId depotOfVerb(const Verb &verb, const Scene &scene)
{
    const auto cast = castOf(verb);
    if (!cast.routes.isEmpty())
        return depotOf(scene.route(cast.routes.constFirst()));
    if (!cast.stops.isEmpty())
        return depotOf(scene.stop(cast.stops.constFirst()));
    if (!cast.exceptions.isEmpty())
        return depotOfCase(verb, scene.exception(cast.exceptions.constFirst()));
    auto named = depotNamedIn(verb);
    if (!named.isValid() && !cast.notes.isEmpty())
        return depotOf(scene.note(cast.notes.constFirst()));
    return named;
}

} // namespace

FeedId Desk::feedOfVerb(const Verb &verb, const Scene &scene)
{
    if (std::holds_alternative<SetDuty>(verb) || std::holds_alternative<AskPosition>(verb))
        return organisationFeed();
    const auto depot = depotOfVerb(verb, scene);
    return depot.isValid() ? feedOf(depot) : FeedId();
}

std::expected<Desk::Decided, Refusal> Desk::decideAll(const QList<Verb> &verbs, const Scene &scene) const
{
    if (!m_person)
        return rejected("not_signed_in"_L1, u"nobody is signed in"_s);
    if (!m_isLoaded)
        return rejected("not_ready"_L1, u"the outbox is not open"_s);
    LayeredScene after(&scene);
    Decided decided;
    for (const auto &verb : verbs) {
        if (!mayDecide(verb))
            return rejected("forbidden"_L1, u"this person may not %1"_s.arg(wordOf(verb)));
        auto effects = decide(verb, after, actor());
        if (!effects)
            return std::unexpected(std::move(effects).error());
        if (effects->isEmpty())
            continue;
        const auto feed = feedOfVerb(verb, after);
        if (!feed.isValid())
            return rejected("malformed"_L1, u"nobody knows which depot this is about"_s);
        decided.parts.append({.feed = feed,
                              .verb = verb,
                              .inverse = inverseOf(verb, after, actor()),
                              .command = CommandId(newUuid(QDateTime::currentDateTimeUtc()))});
        after.layers.lay(*effects);
        decided.effects.append(*std::move(effects));
    }
    return decided;
}

bool Desk::canTakeBack(const QList<StepPart> &parts, const Scene &after) const
{
    QList<Verb> inverses;
    for (const auto &part : parts)
        inverses.prepend(part.inverse);
    return decideAll(inverses, after).has_value();
}

bool Desk::perform(const QString &text, const QList<Verb> &verbs)
{
    return send(text, verbs, {});
}

bool Desk::send(const QString &text, const QList<Verb> &verbs, const CommandId &replaces)
{
    auto decided = decideAll(verbs, scene());
    if (!decided) {
        Q_EMIT refused(text, decided.error());
        return false;
    }
    if (decided->parts.isEmpty()) {
        if (replaces.isValid())
            clear(replaces); // it is so: there is nothing left to decide
        Q_EMIT alreadySo(text);
        return false;
    }
    LayeredScene after(&scene());
    for (const auto &effects : std::as_const(decided->effects))
        after.layers.lay(effects);
    const bool canUndo = canTakeBack(decided->parts, after);
    submit(decided->parts,
           {.text = text, .units = {{.parts = decided->parts}}, .canUndo = canUndo, .replaces = replaces});
    return true;
}

int Desk::performEach(const QString &text, const QList<Row> &rows)
{
    const int number = ++m_lastAction;
    Action action{.text = text};
    Sending sending{.text = text, .action = number};
    QList<StepPart> all;
    LayeredScene after(&scene());
    for (const auto &row : rows) {
        RowResult result{.about = row.about};
        auto decided = decideAll(row.build(after), after);
        if (!decided) {
            result.state = RowResult::State::Refused;
            result.code = decided.error().code;
            result.field = decided.error().field;
        } else if (decided->parts.isEmpty()) {
            result.state = RowResult::State::AlreadySo;
        } else {
            for (const auto &effects : std::as_const(decided->effects))
                after.layers.lay(effects);
            for (const auto &part : std::as_const(decided->parts)) {
                action.rowOf.insert(part.command, action.rows.size());
                action.open.insert(part.command);
            }
            all += decided->parts;
            sending.units.append({.parts = decided->parts});
        }
        action.rows.append(result);
    }
    m_actions.insert(number, action);
    m_actions.remove(number - static_cast<int>(mostActions));
    Q_EMIT rowsChanged(number, action.rows);
    if (!all.isEmpty())
        submit(all, sending);
    return number;
}

void Desk::submit(const QList<StepPart> &parts, const Sending &sending)
{
    QList<Submission> submissions;
    for (const auto &part : parts) {
        const Command command{.id = part.command, .feed = part.feed, .verb = part.verb, .at = m_clock.now()};
        m_overlay.submit(command);
        submissions.append({.command = command, .text = sending.text});
    }
    m_sendings.insert(parts.constFirst().command, sending);
    m_uplink.submit(submissions);
}

void Desk::takeKept(const QList<CommandId> &commands)
{
    m_overlay.keep(commands);
    const auto sending = m_sendings.take(commands.value(0));
    if (sending.replaces.isValid())
        clear(sending.replaces);
    if (sending.action != 0)
        setRows(sending.action, commands, RowResult::State::Waiting);
    switch (sending.direction) {
    case Direction::Do:
        if (sending.units.isEmpty())
            return; // of somebody who has left
        m_stack.push(new Step(*this, sending.text, sending.units));
        Q_EMIT performed(sending.text, sending.canUndo);
        return;
    case Direction::Undo:
        Q_EMIT undone(sending.text);
        return;
    case Direction::Redo:
        Q_EMIT redone(sending.text);
        return;
    }
}

void Desk::takeNotKept(const QList<CommandId> &commands, const Error &error)
{
    for (const auto &command : commands) {
        m_overlay.forget(command);
        voidPart(command);
    }
    const auto sending = m_sendings.take(commands.value(0));
    if (sending.action != 0)
        setRows(sending.action, commands, RowResult::State::NotKept);
    Q_EMIT notKept(sending.text, error);
}

void Desk::setRows(int action, const QList<CommandId> &commands, RowResult::State state)
{
    const auto known = m_actions.find(action);
    if (known == m_actions.end())
        return;
    for (const auto &command : commands) {
        if (const auto row = known->rowOf.value(command, -1); row >= 0)
            known->rows[row].state = state;
    }
    Q_EMIT rowsChanged(action, known->rows);
}

void Desk::takeAnswer(const OutboxCommand &command)
{
    if (!command.verdict)
        return;
    const auto &verdict = *command.verdict;
    m_overlay.settle(verdict);
    for (auto action = m_actions.begin(); action != m_actions.end(); ++action) {
        if (!action->open.remove(command.id))
            continue;
        auto &row = action->rows[action->rowOf.value(command.id)];
        if (verdict.kind != Verdict::Kind::Applied) {
            row.state =
                verdict.kind == Verdict::Kind::Conflict ? RowResult::State::Conflict : RowResult::State::Rejected;
            row.code = verdict.code;
            row.field = verdict.field;
        } else if (row.state == RowResult::State::Waiting
                   && std::ranges::none_of(action->open, [&](const CommandId &other) {
                          return action->rowOf.value(other) == action->rowOf.value(command.id);
                      })) {
            row.state = RowResult::State::Applied;
        }
        Q_EMIT rowsChanged(action.key(), action->rows);
        break;
    }
    if (verdict.kind != Verdict::Kind::Applied) {
        voidPart(command.id);
        putSetback(command);
    }
}

/// \a command was not done, so there is nothing to take back (or its undo was not, and it stays done).
void Desk::voidPart(const CommandId &command)
{
    for (int i = 0; i < m_stack.count(); ++i) {
        auto &units = static_cast<const Step *>(m_stack.command(i))->units();
        for (auto &unit : units)
            unit.parts.removeIf([&command](const StepPart &part) { return part.command == command; });
        units.removeIf([](const StepUnit &unit) { return unit.parts.isEmpty(); });
    }
}

void Desk::undo()
{
    while (m_stack.canUndo()) {
        const auto &step = *static_cast<const Step *>(m_stack.command(m_stack.index() - 1));
        const bool wasEmpty = step.units().isEmpty();
        m_stack.undo();
        if (!wasEmpty)
            return;
    }
}

void Desk::redo()
{
    while (m_stack.canRedo()) {
        const auto &step = *static_cast<const Step *>(m_stack.command(m_stack.index()));
        const bool wasEmpty = step.units().isEmpty();
        m_stack.redo();
        if (!wasEmpty)
            return;
    }
}

/// Does \a unit, or takes it back, over what was turned before; what is left to be sent for that.
std::expected<QList<StepPart>, Refusal> Desk::turnUnit(StepUnit &unit, bool isUndo, LayeredScene &after) const
{
    QList<Verb> verbs;
    for (const auto &part : std::as_const(unit.parts))
        isUndo ? verbs.prepend(part.inverse) : verbs.append(part.verb);
    auto decided = decideAll(verbs, after);
    if (!decided)
        return std::unexpected(decided.error());
    for (const auto &effects : std::as_const(decided->effects))
        after.layers.lay(effects);
    for (auto &part : unit.parts) {
        const auto sent = std::ranges::find(decided->parts, isUndo ? part.inverse : part.verb, &StepPart::verb);
        if (sent == decided->parts.end())
            continue; // it is so already
        part.command = sent->command;
        if (!isUndo)
            part.inverse = sent->inverse;
    }
    unit.isDone = !isUndo;
    return decided->parts;
}

void Desk::turn(Step &step, Direction direction)
{
    const bool isUndo = direction == Direction::Undo;
    LayeredScene after(&scene());
    QList<StepPart> all;
    std::optional<Refusal> refusal;
    bool hasTurned = false;
    auto &units = step.units();
    for (qsizetype i = 0; i < units.size(); ++i) {
        auto &unit = units[isUndo ? units.size() - 1 - i : i];
        if (unit.isDone != isUndo)
            continue;
        const auto turned = turnUnit(unit, isUndo, after);
        if (turned)
            all += *turned;
        else
            refusal = refusal.value_or(turned.error());
        hasTurned = hasTurned || turned;
    }
    if (!hasTurned)
        step.setObsolete(true);
    if (refusal)
        Q_EMIT undoRefused(step.text(), *refusal);
    if (!all.isEmpty())
        submit(all, {.text = step.text(), .direction = direction});
    else if (hasTurned)
        Q_EMIT alreadySo(step.text());
}

} // namespace Doorstep

#include "moc_desk.cpp"
