// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/outboxcommand.h"
#include "models/domain/document.h"
#include "models/domain/result.h"
#include "tests/system/survive/station.h"

#include <QJsonObject>
#include <QMap>

namespace Doorstep::Test {

/// What a feed's documents are, by "kind/id".
using Documents = QMap<QString, Document>;

/// A row of the backend's list of commands.
struct DecidedCommand
{
    CommandId id;
    DeviceId device;
    qint64 sequence = 0;
    FeedId feed;
    quint64 epoch = 0;
    qint64 from = 0;
    qint64 to = 0;
    bool isApplied = false;
};

/// What one console has left on its disk.
struct Leftover
{
    QList<OutboxCommand> outbox;
    QHash<FeedId, Documents> replica;
    QHash<FeedId, Cursor> cursors;
    QString problem; ///< When a file cannot be read.
};
[[nodiscard]] Leftover leftoverIn(const QString &directory);

/// The backend's database, when nobody uses it.
struct Evidence
{
    QList<DecidedCommand> commands; ///< In the order they were decided.
    QStringList logProblems; ///< Of the change logs.
    qint64 auditedCommands = 0;
    QHash<QString, QSet<qint64>> fixes; ///< Seconds since 1970, by driver.
    QString integrity;
    QString problem;
};
[[nodiscard]] Evidence evidenceIn(const QString &databasePath);

struct Truth
{
    qint64 seq = 0;
    Documents documents;
};
/// A snapshot as it came. Malformed when it is not whole.
[[nodiscard]] Result<Truth> truthFrom(const QByteArray &snapshot);

// Each says what is wrong, or nothing. The numbers are those of docs/reliability.md.

/// I1: every command shown as saved is in exactly one of the backend's log, the outbox, and what the person is asked
/// about or has dealt with. Counts what is lost into \a lost.
[[nodiscard]] QString everyCommandIsSomewhere(const Ledger &ledger, const Leftover &leftover, const Evidence &evidence,
                                              qint64 &lost);
/// I2: the backend decided each once, and each that it applied is in the audit once.
[[nodiscard]] QString nothingIsAppliedTwice(const Evidence &evidence, qint64 &doubled);
/// I3: change logs have neither gap nor repetition.
[[nodiscard]] QString logsHaveNoGap(const Evidence &evidence);
/// I4: a replica is byte for byte what the backend shows this person.
[[nodiscard]] QString replicaIsEqual(const FeedId &feed, const Documents &replica, const Documents &truth);
/// I4: what two consoles show is equal.
[[nodiscard]] QString fleetsAreEqual(const Fleet &one, const Fleet &other);
/// I5 and I6, seen on the way: cursors never went back, and own writes never went out of sight.
[[nodiscard]] QString nothingWasBrokenOnTheWay(const Ledger &ledger);
/// I6: what was shown as written is there for everybody.
[[nodiscard]] QString notesAreThere(const Ledger &ledger, const Documents &truth);
/// I7: the backend decided the commands of a device in their order, without a gap.
[[nodiscard]] QString devicesAreInOrder(const Evidence &evidence);
/// I7: the backend applied what a console has shown as saved in the order in which it was saved.
[[nodiscard]] QString appliedInTheOrderOfSaving(const Ledger &ledger, const Evidence &evidence);
/// Every fix that a phone was told is stored is there.
[[nodiscard]] QString fixesAreThere(const QHash<QString, QList<qint64>> &stored, const Evidence &evidence);

} // namespace Doorstep::Test
