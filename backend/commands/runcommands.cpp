// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/runcommands.h"

#include "backend/commands/decideone.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int triesOfCommands = 50; // each means that somebody else got something done

using Halt = std::optional<CommandsHalted>;
using Answer = std::expected<QList<Verdict>, CommandsHalted>;

CommandsHalted failed(Error error)
{
    return {.why = CommandsHalted::Why::Failed, .expected = 0, .error = std::move(error)};
}

QList<CommandId> idsOf(const Wire::CommandRequest &request)
{
    QList<CommandId> ids;
    for (const auto &command : request.commands)
        ids.append(command.id);
    return ids;
}

/// Whether \a command is the one that \a kept was, of the same person.
bool isSame(const KeptCommand &kept, const Wire::CommandEnvelope &command, const UserId &user)
{
    return kept.digest == command.digest && kept.user == user;
}

/// What is wrong with \a request as a whole, before anything of it is decided.
Halt faultOf(const Wire::CommandRequest &request, const CommandHistory &history, const UserId &user)
{
    using Why = CommandsHalted::Why;
    QHash<CommandId, QByteArray> digests;
    auto last = history.lastSequence;
    Halt disorder;
    for (const auto &command : request.commands) {
        const auto known = history.known.constFind(command.id);
        const bool isKnown = known != history.known.cend();
        const auto twin = digests.constFind(command.id);
        if ((isKnown && !isSame(*known, command, user)) || (twin != digests.cend() && *twin != command.digest))
            return CommandsHalted{.why = Why::Reused};
        if (!isKnown && twin == digests.cend()) {
            if (command.sequence != last + 1 && !disorder)
                disorder = CommandsHalted{.why = Why::OutOfOrder, .expected = last + 1};
            ++last;
        }
        digests.insert(command.id, command.digest);
    }
    const bool hasNew = last != history.lastSequence;
    if (hasNew && history.owner.isValid() && history.owner != user)
        return CommandsHalted{.why = Why::DeviceOfAnother};
    return disorder;
}

/// The verdict that was given before.
Result<Verdict> againOf(const CommandId &id, const KeptCommand &kept)
{
    Verdict verdict{.command = id, .epoch = kept.epoch, .from = kept.from, .to = kept.to, .code = {}, .detail = {}};
    if (!kept.refusal.isEmpty()) {
        auto refusal = Wire::verdictFromBytes(kept.refusal);
        if (!refusal)
            return failure(Error::Kind::Storage, u"a kept verdict cannot be read: "_s + refusal.error().detail);
        verdict = std::move(*refusal);
    }
    verdict.again = true;
    return verdict;
}

/// Whether a feed that \a author follows goes on in another history than the one in which they were told "applied", as
/// after a restore: then what is new waits behind what is sent again.
bool isBehind(const Store &store, const Wire::CommandRequest &request, const CommandAuthor &author)
{
    return !request.epochs.isEmpty() && std::ranges::any_of(store.feeds(), [&](const FeedState &feed) {
        return author.feeds.contains(feed.id) && request.epochs.value(feed.id, feed.epoch) != feed.epoch;
    });
}

/// What the history of a device says to a command that could not be stored, or that changed nothing: its verdict when
/// it is known there, why it is halted, or nothing, and it may be tried again.
std::expected<std::optional<Verdict>, CommandsHalted>
meanwhile(const CommandHistory &history, const Wire::CommandEnvelope &command, const UserId &user)
{
    using Why = CommandsHalted::Why;
    if (const auto kept = history.known.constFind(command.id); kept != history.known.cend()) {
        if (!isSame(*kept, command, user))
            return std::unexpected(CommandsHalted{.why = Why::Reused});
        auto again = againOf(command.id, *kept);
        if (!again)
            return std::unexpected(failed(again.error()));
        return *std::move(again);
    }
    if (history.owner.isValid() && history.owner != user)
        return std::unexpected(CommandsHalted{.why = Why::DeviceOfAnother});
    if (history.lastSequence + 1 != command.sequence)
        return std::unexpected(CommandsHalted{.why = Why::OutOfOrder, .expected = history.lastSequence + 1});
    return std::nullopt;
}

/// Whether \a growth, or that nothing was wanted of it, settles \a verdict, which then says where in the log it is.
bool isSettledBy(const Growth &growth, Verdict &verdict)
{
    if (verdict.kind != Verdict::Kind::Applied)
        return true;
    if (growth.empty())
        return false;
    const auto &grown = growth.front();
    verdict.epoch = grown.state.epoch;
    verdict.from = grown.changes.first().version;
    verdict.to = grown.state.head;
    return true;
}

/// What the store remembers of \a command and of its \a verdict.
CommandMark markOf(const Wire::CommandEnvelope &command, const DeviceId &device, const UserId &user,
                   const Verdict &verdict)
{
    const bool isApplied = verdict.kind == Verdict::Kind::Applied;
    return {.id = command.id,
            .device = device,
            .user = user,
            .sequence = command.sequence,
            .digest = command.digest,
            .feed = command.feed,
            .refusal = isApplied ? QByteArray() : Wire::toBytes(verdict),
            .at = QDateTime::currentDateTimeUtc()};
}

/// One command, tried until nobody interferes.
drogon::Task<std::expected<Verdict, CommandsHalted>>
runOne(Store &store, DeviceId device, Wire::CommandEnvelope command, CommandAuthor author, QDateTime now)
{
    for (int tries = 0; tries < triesOfCommands; ++tries) {
        auto decided = co_await decideOne(store, command, author, now);
        if (!decided)
            co_return std::unexpected(failed(decided.error()));
        auto &[verdict, commit] = *decided;
        for (auto &note : commit.audit)
            note.device = device;
        commit.command = markOf(command, device, author.user.id, verdict);
        const auto done = co_await store.commit(std::move(commit));
        if (!done && done.error().kind != Error::Kind::Conflict)
            co_return std::unexpected(failed(done.error()));
        if (done && isSettledBy(*done, verdict))
            co_return std::move(verdict);

        // It changed nothing, or somebody was faster: the store knows more.
        const auto history = co_await store.commandHistory(device, {command.id});
        if (!history)
            co_return std::unexpected(failed(history.error()));
        auto known = meanwhile(*history, command, author.user.id);
        if (!known)
            co_return std::unexpected(known.error());
        if (auto &again = *known) {
            again->again = !done;
            co_return *std::move(again);
        }
    }
    co_return std::unexpected(failed({.kind = Error::Kind::Offline, .detail = u"too many decide the same at once"_s}));
}

} // namespace

drogon::Task<Answer> runCommands(Store &store, Wire::CommandRequest request, CommandAuthor author, QDateTime now)
{
    if (isBehind(store, request, author))
        co_return std::unexpected(CommandsHalted{.why = CommandsHalted::Why::AnotherHistory});
    auto history = co_await store.commandHistory(request.device, idsOf(request));
    if (!history)
        co_return std::unexpected(failed(history.error()));
    if (const auto fault = faultOf(request, *history, author.user.id))
        co_return std::unexpected(*fault);
    QList<Verdict> verdicts;
    QHash<CommandId, qsizetype> decided;
    for (const auto &command : request.commands) {
        if (const auto kept = history->known.constFind(command.id); kept != history->known.cend()) {
            auto again = againOf(command.id, *kept);
            if (!again)
                co_return std::unexpected(failed(again.error()));
            verdicts.append(std::move(*again));
            continue;
        }
        if (const auto twin = decided.constFind(command.id); twin != decided.cend()) {
            verdicts.append(verdicts.at(*twin));
            verdicts.last().again = true;
            continue;
        }
        auto verdict = co_await runOne(store, request.device, command, author, now);
        if (!verdict)
            co_return std::unexpected(verdict.error());
        decided.insert(command.id, verdicts.size());
        verdicts.append(std::move(*verdict));
    }
    co_return verdicts;
}

} // namespace Doorstep
