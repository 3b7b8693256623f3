// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/snapshotdownload.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

SnapshotDownload::SnapshotDownload(FeedId feed, Archive &archive, Reply reply, std::shared_ptr<Wire::TextPool> texts,
                                   QObject *parent)
    : QObject(parent)
    , m_feed(std::move(feed))
    , m_archive(archive)
    , m_reply(std::move(reply))
    , m_builder(std::move(texts))
{
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &SnapshotDownload::read);
    connect(m_reply.get(), &QNetworkReply::finished, this, &SnapshotDownload::finish);
}

SnapshotDownload::~SnapshotDownload()
{
    if (m_isOver)
        return;
    if (m_hasBegun)
        m_archive.abandonSnapshot();
    m_reply->disconnect(this);
    giveUp(*m_reply);
}

void SnapshotDownload::read()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isOver || status >= 300)
        return; // the problem is read in finish()
    if (auto stored = store(m_reply->readAll()); !stored)
        end(stored);
}

Result<> SnapshotDownload::store(const QByteArray &bytes)
{
    const auto read = m_parser.take(bytes);
    if (!read)
        return std::unexpected(read.error());
    if (const auto &cursor = m_parser.cursor(); !m_hasBegun && cursor) {
        if (auto begun = m_archive.beginSnapshot(m_feed, *cursor); !begun)
            return begun;
        m_hasBegun = true;
    }
    for (const auto &document : *read)
        m_builder.add(document);
    return read->isEmpty() ? Result<>() : m_archive.addToSnapshot(*read);
}

void SnapshotDownload::finish()
{
    if (m_isOver)
        return;
    const auto rest = m_reply->isOpen() ? m_reply->readAll() : QByteArray(); // closed when it was aborted
    if (m_reply->error() != QNetworkReply::NoError) {
        end(std::unexpected(errorOf(*m_reply, rest)));
        return;
    }
    if (auto stored = store(rest); !stored) {
        end(stored);
        return;
    }
    const auto last = m_parser.finish();
    if (!last || !m_hasBegun) {
        end(last ? failure(Error::Kind::Malformed, u"snapshot: empty"_s) : std::unexpected(last.error()));
        return;
    }
    const auto gone = m_archive.finishSnapshot(last->checksum);
    m_hasBegun = false;
    if (!gone) {
        end(std::unexpected(gone.error()));
        return;
    }
    for (const auto &name : *gone)
        m_builder.remove(name.kind, name.id);
    end({});
}

void SnapshotDownload::end(const Result<> &result)
{
    m_isOver = true;
    if (std::exchange(m_hasBegun, false))
        m_archive.abandonSnapshot();
    Q_EMIT finished(result);
}

} // namespace Doorstep

#include "moc_snapshotdownload.cpp"
