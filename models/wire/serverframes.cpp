// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/fixwire.h"
#include "models/wire/liveframes.h"
#include "models/wire/presenceframes.h"
#include "models/wire/rawjson.h"
#include "models/wire/reader.h"
#include "models/wire/timewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostFeeds = 1'000;
constexpr qsizetype mostFixes = 100'000;
constexpr qint64 largestSeq = std::numeric_limits<qint64>::max() - 1;

QJsonArray headsJson(const QList<FeedHead> &heads)
{
    QJsonArray array;
    for (const auto &head : heads) {
        QJsonObject json{{u"id"_s, head.id.toString()}, {u"head"_s, head.head}};
        if (head.epoch)
            json.insert("epoch"_L1, epochText(*head.epoch));
        if (head.checksum)
            json.insert("checksum"_L1, checksumText(*head.checksum));
        array.append(json);
    }
    return array;
}

Result<FeedHead> readHead(const JsonView &json)
{
    ViewReader reader("feeds"_L1, json);
    FeedHead head;
    head.id = reader.id<FeedId>("id"_L1);
    head.head = reader.integer("head"_L1, 0, largestSeq);
    if (reader.has("epoch"_L1))
        head.epoch = reader.take(epochFromText(reader.text("epoch"_L1)));
    if (reader.has("checksum"_L1))
        head.checksum = reader.take(checksumFromText(reader.text("checksum"_L1)));
    return reader.finish(std::move(head));
}

QList<FeedHead> takeHeads(ViewReader &reader)
{
    QList<FeedHead> heads;
    for (const auto &head : reader.array("feeds"_L1, mostFeeds))
        heads.append(reader.take(readHead(head.toObject())));
    return heads;
}

QByteArray frameBytes(const UnknownFrame &frame)
{
    return compact({{u"t"_s, frame.type}});
}

QByteArray frameBytes(const WelcomeFrame &welcome)
{
    return compact({{u"t"_s, u"welcome"_s},
                    {u"now"_s, timeText(welcome.now)},
                    {u"rate"_s, welcome.rate},
                    {u"hb"_s, static_cast<qint64>(welcome.heartbeat.count())},
                    {u"feeds"_s, headsJson(welcome.feeds)}});
}

QByteArray frameBytes(const ChangesFrame &changes)
{
    QByteArray bytes = R"({"t":"chg","feed":")" + changes.feed.toString().toLatin1() + R"(",)";
    appendRun(bytes, changes.run);
    return bytes + '}';
}

QByteArray frameBytes(const FixesFrame &frame)
{
    QJsonArray fixes;
    for (const auto &fix : frame.fixes)
        fixes.append(toJson(fix));
    return compact({{u"t"_s, u"fix"_s}, {u"fixes"_s, fixes}});
}

QByteArray frameBytes(const HeartbeatFrame &heartbeat)
{
    return compact({{u"t"_s, u"hb"_s},
                    {u"now"_s, timeText(heartbeat.now)},
                    {u"rate"_s, heartbeat.rate},
                    {u"feeds"_s, headsJson(heartbeat.feeds)}});
}

QByteArray frameBytes(const ResetFrame &reset)
{
    return compact({{u"t"_s, u"reset"_s}, {u"feed"_s, reset.feed.toString()}, {u"code"_s, reset.code}});
}

QByteArray frameBytes(const LaggedFrame &)
{
    return compact({{u"t"_s, u"lagged"_s}});
}

QByteArray frameBytes(const ByeFrame &bye)
{
    return compact({{u"t"_s, u"bye"_s}, {u"retry_in"_s, static_cast<qint64>(bye.retryIn.count())}});
}

QByteArray frameBytes(const WhoFrame &who)
{
    return compact(toJson(who));
}

Result<ServerFrame> readWelcome(const JsonView &json)
{
    ViewReader reader("welcome"_L1, json);
    WelcomeFrame welcome;
    welcome.now = reader.time("now"_L1);
    welcome.rate = reader.number("rate"_L1, 0.0, 1'000.0);
    welcome.heartbeat = reader.seconds("hb"_L1, 1, 3'600);
    welcome.feeds = takeHeads(reader);
    return reader.finish(ServerFrame(std::move(welcome)));
}

Result<ServerFrame> readChanges(const JsonView &json)
{
    ViewReader reader("chg"_L1, json);
    ChangesFrame changes;
    changes.feed = reader.id<FeedId>("feed"_L1);
    changes.run = reader.take(readRun(json));
    return reader.finish(ServerFrame(std::move(changes)));
}

Result<ServerFrame> readFixes(const JsonView &json)
{
    ViewReader reader("fix"_L1, json);
    FixesFrame frame;
    const auto fixes = reader.array("fixes"_L1, mostFixes);
    frame.fixes.reserve(fixes.size());
    for (const auto &fix : fixes)
        frame.fixes.append(reader.take(readFix(fix.toObject())));
    return reader.finish(ServerFrame(std::move(frame)));
}

Result<ServerFrame> readHeartbeat(const JsonView &json)
{
    ViewReader reader("hb"_L1, json);
    HeartbeatFrame heartbeat;
    heartbeat.now = reader.time("now"_L1);
    heartbeat.rate = reader.number("rate"_L1, 0.0, 1'000.0);
    heartbeat.feeds = takeHeads(reader);
    return reader.finish(ServerFrame(std::move(heartbeat)));
}

Result<ServerFrame> readReset(const JsonView &json)
{
    ViewReader reader("reset"_L1, json);
    ResetFrame reset;
    reset.feed = reader.id<FeedId>("feed"_L1);
    reset.code = reader.text("code"_L1, 100);
    return reader.finish(ServerFrame(std::move(reset)));
}

Result<ServerFrame> readBye(const JsonView &json)
{
    ViewReader reader("bye"_L1, json);
    return reader.finish(ServerFrame(ByeFrame{.retryIn = reader.seconds("retry_in"_L1, 0, 3'600)}));
}

} // namespace

QByteArray toBytes(const ServerFrame &frame)
{
    return std::visit([](const auto &known) { return frameBytes(known); }, frame);
}

Result<ServerFrame> serverFrameFromBytes(const QByteArray &bytes)
{
    const auto json = JsonView::parse(bytes);
    if (!json)
        return std::unexpected(json.error());
    const auto type = json->value("t"_L1).toString();
    if (type == "chg"_L1)
        return readChanges(*json);
    if (type == "fix"_L1)
        return readFixes(*json);
    if (type == "hb"_L1)
        return readHeartbeat(*json);
    if (type == "welcome"_L1)
        return readWelcome(*json);
    if (type == "reset"_L1)
        return readReset(*json);
    if (type == "lagged"_L1)
        return LaggedFrame{};
    if (type == "bye"_L1)
        return readBye(*json);
    if (type == "who"_L1)
        return objectFromBytes(bytes).and_then(
            [](const QJsonObject &who) -> Result<ServerFrame> { return whoFromJson(who); });
    if (type.isEmpty())
        return failure(Error::Kind::Malformed, u"frame: missing or malformed 't'"_s);
    return UnknownFrame{.type = type};
}

} // namespace Doorstep::Wire
