// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/commitwhole.h"

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {
namespace {

struct Hashes
{
    DocumentsHash before;
    DocumentsHash after;
};

Result<> keepCommand(Tables &tables, const CommandMark &mark, const Growth &growth)
{
    const auto grown =
        std::ranges::find(growth, mark.feed, [](const FeedGrowth &feed) -> const FeedId & { return feed.state.id; });
    if (grown != growth.end())
        return tables.commands.keep(mark, grown->state.epoch, grown->changes.first().version, grown->state.head);
    // Nothing changed: where the feed stands is where it is so.
    FeedState state;
    if (const auto feed = tables.documents.memory().find(mark.feed.toString()); feed != tables.documents.memory().end())
        state = feed->second.second;
    return tables.commands.keep(mark, state.epoch, state.head + 1, state.head);
}

Result<> keepAudit(Tables &tables, const Commit &commit, const std::map<FeedId, Hashes> &hashes)
{
    for (const auto &note : commit.audit) {
        const auto feed = tables.documents.memory().find(note.feed.toString());
        if (feed == tables.documents.memory().end())
            return failure(Error::Kind::NotFound, u"there is no feed of that name"_s);
        const auto found = hashes.find(note.feed);
        const auto ofFeed = found == hashes.end() ? Hashes() : found->second;
        AuditRecord record{.number = 0,
                           .at = commit.at,
                           .actor = commit.actor,
                           .note = note,
                           .before = ofFeed.before.result(),
                           .after = ofFeed.after.result(),
                           .hash = {}};
        if (auto done = tables.audit.append(feed->second.first, std::move(record)); !done)
            return done;
    }
    return {};
}

} // namespace

Result<Growth> commitWhole(Tables &tables, const Commit &commit)
{
    if (commit.command) {
        if (auto admitted = tables.commands.admit(*commit.command); !admitted)
            return std::unexpected(admitted.error());
    }
    if (auto checked = tables.documents.check(commit.reads); !checked)
        return std::unexpected(checked.error());
    std::map<FeedId, Hashes> hashes;
    DocumentTables::Watcher watcher;
    if (!commit.audit.empty()) {
        watcher = [&hashes](const DocumentWrite &write, const QByteArray &before) {
            hashes[write.feed].before.add(write.kind, write.id, before);
            hashes[write.feed].after.add(write.kind, write.id, write.body);
        };
    }
    auto growth = tables.documents.commit(commit, watcher);
    if (!growth)
        return growth;
    if (commit.command) {
        if (auto kept = keepCommand(tables, *commit.command, *growth); !kept)
            return std::unexpected(kept.error());
    }
    if (auto kept = keepAudit(tables, commit, hashes); !kept)
        return std::unexpected(kept.error());
    return growth;
}

} // namespace Doorstep::StoreFile
