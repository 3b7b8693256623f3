// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/liveframes.h"
#include "models/wire/presenceframes.h"
#include "models/wire/rawjson.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostFeeds = 1'000;

QJsonObject frameJson(const HelloFrame &hello)
{
    QJsonArray feeds;
    for (const auto &feed : hello.feeds) {
        QJsonObject json{{u"id"_s, feed.id.toString()}};
        if (feed.after) {
            json.insert("epoch"_L1, epochText(feed.after->epoch));
            json.insert("after"_L1, feed.after->seq);
        }
        feeds.append(json);
    }
    return {{u"t"_s, u"hello"_s}, {u"feeds"_s, feeds}, {u"fixes"_s, hello.wantsFixes}, {u"schema"_s, hello.schema}};
}

QJsonObject frameJson(const AckFrame &ack)
{
    return {{u"t"_s, u"ack"_s}, {u"frames"_s, ack.frames}};
}

QJsonObject frameJson(const ViewFrame &view)
{
    return {{u"t"_s, u"view"_s}, {u"box"_s, QJsonArray{view.west, view.south, view.east, view.north}}};
}

QJsonObject frameJson(const HereFrame &here)
{
    return toJson(here);
}

Result<HelloFrame::Feed> helloFeedFromJson(const QJsonObject &json)
{
    Reader reader("hello.feeds"_L1, json);
    HelloFrame::Feed feed;
    feed.id = reader.id<FeedId>("id"_L1);
    if (reader.has("epoch"_L1)) {
        feed.after = Cursor{.epoch = reader.take(epochFromText(reader.text("epoch"_L1))),
                            .seq = reader.integer("after"_L1, 0, std::numeric_limits<qint64>::max() - 1)};
    }
    return reader.finish(std::move(feed));
}

Result<ClientFrame> helloFromJson(const QJsonObject &json)
{
    Reader reader("hello"_L1, json);
    HelloFrame hello;
    for (const auto &feed : reader.array("feeds"_L1, mostFeeds))
        hello.feeds.append(reader.take(helloFeedFromJson(feed.toObject())));
    hello.wantsFixes = reader.flag("fixes"_L1);
    hello.schema = static_cast<int>(reader.integer("schema"_L1, 1, 1'000'000));
    return reader.finish(ClientFrame(std::move(hello)));
}

Result<ClientFrame> ackFromJson(const QJsonObject &json)
{
    Reader reader("ack"_L1, json);
    return reader.finish(ClientFrame(AckFrame{.frames = static_cast<int>(reader.integer("frames"_L1, 1, 1'000'000))}));
}

Result<ClientFrame> viewFromJson(const QJsonObject &json)
{
    Reader reader("view"_L1, json);
    const auto box = reader.array("box"_L1, 4);
    const auto degrees = [&](qsizetype i, double limit) {
        const double value = box.at(i).toDouble(qQNaN());
        if (!(value >= -limit && value <= limit))
            reader.fail("box"_L1);
        return value;
    };
    const ViewFrame view{
        .west = degrees(0, 180), .south = degrees(1, 90), .east = degrees(2, 180), .north = degrees(3, 90)};
    if (view.south > view.north)
        reader.fail("box"_L1);
    return reader.finish(ClientFrame(view));
}

} // namespace

QByteArray toBytes(const ClientFrame &frame)
{
    return compact(std::visit([](const auto &known) { return frameJson(known); }, frame));
}

Result<ClientFrame> clientFrameFromBytes(const QByteArray &bytes)
{
    const auto json = objectFromBytes(bytes);
    if (!json)
        return std::unexpected(json.error());
    const auto type = json->value("t"_L1).toString();
    if (type == "hello"_L1)
        return helloFromJson(*json);
    if (type == "ack"_L1)
        return ackFromJson(*json);
    if (type == "view"_L1)
        return viewFromJson(*json);
    if (type == "here"_L1)
        return hereFromJson(*json);
    return failure(Error::Kind::Malformed, u"frame: missing or malformed 't'"_s);
}

} // namespace Doorstep::Wire
