// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/system/survive/station.h"

#include "models/desk/decisions.h"
#include "models/domain/uuid.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

const auto notePrefix = u"note "_s;

SyncOptions syncOptions(const Station::Options &options)
{
    return {.server = options.server,
            .cachePath = options.directory + "/cache.db"_L1,
            .token = {},
            .timings = {.request = options.patience * 1'500ms,
                        .stuck = options.patience * 2'000ms,
                        .ping = options.patience * 500ms,
                        .pong = options.patience * 1'500ms,
                        .watch = 200ms,
                        .retryFirst = 50ms,
                        .retryMost = 500ms}};
}

UplinkOptions uplinkOptions(const Station::Options &options)
{
    return {.server = options.server,
            .outboxPath = options.directory + "/outbox.db"_L1,
            .timings = {.request = options.patience * 1'500ms,
                        .stuck = options.patience * 3'000ms,
                        .watch = 200ms,
                        .retryFirst = 50ms,
                        .retryMost = 500ms}};
}

} // namespace

void hearWhatWasNotSaid(Ledger &ledger, const QList<OutboxCommand> &outbox)
{
    QSet<QString> takenBack;
    for (const auto &row : outbox) {
        if (!row.command || row.state == OutboxCommand::State::Attention)
            continue;
        if (const auto *removed = std::get_if<RemoveNote>(&row.command->verb))
            takenBack.insert(removed->note.toString());
        else if (const auto *added = std::get_if<AddNote>(&row.command->verb))
            takenBack.remove(added->note.toString());
    }
    ledger.notes.subtract(takenBack);
}

Station::Station(const Options &options, Ledger &ledger)
    : connection(fleet, serverClock, syncOptions(options))
    , uplink(uplinkOptions(options))
    , desk(fleet, overlay, setbacks, uplink, clock)
    , m_options(options)
    , m_ledger(ledger)
{
    QDir().mkpath(options.directory);
    connectAll();
    listen();
    connection.signIn(options.user, options.password);
    uplink.start();
    connection.start();
}

void Station::connectAll()
{
    connection.setOverlay(&overlay);
    connect(&connection, &Connection::userChanged, this, [this] {
        m_token = connection.token();
        desk.setPerson(connection.user());
        uplink.setPerson(connection.user(), m_token);
    });
    connect(&connection, &Connection::statusChanged, this, [this] { uplink.setConnected(isLive()); });
    connect(&uplink, &Uplink::tokenRefused, this, &Station::signInAgain);
    connect(&connection, &Connection::statusChanged, this, [this] {
        if (connection.status().state == ConnectionStatus::State::NeedsSignIn)
            signInAgain();
    });
}

void Station::signInAgain()
{
    if (signsInAgain)
        connection.signIn(m_options.user, m_options.password);
}

void Station::listen()
{
    connect(&uplink, &Uplink::kept, this,
            [this](const QList<CommandId> &commands) { m_ledger.saved.append(commands); });
    // Not Uplink::cleared: who has dealt with it may be gone before they are told that it is off the disk.
    connect(&setbacks, &Setbacks::removed, this,
            [this](const CommandId &command) { m_ledger.dealtWith.insert(command); });
    connect(&uplink, &Uplink::unusable, this, [this] { ++m_ledger.unusable; });
    connect(&uplink, &Uplink::rebuilt, this, [this](const QString &, int count) { m_ledger.recovered += count; });
    const auto keep = [this](const QString &text) {
        if (text.startsWith(notePrefix))
            m_ledger.notes.insert(noteIn(text));
    };
    const auto drop = [this](const QString &text) {
        if (text.startsWith(notePrefix))
            m_ledger.notes.remove(noteIn(text));
    };
    connect(&desk, &Desk::performed, this, keep);
    connect(&desk, &Desk::redone, this, keep);
    connect(&desk, &Desk::undone, this, drop);
    connect(&setbacks, &Setbacks::added, this, [drop](const Setback &setback) { drop(setback.text); });
    connect(&fleet, &Fleet::applied, this, &Station::checkOnTheWay);
}

QString Station::noteIn(const QString &text)
{
    return text.sliced(notePrefix.size());
}

void Station::addNote(const StopId &stop)
{
    const auto *about = desk.scene().stop(stop);
    if (about == nullptr)
        return;
    const auto id = newUuid(QDateTime::currentDateTimeUtc());
    desk.perform(
        notePrefix + id,
        {AddNote{.note = NoteId(id), .depot = about->depot, .about = Subject::of(stop), .text = u"note "_s + id}});
}

/// What must be so after every batch: cursors never go back, and what was saved stays in sight.
void Station::checkOnTheWay()
{
    for (const auto &[feed, last] : m_cursors.asKeyValueRange()) {
        const auto now = overlay.cursorOf(feed);
        if (now.epoch == last.epoch && now.seq < last.seq)
            m_ledger.broken.append(
                u"I5: the cursor of %1 went from %2 to %3"_s.arg(feed.toString()).arg(last.seq).arg(now.seq));
    }
    for (const auto &depot : fleet.depots())
        m_cursors.insert(feedOf(depot.id), overlay.cursorOf(feedOf(depot.id)));
    // What was just taken back is told after it is gone.
    QMetaObject::invokeMethod(this, &Station::checkNotes, Qt::QueuedConnection);
}

void Station::checkNotes()
{
    for (const auto &note : std::as_const(m_ledger.notes)) {
        const bool isShown = fleet.notes().find(NoteId(note)) != nullptr;
        if (isShown)
            m_seenNotes.insert(note);
        else if (!m_isRestored && m_seenNotes.remove(note))
            m_ledger.broken.append(u"I6: the note %1 went out of sight"_s.arg(note));
    }
}

} // namespace Doorstep::Test
