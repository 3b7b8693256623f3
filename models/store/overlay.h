// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stopmarks.h"
#include "models/store/layers.h"
#include "models/store/scenes.h"
#include "models/verbs/command.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <memory>

namespace Doorstep {

/// Lays the predicted results of commands that wait over what the backend has told, so that a Fleet shows both as one.
///
/// Every batch goes through here. What a waiting command changes is kept aside as the backend tells it; with each batch
/// that touches it all commands are decided again, in their order, over the newest truth. A command leaves when its
/// verdict is known and the replica has reached it, so a value never flips back in between. One that cannot be decided
/// any more is not shown; its verdict will say what became of it.
///
/// Lives in the GUI thread.
class Overlay : public QObject
{
    Q_OBJECT
public:
    /// \a fleet must outlive this; nobody else applies batches to it.
    explicit Overlay(Fleet &fleet, QObject *parent = nullptr);

    /// Whose commands these are.
    void setUser(const UserId &user) { m_user = user; }

    /// Takes in what the backend tells.
    void apply(Batch batch);
    /// Forgets everything that the backend told: another server, or signed out. Commands stay.
    void clear();

    /// \a command was decided and is not on disk yet: what is decided next takes it into account, nobody sees it.
    void submit(const Command &command);
    /// They are on disk: shown from now on.
    void keep(const QList<CommandId> &commands);
    /// \a command has failed, was rejected or is disputed: what it showed is taken back.
    void forget(const CommandId &command);
    /// Forgets all commands: somebody else is at the desk.
    void forgetAll();
    /// Applied: it stays until the replica has reached it. Otherwise like forget().
    void settle(const Verdict &verdict);

    /// What is shown and what was submitted on top: decide on this. Good until anything changes.
    [[nodiscard]] const Scene &scene() const;
    /// Whether \a subject is shown as a command wants it that the replica has not reached.
    [[nodiscard]] bool isWaiting(const Subject &subject) const { return m_waiting.value(subject) > 0; }
    /// What is small beside \a stop.
    [[nodiscard]] StopMarks marksOf(const Stop &stop) const
    {
        return {.isWaiting = isWaiting(Subject::of(stop.id)), .isPinned = stop.pinned, .isHeld = stop.held};
    }
    [[nodiscard]] bool contains(const CommandId &command) const;
    /// Commands in it.
    [[nodiscard]] qsizetype size() const noexcept { return m_entries.size(); }
    /// How far the replica of \a feed is; epoch 0 when it is unknown.
    [[nodiscard]] Cursor cursorOf(const FeedId &feed) const { return m_cursors.value(feed); }

Q_SIGNALS:
    void waitingChanged(const QList<Doorstep::Subject> &subjects);
    /// The history of \a feed is known now, or another one than before.
    void epochChanged(const Doorstep::FeedId &feed, quint64 epoch);
    /// The replica has reached what these did: they are over.
    void passed(const QList<Doorstep::CommandId> &commands);

private:
    enum class Stage : quint8 { Submitted, Kept, Applied };
    struct Entry
    {
        Command command;
        Stage stage = Stage::Submitted;
        Verdict verdict; ///< Of Applied.
        bool mayLeave = false; ///< Applied in a history that nobody follows any more: the next news let it go.
        QSet<Subject> subjects; ///< What it changed when it was first shown.
    };

    void update(Batch batch);
    void setAside(Batch &batch);
    void hide(const Layers &predicted);
    void predict(const Layers &predicted, Batch &batch);
    [[nodiscard]] Layers decideAll(const Batch &coming);
    [[nodiscard]] bool touches(const Batch &batch) const;
    void takeCursors(const QHash<FeedId, Cursor> &cursors);
    [[nodiscard]] bool hasPassed(const Entry &entry) const;
    bool dropPassed();
    void count(const QSet<Subject> &subjects, int by);
    void tellWaiting();
    void recast();
    [[nodiscard]] Entry *find(const CommandId &command);

    Fleet &m_fleet;
    UserId m_user;
    QList<Entry> m_entries; ///< In the order they were decided.
    Layers m_aside; ///< The backend's word on what is shown otherwise.
    Layers m_cast; ///< What any entry may look at: only the keys count.
    QHash<FeedId, Cursor> m_cursors;
    QHash<FeedId, QSet<quint64>> m_pastEpochs;
    QHash<Subject, int> m_waiting;
    QSet<Subject> m_news; ///< Subjects whose waiting may have changed since it was last told.
    QHash<Subject, bool> m_told;
    FleetScene m_shown;
    mutable std::unique_ptr<LayeredScene> m_ahead;
};

} // namespace Doorstep
