// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/outboxcommand.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace Doorstep {

/// One line of JSON that says all about \a command, as it lies in outbox.db and outbox.log.
[[nodiscard]] QByteArray recordOf(const OutboxCommand &command);
/// Fails with Malformed. A verb that nobody knows here is no failure.
[[nodiscard]] Result<OutboxCommand> outboxCommandFromRecord(const QByteArray &record);

/// The line that says that a command is gone, or that a fact has a value.
[[nodiscard]] QByteArray goneRecord(const CommandId &command, qint64 revision);
[[nodiscard]] QByteArray factRecord(const QString &name, const QString &value);

/// The JSON of \a command without its number: what is kept and sent, byte for byte the same each time.
[[nodiscard]] QByteArray lineOf(const Command &command);
/// \a line with the number.
[[nodiscard]] QByteArray numbered(const QByteArray &line, qint64 sequence);

/// What the lines of outbox.log come to.
struct OutboxHistory
{
    QHash<CommandId, OutboxCommand> commands;
    QHash<CommandId, qint64> gone; ///< At which revision.
    QHash<QString, QString> facts;

    void take(const QByteArray &record);
    void take(const OutboxCommand &command);
    /// By their number.
    [[nodiscard]] QList<OutboxCommand> inOrder() const;
};

} // namespace Doorstep
