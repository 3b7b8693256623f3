// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/archive/archive.h"
#include "models/sync/backendclient.h"
#include "models/sync/batchbuilder.h"
#include "models/sync/snapshotparser.h"

#include <QObject>

namespace Doorstep {

/// One snapshot on its way into the archive. Nothing of it counts or is shown before its last line and its checksum are
/// right.
class SnapshotDownload : public QObject
{
    Q_OBJECT
public:
    /// Texts are taken from \a texts.
    SnapshotDownload(FeedId feed, Archive &archive, Reply reply, std::shared_ptr<Wire::TextPool> texts,
                     QObject *parent = nullptr);
    ~SnapshotDownload() override;
    Q_DISABLE_COPY_MOVE(SnapshotDownload)

    [[nodiscard]] const FeedId &feed() const noexcept { return m_feed; }
    /// What the store is to be told, once finished(): everything in the snapshot, and what is gone.
    [[nodiscard]] BatchBuilder takeBuilder() { return std::exchange(m_builder, {}); }

Q_SIGNALS:
    void finished(const Doorstep::Result<> &result); ///< Once, never before the constructor returned.

private:
    void read();
    void finish();
    void end(const Result<> &result);
    [[nodiscard]] Result<> store(const QByteArray &bytes);

    FeedId m_feed;
    Archive &m_archive;
    Reply m_reply;
    SnapshotParser m_parser;
    BatchBuilder m_builder;
    bool m_hasBegun = false;
    bool m_isOver = false;
};

} // namespace Doorstep
