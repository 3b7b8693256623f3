// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/archive.h"
#include "models/sync/backendclient.h"
#include "models/sync/batchpump.h"
#include "models/wire/liveframes.h"

#include <QElapsedTimer>
#include <QObject>

namespace Doorstep {

/// Keeps the replica of one feed contiguous: takes change runs as they come, asks once for what is missing, and says
/// when only a new snapshot helps. docs/sync.md has the rules.
class FeedSync : public QObject
{
    Q_OBJECT
public:
    /// The three must outlive this.
    FeedSync(FeedId feed, Archive &archive, BackendClient &client, BatchPump &pump, QObject *parent = nullptr);

    [[nodiscard]] const FeedId &id() const noexcept { return m_feed; }
    [[nodiscard]] qint64 head() const noexcept { return m_head; }
    /// How long the feed has been behind its head without progress; zero when it is not.
    [[nodiscard]] std::chrono::milliseconds stuckFor() const;

    /// A run from the live socket.
    void take(const Wire::ChangeRun &run);
    /// The backend's word on where the feed is. A checksum counts when the replica is at exactly that head.
    void takeHead(const Wire::FeedHead &head);
    /// Asks for what comes after the cursor, until nothing more does.
    void catchUp();
    /// What is still under way no longer counts: the connection is gone, or a snapshot begins.
    void interrupt();

Q_SIGNALS:
    void snapshotNeeded(const QString &why);
    void failed(const Doorstep::Error &error); ///< The network or the disk.
    void caughtUp(); ///< At the head that it knows.

private:
    void fetch();
    void askAgain();
    void takePage(const Result<Wire::ChangesPage> &page);
    [[nodiscard]] bool apply(const Wire::ChangeRun &run);
    [[nodiscard]] qint64 cursor() const;
    void noteProgress();

    FeedId m_feed;
    Archive &m_archive;
    BackendClient &m_client;
    BatchPump &m_pump;
    qint64 m_head = 0;
    int m_generation = 0; ///< Of fetches; an answer of an older one is ignored.
    int m_gaps = 0; ///< In a row; the second one means a snapshot.
    bool m_isFetching = false;
    QElapsedTimer m_behindSince;
};

} // namespace Doorstep
