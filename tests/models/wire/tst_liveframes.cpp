// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/liveframes.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Doorstep::Wire;
using namespace Qt::StringLiterals;

class LiveFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void comesBackFromBytes()
    {
        const FeedId feed(u"depot-a"_s);
        const QList<ServerFrame> server{
            WelcomeFrame{.now = at(14),
                         .rate = 10.0,
                         .heartbeat = std::chrono::seconds(20),
                         .feeds = {{.id = feed, .epoch = 7, .head = 12, .checksum = {}}}},
            ChangesFrame{
                .feed = feed,
                .run = {.after = 1,
                        .to = 3,
                        .changes = {{.kind = u"stop"_s, .id = u"s"_s, .version = 3, .deleted = false, .body = "{}"}},
                        .isContiguous = true}},
            FixesFrame{.fixes = {someFix(), someFix()}},
            HeartbeatFrame{.now = at(14),
                           .rate = 1.0,
                           .feeds = {{.id = feed, .epoch = {}, .head = 12, .checksum = 0xabcdU},
                                     {.id = feed, .epoch = {}, .head = 0, .checksum = {}}}},
            ResetFrame{.feed = feed, .code = u"epoch_changed"_s},
            LaggedFrame{},
            ByeFrame{.retryIn = std::chrono::seconds(13)},
            UnknownFrame{.type = u"presence"_s},
        };
        for (const auto &frame : server)
            QCOMPARE(serverFrameFromBytes(toBytes(frame)), Result<ServerFrame>(frame));

        const QList<ClientFrame> client{
            HelloFrame{.feeds = {{.id = feed, .after = Cursor{.epoch = 7, .seq = 12}}, {.id = feed, .after = {}}},
                       .wantsFixes = true,
                       .schema = 1},
            AckFrame{.frames = 17},
            ViewFrame{.west = -56.3, .south = -35.0, .east = -56.0, .north = -34.7},
        };
        for (const auto &frame : client)
            QCOMPARE(clientFrameFromBytes(toBytes(frame)), Result<ClientFrame>(frame));
    }

    void refusesABadClientFrame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << "hello"_ba;
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("no type") << "{}"_ba;
        QTest::newRow("unknown type") << R"({"t":"quit"})"_ba;
        QTest::newRow("no feeds") << R"({"t":"hello","schema":1})"_ba;
        QTest::newRow("feed with a path") << R"({"t":"hello","schema":1,"feeds":[{"id":"../x"}]})"_ba;
        QTest::newRow("epoch without after") << R"({"t":"hello","schema":1,"feeds":[{"id":"x","epoch":"1"}]})"_ba;
        QTest::newRow("schema 0") << R"({"t":"hello","schema":0,"feeds":[]})"_ba;
        QTest::newRow("ack of nothing") << R"({"t":"ack","frames":0})"_ba;
        QTest::newRow("ack of minus one") << R"({"t":"ack","frames":-1})"_ba;
        QTest::newRow("ack of a lot") << R"({"t":"ack","frames":4294967296})"_ba;
        QTest::newRow("half a box") << R"({"t":"view","box":[1,2]})"_ba;
        QTest::newRow("box of words") << R"({"t":"view","box":["1","2","3","4"]})"_ba;
        QTest::newRow("box off the globe") << R"({"t":"view","box":[-190,0,0,10]})"_ba;
        QTest::newRow("box upside down") << R"({"t":"view","box":[0,10,5,0]})"_ba;
    }

    void refusesABadClientFrame()
    {
        QFETCH(const QByteArray, bytes);
        const auto frame = clientFrameFromBytes(bytes);
        QVERIFY(!frame);
        QCOMPARE(frame.error().kind, Error::Kind::Malformed);
    }

    void refusesABadServerFrame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no type") << R"({"feed":"a"})"_ba;
        QTest::newRow("welcome without a time") << R"({"t":"welcome","rate":1,"hb":20,"feeds":[]})"_ba;
        QTest::newRow("welcome without heartbeats")
            << R"({"t":"welcome","now":"2026-03-12T14:00:00Z","rate":1,"hb":0,"feeds":[]})"_ba;
        QTest::newRow("clock running backwards")
            << R"({"t":"hb","now":"2026-03-12T14:00:00Z","rate":-1,"feeds":[]})"_ba;
        QTest::newRow("fix off the globe")
            << R"({"t":"fix","fixes":[{"driver":"a","at":"2026-03-12T14:00:00Z","received_at":"2026-03-12T14:00:00Z","where":[0,91]}]})"_ba;
        QTest::newRow("changes without a feed") << R"({"t":"chg","after":1,"to":1,"changes":[]})"_ba;
        QTest::newRow("changes of text") << R"({"t":"chg","feed":"a","after":1,"to":1,"changes":"none"})"_ba;
        QTest::newRow("short checksum")
            << R"({"t":"hb","now":"2026-03-12T14:00:00Z","rate":1,"feeds":[{"id":"a","head":1,"checksum":"1"}]})"_ba;
        QTest::newRow("bye for ever") << R"({"t":"bye","retry_in":1e12})"_ba;
    }

    void refusesABadServerFrame()
    {
        QFETCH(const QByteArray, bytes);
        const auto frame = serverFrameFromBytes(bytes);
        QVERIFY(!frame);
        QCOMPARE(frame.error().kind, Error::Kind::Malformed);
    }
};

QTEST_APPLESS_MAIN(LiveFramesTest)
#include "tst_liveframes.moc"
