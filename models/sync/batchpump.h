// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"
#include "models/sync/batchbuilder.h"
#include "models/sync/synctimings.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

namespace Doorstep {

/// Hands batches to the GUI thread at a pace it can follow: one every 50 ms, each as large as fits into
/// SyncTimings::budget there. While a long load is under way it does not wait, but keeps a few of them ready there.
class BatchPump : public QObject
{
    Q_OBJECT
public:
    explicit BatchPump(const SyncTimings &timings, QObject *parent = nullptr);

    [[nodiscard]] BatchBuilder &builder() noexcept { return m_builder; }
    /// Call after putting something into builder().
    void wake();
    /// Much is on its way into builder(): what comes does not wait, even when all that is there yet fits into a batch.
    void expectMore(bool isExpected) { m_isMoreExpected = isExpected; }
    /// The GUI thread spent \a spent on the oldest batch that is on its way; nothing when it threw it away.
    void applied(std::optional<std::chrono::microseconds> spent);
    /// Nothing waits and nothing is on its way.
    [[nodiscard]] bool isIdle() const { return m_builder.isEmpty() && m_onTheirWay.empty(); }

Q_SIGNALS:
    void batchReady(const Doorstep::Batch &batch);
    void drained(); ///< Everything was applied.

private:
    void send();

    SyncTimings m_timings;
    BatchBuilder m_builder;
    QTimer m_timer;
    QElapsedTimer m_sentAt;
    BatchCosts m_costs;
    std::deque<BatchSizes> m_onTheirWay; ///< Oldest first. What is in them belongs to who applies them.
    bool m_isMoreExpected = false;
    bool m_isBehind = false; ///< There was more than fitted into the last batch.
};

} // namespace Doorstep
