// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/rowresult.h"
#include "models/desk/step.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/domain/user.h"
#include "models/sync/uplink.h"
#include "models/verbs/verb.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace Doorstep {

class LayeredScene;

class Fleet;
class Overlay;
class Setbacks;

/// Where a person's decisions are made: decided here first, kept on disk, shown as predicted, sent, and taken back.
///
///     desk.perform(tr("Moved 3 stops to Carla"), Decisions::assign(desk.scene(), stops, route, position));
///
/// Nothing is shown or called done before it is on disk. Lives in the GUI thread; app/ connects the panes' wishes to
/// it.
class Desk : public QObject
{
    Q_OBJECT
public:
    using Build = std::function<QList<Verb>(const Scene &)>;
    /// One of many things that are done at once; built when those before it are decided.
    struct Row
    {
        Subject about;
        Build build;
    };

    /// All must outlive this. \a clock is the backend's.
    Desk(Fleet &fleet, Overlay &overlay, Setbacks &setbacks, Uplink &uplink, const Clock &clock,
         QObject *parent = nullptr);
    ~Desk() override;

    /// Who is at the desk; nobody can decide nothing. Another person begins with an empty undo stack, and is refused
    /// ("not_ready") until the uplink, which must be told too, has loaded what is theirs.
    void setPerson(const std::optional<User> &person);
    [[nodiscard]] const std::optional<User> &person() const noexcept { return m_person; }
    /// Invalid while nobody has signed in.
    [[nodiscard]] UserId personId() const { return m_person ? m_person->id : UserId(); }

    /// What decisions are built on: everything shown, and what is being saved. Good until anything changes.
    [[nodiscard]] const Scene &scene() const;
    /// Why all of \a verbs, one after the other, could not be done now; none when they can. For menus and drops.
    [[nodiscard]] std::optional<Refusal> refusalOf(const QList<Verb> &verbs) const;
    /// Whether \a verbs can be done now and anything would be different then.
    [[nodiscard]] bool wouldChange(const QList<Verb> &verbs) const;
    /// Whether the person's roles allow \a verb.
    [[nodiscard]] bool mayDecide(const Verb &verb) const;

    /// Decides \a verbs as one: all or none. Whether it is on its way; performed(), or refused(), alreadySo() or
    /// notKept() says what came of it. \a text is what the person did, in their language: "Moved 3 stops to Carla".
    bool perform(const QString &text, const QList<Verb> &verbs);
    /// Decides each of \a rows by itself; rowsChanged() tells what becomes of each, until all have an answer. One
    /// step of undo. The number of the action.
    int performEach(const QString &text, const QList<Row> &rows);
    [[nodiscard]] QList<RowResult> rowsOf(int action) const { return m_actions.value(action).rows; }

    /// For menus: its texts and whether it can. Change it only through undo() and redo().
    [[nodiscard]] const QUndoStack &undoStack() const noexcept { return m_stack; }
    void undo();
    void redo();

    // The conflict tray and *Needs attention*. What is shown is in Setbacks.

    /// Decides mine again on theirs; the row goes once that is kept.
    bool keepMine(const CommandId &setback);
    /// Lets theirs stand.
    void takeTheirs(const CommandId &setback) { clear(setback); }
    /// Sets something else: \a verbs are decided, and the row goes once they are kept.
    bool replace(const CommandId &setback, const QList<Verb> &verbs);
    /// For edit_stop: these values instead of mine or theirs.
    bool edit(const CommandId &setback, const StopDetails &set);
    bool tryAgain(const CommandId &setback) { return keepMine(setback); }
    void clear(const CommandId &setback);

Q_SIGNALS:
    /// Kept and shown. Emitted for undo and redo too, with what was taken back or done again.
    void performed(const QString &text, bool canUndo);
    void undone(const QString &text);
    void redone(const QString &text);
    /// Not possible: nothing was sent, nothing has changed.
    void refused(const QString &text, const Doorstep::Refusal &refusal);
    /// It cannot be taken back (or done again) any more, and this is why. Nothing has changed.
    void undoRefused(const QString &text, const Doorstep::Refusal &refusal);
    void alreadySo(const QString &text);
    /// The disk said no: nothing was sent, nothing has changed.
    void notKept(const QString &text, const Doorstep::Error &error);
    void rowsChanged(int action, const QList<Doorstep::RowResult> &rows);
    void personChanged();
    void loaded(); ///< What the person's outbox has is in place: they can decide.

private:
    friend class Step;
    enum class Direction : quint8 { Do, Undo, Redo };
    struct Action
    {
        QString text;
        QList<RowResult> rows;
        QHash<CommandId, qsizetype> rowOf;
        QSet<CommandId> open; ///< Without a verdict.
    };
    /// What was given to the uplink in one go.
    struct Sending
    {
        QString text;
        Direction direction = Direction::Do;
        QList<StepUnit> units; ///< Of Do: what becomes a step of undo.
        int action = 0;
        bool canUndo = true;
        CommandId replaces; ///< The setback that goes with it.
    };
    struct Decided
    {
        QList<StepPart> parts; ///< Those that change something.
        QList<Effects> effects; ///< Of each part.
    };

    [[nodiscard]] std::expected<Decided, Refusal> decideAll(const QList<Verb> &verbs, const Scene &scene) const;
    bool send(const QString &text, const QList<Verb> &verbs, const CommandId &replaces);
    [[nodiscard]] bool canTakeBack(const QList<StepPart> &parts, const Scene &after) const;
    void submit(const QList<StepPart> &parts, const Sending &sending);
    void takeKept(const QList<CommandId> &commands);
    void takeNotKept(const QList<CommandId> &commands, const Error &error);
    void takeAnswer(const OutboxCommand &command);
    void takeLoaded(const QList<OutboxCommand> &commands);
    void takeResent(const QList<OutboxCommand> &commands);
    void setRows(int action, const QList<CommandId> &commands, RowResult::State state);
    void voidPart(const CommandId &command);
    [[nodiscard]] std::expected<QList<StepPart>, Refusal> turnUnit(StepUnit &unit, bool isUndo,
                                                                   LayeredScene &after) const;
    void turn(Step &step, Direction direction);
    void putSetback(const OutboxCommand &command);
    void reviewSetbacks();
    [[nodiscard]] static FeedId feedOfVerb(const Verb &verb, const Scene &scene);
    [[nodiscard]] Actor actor() const;

    Fleet &m_fleet;
    Overlay &m_overlay;
    Setbacks &m_setbacks;
    Uplink &m_uplink;
    const Clock &m_clock;
    std::optional<User> m_person;
    QUndoStack m_stack;
    QHash<CommandId, Sending> m_sendings; ///< By the first command of each.
    QHash<int, Action> m_actions;
    QHash<CommandId, OutboxCommand> m_setbackRows;
    int m_lastAction = 0;
    bool m_isLoaded = false;
};

} // namespace Doorstep
