// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/feedsync.h"

#include "models/sync/logging.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace Doorstep {

FeedSync::FeedSync(FeedId feed, Archive &archive, BackendClient &client, BatchPump &pump, QObject *parent)
    : QObject(parent)
    , m_feed(std::move(feed))
    , m_archive(archive)
    , m_client(client)
    , m_pump(pump)
{
}

qint64 FeedSync::cursor() const
{
    const auto state = m_archive.state(m_feed);
    return state ? state->cursor.seq : 0;
}

std::chrono::milliseconds FeedSync::stuckFor() const
{
    return m_behindSince.isValid() ? std::chrono::milliseconds(m_behindSince.elapsed()) : std::chrono::milliseconds(0);
}

void FeedSync::noteProgress()
{
    if (cursor() < m_head) {
        m_behindSince.start();
        return;
    }
    m_behindSince.invalidate();
    m_archive.markCurrent(m_feed, QDateTime::currentDateTimeUtc());
    Q_EMIT caughtUp();
}

void FeedSync::take(const Wire::ChangeRun &run)
{
    m_head = std::max(m_head, run.to);
    if (m_archive.isInSnapshot() || m_isFetching) {
        // What this carried is asked for when that is over.
        if (!m_behindSince.isValid())
            m_behindSince.start();
        return;
    }
    if (run.to <= cursor())
        return; // known already
    if (!run.isContiguous || run.after > cursor()) {
        qCInfo(lcSync) << m_feed << "has a gap after" << cursor();
        catchUp();
        return;
    }
    m_gaps = 0;
    if (apply(run))
        noteProgress();
}

void FeedSync::takeHead(const Wire::FeedHead &head)
{
    const auto state = m_archive.state(m_feed);
    if (!state || m_archive.isInSnapshot())
        return;
    m_head = std::max(m_head, head.head);
    if (head.epoch && *head.epoch != state->cursor.epoch) {
        Q_EMIT snapshotNeeded(u"another epoch"_s);
        return;
    }
    if (head.head < state->cursor.seq && head.epoch) {
        Q_EMIT snapshotNeeded(u"the backend is behind its own feed"_s); // restored without saying so
        return;
    }
    if (head.checksum && head.head == state->cursor.seq && *head.checksum != state->checksum) {
        qCWarning(lcSync) << m_feed << "differs from the backend at" << head.head;
        Q_EMIT snapshotNeeded(u"the checksum differs"_s);
        return;
    }
    if (state->cursor.seq >= m_head) {
        noteProgress();
    } else if (!m_behindSince.isValid()) {
        m_behindSince.start();
    }
}

void FeedSync::catchUp()
{
    if (m_isFetching)
        return;
    m_gaps = 0;
    fetch();
}

void FeedSync::interrupt()
{
    ++m_generation;
    m_isFetching = false;
    m_gaps = 0;
    m_behindSince.invalidate();
}

void FeedSync::fetch()
{
    const auto state = m_archive.state(m_feed);
    if (!state) {
        Q_EMIT snapshotNeeded(u"nothing is known"_s);
        return;
    }
    m_isFetching = true;
    const auto generation = ++m_generation;
    QCoro::connect(m_client.changes(m_feed, state->cursor), this,
                   [this, generation](const Result<Wire::ChangesPage> &page) {
                       if (generation == m_generation)
                           takePage(page);
                   });
}

/// After changes with a gap.
void FeedSync::askAgain()
{
    if (++m_gaps >= 2) {
        Q_EMIT snapshotNeeded(u"changes with a gap, twice"_s);
        return;
    }
    qCWarning(lcSync) << m_feed << "was sent changes with a gap; asking again";
    fetch();
}

void FeedSync::takePage(const Result<Wire::ChangesPage> &page)
{
    m_isFetching = false;
    if (!page) {
        if (page.error().kind == Error::Kind::Gone)
            Q_EMIT snapshotNeeded(page.error().detail);
        else
            Q_EMIT failed(page.error());
        return;
    }
    const auto state = m_archive.state(m_feed);
    if (!state || m_archive.isInSnapshot())
        return;
    if (page->epoch != state->cursor.epoch) {
        Q_EMIT snapshotNeeded(u"another epoch"_s);
        return;
    }
    const bool fits = page->run.isContiguous && page->run.after == state->cursor.seq;
    if (!fits) {
        askAgain();
        return;
    }
    m_gaps = 0;
    m_head = std::max(m_head, page->head);
    if (page->run.to > page->run.after && !apply(page->run))
        return;
    noteProgress();
    if (page->more || cursor() < m_head)
        fetch();
}

bool FeedSync::apply(const Wire::ChangeRun &run)
{
    const auto before = cursor();
    if (auto applied = m_archive.apply(m_feed, run); !applied) {
        Q_EMIT failed(applied.error());
        return false;
    }
    for (const auto &change : run.changes) {
        if (change.version > before)
            m_pump.builder().add(change);
    }
    m_pump.builder().reach(m_feed, m_archive.state(m_feed).value_or(ReplicaState()).cursor);
    m_pump.wake();
    return true;
}

} // namespace Doorstep

#include "moc_feedsync.cpp"
