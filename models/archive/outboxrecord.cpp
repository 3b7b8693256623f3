// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/outboxrecord.h"

#include "models/wire/changeswire.h"
#include "models/wire/commandwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/reader.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using State = OutboxCommand::State;

constexpr Wire::Words<State, 3> states{{
    {State::Waiting, "waiting"_L1},
    {State::Applied, "applied"_L1},
    {State::Attention, "attention"_L1},
}};
constexpr qint64 largest = std::numeric_limits<qint64>::max() / 2;

} // namespace

QByteArray lineOf(const Command &command)
{
    auto json = Wire::toJson(command);
    json.remove("seq"_L1);
    return Wire::compact(json);
}

QByteArray numbered(const QByteArray &line, qint64 sequence)
{
    return line.chopped(1) + R"(,"seq":)" + QByteArray::number(sequence) + '}';
}

QByteArray recordOf(const OutboxCommand &command)
{
    QJsonObject json{{u"id"_s, command.id.toString()},
                     {u"user"_s, command.user.toString()},
                     {u"feed"_s, command.feed.toString()},
                     {u"seq"_s, command.sequence},
                     {u"text"_s, command.text},
                     {u"line"_s, QString::fromUtf8(command.line)},
                     {u"state"_s, QString(Wire::wordOf(states, command.state))},
                     {u"n"_s, command.number},
                     {u"revision"_s, command.revision}};
    if (command.verdict) {
        json.insert("verdict"_L1, QString::fromUtf8(Wire::toBytes(*command.verdict)));
        json.insert("settled"_L1, command.settledAt.toMSecsSinceEpoch());
        json.insert("confirmed"_L1, Wire::epochText(command.confirmedIn));
    }
    if (command.isPassed)
        json.insert("passed"_L1, true);
    return Wire::compact(json);
}

Result<OutboxCommand> outboxCommandFromRecord(const QByteArray &record)
{
    const auto json = Wire::objectFromBytes(record);
    if (!json)
        return std::unexpected(json.error());
    Wire::Reader reader("outbox"_L1, *json);
    OutboxCommand command;
    command.id = reader.id<CommandId>("id"_L1);
    command.user = reader.id<UserId>("user"_L1);
    command.feed = reader.id<FeedId>("feed"_L1);
    command.sequence = reader.integer("seq"_L1, 0, largest);
    command.text = (*json)["text"_L1].toString();
    command.line = (*json)["line"_L1].toString().toUtf8();
    command.state = reader.word("state"_L1, states);
    command.number = reader.integer("n"_L1, 0, largest);
    command.revision = reader.integer("revision"_L1, 0, largest);
    command.isPassed = reader.flag("passed"_L1);
    if (reader.has("verdict"_L1)) {
        command.verdict = reader.take(Wire::verdictFromBytes((*json)["verdict"_L1].toString().toUtf8()));
        command.settledAt = QDateTime::fromMSecsSinceEpoch((*json)["settled"_L1].toInteger(), QTimeZone::UTC);
        command.confirmedIn = reader.take(Wire::epochFromText(reader.text("confirmed"_L1)));
    } else if (command.state != State::Waiting) {
        reader.fail("verdict"_L1);
    }
    const auto line = Wire::objectFromBytes(numbered(command.line, std::max<qint64>(1, command.sequence)));
    if (!line)
        reader.fail("line"_L1);
    else if (auto known = Wire::commandFromJson(*line))
        command.command = *std::move(known);
    return reader.finish(std::move(command));
}

QByteArray goneRecord(const CommandId &command, qint64 revision)
{
    return Wire::compact({{u"gone"_s, command.toString()}, {u"revision"_s, revision}});
}

QByteArray factRecord(const QString &name, const QString &value)
{
    return Wire::compact({{u"fact"_s, name}, {u"value"_s, value}});
}

void OutboxHistory::take(const QByteArray &record)
{
    const auto json = Wire::objectFromBytes(record);
    if (!json)
        return;
    if (json->contains("fact"_L1)) {
        facts.insert((*json)["fact"_L1].toString(), (*json)["value"_L1].toString());
    } else if (json->contains("gone"_L1)) {
        const CommandId id((*json)["gone"_L1].toString());
        const auto revision = (*json)["revision"_L1].toInteger();
        gone.insert(id, std::max(revision, gone.value(id)));
        if (const auto known = commands.constFind(id); known != commands.cend() && known->revision <= revision)
            commands.erase(known);
    } else if (const auto command = outboxCommandFromRecord(record)) {
        take(*command);
    }
}

void OutboxHistory::take(const OutboxCommand &command)
{
    if (gone.value(command.id, -1) >= command.revision)
        return;
    const auto known = commands.constFind(command.id);
    if (known == commands.cend() || known->revision <= command.revision)
        commands.insert(command.id, command);
}

QList<OutboxCommand> OutboxHistory::inOrder() const
{
    auto list = commands.values();
    std::ranges::sort(list, {}, &OutboxCommand::number);
    return list;
}

} // namespace Doorstep
