// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/runcommands.h"
#include "models/domain/depot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace Doorstep::Test {

/// A store with two depots, a van, two drivers, and at the first depot three stops.
class SmallTown
{
public:
    SmallTown();

    const QDateTime now{QDate(2026, 3, 12), QTime(9, 0), QTimeZone::UTC};
    std::unique_ptr<Store> store;

    void reopen();
    [[nodiscard]] static User dispatcher();
    [[nodiscard]] static FeedId depotFeed() { return feedOf(DepotId(QStringLiteral("d1"))); }
    [[nodiscard]] StopId stop(int index) const { return m_stops.at(index); }
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("store.sqlite")); }

    [[nodiscard]] QJsonObject body(const QString &kind, const QString &id) const;
    [[nodiscard]] FeedState headOf(const FeedId &feed) const;
    void addToStop(int index, const QString &key, const QJsonValue &value);
    void addUser(const QString &id);
    void putRoute(const QString &id, const QList<StopId> &stops);

    /// One of the device's; the same number is the same command unless \a id says otherwise.
    [[nodiscard]] Command command(qint64 sequence, Verb verb, const FeedId &feed = depotFeed(),
                                  const QString &id = {}) const;
    /// Sends them as JSON, as a console does.
    [[nodiscard]] std::expected<QList<Verdict>, CommandsHalted>
    run(const QList<Command> &commands, const User &user = dispatcher(),
        const DeviceId &device = DeviceId(QStringLiteral("desk-1")), const QHash<FeedId, quint64> &epochs = {});

private:
    void put(Commit commit);

    QTemporaryDir m_directory;
    QList<StopId> m_stops;
};

} // namespace Doorstep::Test
