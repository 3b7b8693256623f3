// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/sqlite/database.h"
#include "backend/store/store.h"

#include <functional>
#include <map>

namespace Doorstep::StoreFile {

/// Writes feeds, documents, the change log and claims. On the writer's thread, inside a transaction that somebody else
/// holds; keeps where each feed stands in memory, so restore() must follow when that transaction was not committed.
class DocumentTables
{
public:
    explicit DocumentTables(Database &database);

    /// Reads where the feeds stand, checksums included.
    Result<> load();

    /// What another process has committed meanwhile; mostly nothing. First thing in every transaction, else seqs would
    /// repeat.
    Result<Growth> catchUp();

    /// Hears of each document that is written: what it is to be, and what it was (empty: it was not).
    using Watcher = std::function<void(const DocumentWrite &write, const QByteArray &before)>;
    Result<Growth> commit(const Commit &commit, const Watcher &watcher = {});
    /// Conflict unless every one of \a reads is as it was.
    Result<> check(const std::vector<DocumentRead> &reads);
    Result<> compact(qint64 keep);

    [[nodiscard]] std::vector<FeedState> feeds() const;
    using Memory = std::map<QString, std::pair<qint64, FeedState>>; ///< By the feed's id: its number and state.
    [[nodiscard]] const Memory &memory() const noexcept { return m_feeds; }
    void restore(Memory memory) { m_feeds = std::move(memory); }
    /// What catchUp() had found was in the transaction that failed: look again.
    void forgetDataVersion() { m_dataVersion = lookAgain; }
    /// Whether the last catchUp() found that another process had written, feeds or anything else.
    [[nodiscard]] bool sawOtherWriter() const noexcept { return m_sawOtherWriter; }

private:
    Result<std::pair<qint64, FeedState> *> feed(const FeedId &id);
    Result<> write(const DocumentWrite &write, const Commit &commit, const Watcher &watcher, FeedGrowth &growth);
    Result<> claim(const Claim &claim);

    Database &m_database;
    Memory m_feeds;
    static constexpr qint64 neverLooked = -1;
    static constexpr qint64 lookAgain = -2;
    qint64 m_dataVersion = neverLooked;
    bool m_sawOtherWriter = false;
    Statement m_selectDataVersion, m_selectChanges;
    Statement m_selectFeeds, m_selectVersions, m_insertFeed, m_updateFeed;
    Statement m_selectDocument, m_upsertDocument, m_insertChange;
    Statement m_selectClaim, m_insertClaim, m_deleteClaim;
    Statement m_forget, m_moveHorizon;
};

} // namespace Doorstep::StoreFile
