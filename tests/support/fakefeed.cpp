// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakebackend.h"

namespace Doorstep::Test {

Change FakeFeed::commit(const QString &kind, const QString &id, const QByteArray &body)
{
    const Change change{.kind = kind, .id = id, .version = ++m_head, .deleted = body.isEmpty(), .body = body};
    m_log.append(change);
    const auto key = kind + u'/' + id;
    if (change.deleted)
        m_documents.remove(key);
    else
        m_documents.insert(key, change);
    return change;
}

void FakeFeed::restore(quint64 epoch)
{
    m_epoch = epoch;
    m_horizon = m_head;
}

Wire::ChangeRun FakeFeed::after(qint64 seq, qint64 most) const
{
    Wire::ChangeRun run{.after = seq, .to = std::min(m_head, seq + most), .changes = {}, .isContiguous = true};
    run.changes = m_log.sliced(seq, run.to - seq);
    return run;
}

QList<Document> FakeFeed::live() const
{
    auto documents = m_documents.values();
    std::ranges::sort(documents, {}, &Document::version);
    return documents;
}

Wire::Checksum FakeFeed::checksum() const
{
    Wire::Checksum checksum = 0;
    for (const auto &document : m_documents)
        checksum ^= Wire::digestOf(document);
    return checksum;
}

} // namespace Doorstep::Test
