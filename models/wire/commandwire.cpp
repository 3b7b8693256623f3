// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/commandwire.h"

#include "models/wire/changeswire.h"
#include "models/wire/documentwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/reader.h"
#include "models/wire/timewire.h"
#include "models/wire/verbwire.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr int verbVersion = 1;
constexpr qsizetype mostFeeds = 1'000;
constexpr qint64 largestSequence = std::numeric_limits<qint64>::max() - 1;

constexpr Words<Verdict::Kind, 3> kinds{{
    {Verdict::Kind::Applied, "applied"_L1},
    {Verdict::Kind::Conflict, "conflict"_L1},
    {Verdict::Kind::Rejected, "rejected"_L1},
}};

Result<CommandEnvelope> envelopeFromJson(const QJsonObject &json)
{
    Reader reader("command"_L1, json);
    CommandEnvelope envelope;
    envelope.id = reader.id<CommandId>("id"_L1);
    envelope.sequence = reader.integer("seq"_L1, 1, largestSequence);
    envelope.feed = reader.id<FeedId>("feed"_L1);
    envelope.verb = reader.text("verb"_L1, 64);
    envelope.version = static_cast<int>(reader.integer("v"_L1, 1, 1'000));
    envelope.at = reader.time("at"_L1);
    envelope.body = reader.object("body"_L1);
    auto covered = json;
    covered.remove("seq"_L1);
    envelope.digest = QCryptographicHash::hash(compact(covered), QCryptographicHash::Sha256);
    return reader.finish(std::move(envelope));
}

Result<QHash<FeedId, quint64>> epochsFromJson(const QJsonObject &json)
{
    QHash<FeedId, quint64> epochs;
    for (auto one = json.constBegin(); one != json.constEnd(); ++one) {
        const FeedId feed(one.key());
        const auto epoch = epochFromText(one.value().toString());
        if (!feed.isValid() || !epoch || epochs.size() == mostFeeds)
            return failure(Error::Kind::Malformed, u"commands: epochs"_s);
        epochs.insert(feed, *epoch);
    }
    return epochs;
}

Result<Verdict> verdictFromJson(const QJsonObject &json, const QByteArray &raw)
{
    Reader reader("verdict"_L1, json);
    Verdict verdict;
    verdict.command = reader.id<CommandId>("id"_L1);
    verdict.kind = reader.word("verdict"_L1, kinds);
    verdict.again = reader.flag("again"_L1);
    if (verdict.kind == Verdict::Kind::Applied) {
        verdict.epoch = reader.take(epochFromText(reader.text("epoch"_L1)));
        verdict.from = reader.integer("from"_L1, 0, largestSequence);
        verdict.to = reader.integer("to"_L1, 0, largestSequence);
        return reader.finish(std::move(verdict));
    }
    verdict.code = reader.text("code"_L1, 64);
    verdict.detail = reader.optionalText("detail"_L1);
    verdict.field = reader.optionalText("field"_L1, 64);
    if (reader.has("current"_L1)) {
        const auto documents = reader.array("current"_L1, 10'000);
        const auto raws = rawElements(rawMember(raw, "current"_L1));
        for (qsizetype i = 0; i < documents.size() && i < raws.size(); ++i)
            verdict.current.append(reader.take(documentFromJson(documents.at(i).toObject(), raws.at(i))));
    }
    return reader.finish(std::move(verdict));
}

} // namespace

QJsonObject toJson(const Command &command)
{
    return {
        {u"id"_s, command.id.toString()},           {u"seq"_s, command.sequence}, {u"feed"_s, command.feed.toString()},
        {u"verb"_s, QString(wordOf(command.verb))}, {u"v"_s, verbVersion},        {u"at"_s, timeText(command.at)},
        {u"body"_s, toJson(command.verb)}};
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    auto envelope = envelopeFromJson(json);
    if (!envelope)
        return std::unexpected(envelope.error());
    auto verb = verbFromJson(envelope->verb, envelope->body);
    if (!verb)
        return std::unexpected(verb.error());
    return Command{.id = envelope->id,
                   .sequence = envelope->sequence,
                   .feed = envelope->feed,
                   .verb = *std::move(verb),
                   .at = envelope->at};
}

QJsonObject epochsToJson(const QHash<FeedId, quint64> &epochs)
{
    QJsonObject json;
    for (const auto &[feed, epoch] : epochs.asKeyValueRange())
        json.insert(feed.toString(), epochText(epoch));
    return json;
}

QByteArray requestBytes(const DeviceId &device, const QList<Command> &commands)
{
    QJsonArray array;
    for (const auto &command : commands)
        array.append(toJson(command));
    return compact({{u"device"_s, device.toString()}, {u"commands"_s, array}});
}

Result<CommandRequest> commandRequestFromJson(const QJsonObject &json)
{
    Reader reader("commands"_L1, json);
    CommandRequest request;
    request.device = reader.id<DeviceId>("device"_L1);
    if (reader.has("epochs"_L1))
        request.epochs = reader.take(epochsFromJson(reader.object("epochs"_L1)));
    for (const auto &command : reader.array("commands"_L1, mostCommands))
        request.commands.append(reader.take(envelopeFromJson(command.toObject())));
    if (request.commands.isEmpty())
        reader.fail("commands"_L1);
    return reader.finish(std::move(request));
}

QByteArray toBytes(const Verdict &verdict)
{
    QJsonObject json{{u"id"_s, verdict.command.toString()}, {u"verdict"_s, wordOf(kinds, verdict.kind)}};
    if (verdict.again)
        json.insert("again"_L1, true);
    if (verdict.kind == Verdict::Kind::Applied) {
        json.insert("epoch"_L1, epochText(verdict.epoch));
        json.insert("from"_L1, verdict.from);
        json.insert("to"_L1, verdict.to);
        return compact(json);
    }
    json.insert("code"_L1, verdict.code);
    putText(json, "detail"_L1, verdict.detail);
    putText(json, "field"_L1, verdict.field);
    auto bytes = compact(json);
    if (verdict.current.isEmpty())
        return bytes;
    bytes.chop(1);
    bytes += R"(,"current":[)";
    for (const auto &document : verdict.current) {
        if (!bytes.endsWith('['))
            bytes += ',';
        appendDocument(bytes, document);
    }
    return bytes + "]}";
}

Result<Verdict> verdictFromBytes(const QByteArray &bytes)
{
    const auto json = objectFromBytes(bytes);
    if (!json)
        return std::unexpected(json.error());
    return verdictFromJson(*json, bytes);
}

QByteArray verdictsBytes(const QList<Verdict> &verdicts)
{
    QByteArray bytes = R"({"verdicts":[)";
    for (const auto &verdict : verdicts) {
        if (!bytes.endsWith('['))
            bytes += ',';
        bytes += toBytes(verdict);
    }
    return bytes + "]}";
}

Result<QList<Verdict>> verdictsFromBytes(const QByteArray &bytes)
{
    const auto json = objectFromBytes(bytes);
    if (!json)
        return std::unexpected(json.error());
    Reader reader("verdicts"_L1, *json);
    const auto array = reader.array("verdicts"_L1, mostCommands);
    const auto raws = rawElements(rawMember(bytes, "verdicts"_L1));
    QList<Verdict> verdicts;
    for (qsizetype i = 0; i < array.size() && i < raws.size(); ++i)
        verdicts.append(reader.take(verdictFromJson(array.at(i).toObject(), raws.at(i).toByteArray())));
    return reader.finish(std::move(verdicts));
}

} // namespace Doorstep::Wire
