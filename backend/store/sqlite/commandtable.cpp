// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/commandtable.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {

CommandTable::CommandTable(Database &database)
    : m_selectCommand(database, "SELECT 1 FROM command WHERE id=?1")
    , m_selectDevice(database, "SELECT user, last_seq FROM device WHERE id=?1")
    , m_upsertDevice(database,
                     "INSERT INTO device(id, user, last_seq) VALUES(?1, ?2, ?3)"
                     " ON CONFLICT DO UPDATE SET last_seq=excluded.last_seq")
    , m_insertCommand(database,
                      "INSERT INTO command(id, device, seq, digest, feed, epoch, first_seq, last_seq, refusal, at)"
                      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
    , m_forget(database, "DELETE FROM command WHERE at<?1")
{
}

Result<> CommandTable::admit(const CommandMark &mark)
{
    const auto known = m_selectCommand.with(mark.id.toString()).next();
    if (!known)
        return std::unexpected(known.error());
    m_selectCommand.reset();
    if (*known)
        return failure(Error::Kind::Conflict, u"this command was decided meanwhile"_s);
    const auto device = m_selectDevice.with(mark.device.toString()).next();
    if (!device)
        return std::unexpected(device.error());
    const auto owner = *device ? UserId(m_selectDevice.text(0)) : mark.user;
    const qint64 last = *device ? m_selectDevice.integer(1) : 0;
    m_selectDevice.reset();
    if (owner != mark.user || mark.sequence != last + 1)
        return failure(Error::Kind::Conflict, u"this device is at %1 by now"_s.arg(last));
    return {};
}

Result<> CommandTable::keep(const CommandMark &mark, quint64 epoch, qint64 from, qint64 to)
{
    const auto device = mark.device.toString();
    if (auto done = m_upsertDevice.with(device, mark.user.toString(), mark.sequence).run(); !done)
        return done;
    return m_insertCommand
        .with(mark.id.toString(), device, mark.sequence, mark.digest.toHex(), mark.feed.toString(),
              std::bit_cast<qint64>(epoch), from, to, mark.refusal, mark.at)
        .run();
}

Result<> CommandTable::forget(const QDateTime &before)
{
    return m_forget.with(before).run();
}

Result<CommandHistory> readHistory(Database &database, const DeviceId &device, const QList<CommandId> &ids)
{
    CommandHistory history;
    Statement ofDevice(database, "SELECT user, last_seq FROM device WHERE id=?1");
    const auto found = ofDevice.with(device.toString()).next();
    if (!found)
        return std::unexpected(found.error());
    if (*found) {
        history.owner = UserId(ofDevice.text(0));
        history.lastSequence = ofDevice.integer(1);
    }
    Statement rows(database,
                   "SELECT user, digest, epoch, first_seq, command.last_seq, refusal FROM command"
                   " JOIN device ON device.id=command.device WHERE command.id=?1");
    for (const auto &id : ids) {
        const auto row = rows.with(id.toString()).next();
        if (!row)
            return std::unexpected(row.error());
        if (*row) {
            history.known.insert(id,
                                 {.user = UserId(rows.text(0)),
                                  .digest = QByteArray::fromHex(rows.bytes(1)),
                                  .epoch = std::bit_cast<quint64>(rows.integer(2)),
                                  .from = rows.integer(3),
                                  .to = rows.integer(4),
                                  .refusal = rows.bytes(5)});
        }
    }
    return history;
}

} // namespace Doorstep::StoreFile
