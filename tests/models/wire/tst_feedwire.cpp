// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/changeswire.h"
#include "models/wire/documentwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/snapshotwire.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

Document document(qint64 version, const QByteArray &body = "{\"b\":1,\"a\":[true,{\"x\":\"}]\"}],\"é\":\"\\\"\\\\\"}")
{
    return {.kind = u"stop"_s, .id = u"s1"_s, .version = version, .deleted = false, .body = body};
}

Document tombstone(qint64 version)
{
    return {.kind = u"stop"_s, .id = u"s1"_s, .version = version, .deleted = true, .body = {}};
}

} // namespace

class FeedWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keepsABodyByteForByte()
    {
        const auto original = document(7);
        QCOMPARE(Wire::documentFromBytes(Wire::toBytes(original)), Result<Document>(original));
        QCOMPARE(Wire::documentFromBytes(Wire::toBytes(tombstone(8))), Result<Document>(tombstone(8)));
    }

    void findsABodyInAnyDress_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("spaces")
            << R"( { "id" : "s1" , "body" : { "a" : [ 1 , 2 ] } , "version" : 3 , "kind" : "stop" } )"_ba
            << R"({ "a" : [ 1 , 2 ] })"_ba;
        QTest::newRow("twice, the last counts")
            << R"({"kind":"stop","id":"s1","version":3,"body":{"a":1},"body":{"a":2}})"_ba << R"({"a":2})"_ba;
        QTest::newRow("escaped key") << R"({"kind":"stop","id":"s1","version":3,"\u0062ody":{"a" : 2}})"_ba
                                     << R"({"a" : 2})"_ba;
        QTest::newRow("a decoy in a text")
            << "{\"x\":\"\\\"body\\\":{}\",\"kind\":\"stop\",\"id\":\"s1\",\"version\":3,\"body\":{\"a\":2}}"_ba
            << R"({"a":2})"_ba;
        QTest::newRow("a decoy inside")
            << R"({"x":{"body":{"no":1}},"kind":"stop","id":"s1","version":3,"body":{"a":2}})"_ba << R"({"a":2})"_ba;
    }

    void findsABodyInAnyDress()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, body);
        const auto parsed = Wire::documentFromBytes(line);
        QVERIFY(parsed);
        QCOMPARE(*parsed, document(3, body));
    }

    void refusesABadDocument_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("cut") << "{\"kind\":\"stop\",\"id\":\"s1\",\"version\":3,\"bo"_ba;
        QTest::newRow("no body") << R"({"kind":"stop","id":"s1","version":3})"_ba;
        QTest::newRow("body is a list") << R"({"kind":"stop","id":"s1","version":3,"body":[]})"_ba;
        QTest::newRow("version 0") << R"({"kind":"stop","id":"s1","version":0,"body":{}})"_ba;
        QTest::newRow("version of 1e30") << R"({"kind":"stop","id":"s1","version":1e30,"body":{}})"_ba;
        QTest::newRow("kind with a quote") << "{\"kind\":\"st\\\"op\",\"id\":\"s1\",\"version\":3,\"body\":{}}"_ba;
        QTest::newRow("no id") << R"({"kind":"stop","id":"","version":3,"body":{}})"_ba;
        QTest::newRow("deleted is a word") << R"({"kind":"stop","id":"s1","version":3,"deleted":"yes"})"_ba;
        QTest::newRow("not UTF-8")
            << "{\"kind\":\"stop\",\"id\":\"s1\",\"version\":3,\"body\":{\"a\":\"\xff\xfe\"}}"_ba;
        QTest::newRow("5,000 deep") << R"({"kind":"stop","id":"s1","version":3,"body":{"a":)"_ba
                + QByteArray(5'000, '[') + QByteArray(5'000, ']') + "}}"_ba;
    }

    void refusesABadDocument()
    {
        QFETCH(const QByteArray, line);
        const auto parsed = Wire::documentFromBytes(line);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, Error::Kind::Malformed);
    }

    void writesSkipsForWhatIsNotSent()
    {
        const Wire::ChangeRun run{
            .after = 4, .to = 12, .changes = {document(5), tombstone(8), document(9)}, .isContiguous = true};
        const Wire::ChangesPage page{.epoch = 0xffff'ffff'ffff'fffe, .head = 40, .run = run, .more = true};
        const auto bytes = Wire::toBytes(page);
        QVERIFY(bytes.contains(R"({"skip":[6,7]})"));
        QVERIFY(bytes.contains(R"({"skip":[10,12]})"));
        QCOMPARE(Wire::changesPageFromBytes(bytes), Result<Wire::ChangesPage>(page));
    }

    void noticesAGap_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<bool>("isContiguous");
        const auto a = [](qint64 version) { return Wire::toBytes(document(version)); };
        QTest::newRow("whole") << a(5) + ',' + a(6) + ',' + a(7) << true;
        QTest::newRow("with a skip") << a(5) + R"(,{"skip":[6,7]})" << true;
        QTest::newRow("only a skip") << R"({"skip":[5,7]})"_ba << true;
        QTest::newRow("first missing") << a(6) + ',' + a(7) << false;
        QTest::newRow("middle missing") << a(5) + ',' + a(7) << false;
        QTest::newRow("last missing") << a(5) + ',' + a(6) << false;
        QTest::newRow("one twice") << a(5) + ',' + a(5) + ',' + a(6) + ',' + a(7) << false;
        QTest::newRow("out of order") << a(6) + ',' + a(5) + ',' + a(7) << false;
        QTest::newRow("one too many") << a(5) + ',' + a(6) + ',' + a(7) + ',' + a(8) << false;
        QTest::newRow("skip overlaps") << a(5) + R"(,{"skip":[5,7]})" << false;
        QTest::newRow("nothing") << ""_ba << false;
    }

    void noticesAGap()
    {
        QFETCH(const QByteArray, entries);
        QFETCH(const bool, isContiguous);
        const auto bytes = R"({"epoch":"1","after":4,"to":7,"head":9,"more":false,"changes":[)" + entries + "]}";
        const auto page = Wire::changesPageFromBytes(bytes);
        QVERIFY(page);
        QCOMPARE(page->run.isContiguous, isContiguous);
    }

    void refusesABadPage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no epoch") << R"({"after":4,"to":4,"head":4,"changes":[]})"_ba;
        QTest::newRow("epoch as a number") << R"({"epoch":1,"after":4,"to":4,"head":4,"changes":[]})"_ba;
        QTest::newRow("epoch of 65 bits")
            << R"({"epoch":"36893488147419103232","after":4,"to":4,"head":4,"changes":[]})"_ba;
        QTest::newRow("negative after") << R"({"epoch":"1","after":-4,"to":4,"head":4,"changes":[]})"_ba;
        QTest::newRow("bad skip") << R"({"epoch":"1","after":4,"to":5,"head":5,"changes":[{"skip":[5]}]})"_ba;
        QTest::newRow("skip backwards") << R"({"epoch":"1","after":4,"to":5,"head":5,"changes":[{"skip":[6,5]}]})"_ba;
        QTest::newRow("an entry that is a number") << R"({"epoch":"1","after":4,"to":5,"head":5,"changes":[5]})"_ba;
    }

    void refusesABadPage()
    {
        QFETCH(const QByteArray, bytes);
        const auto page = Wire::changesPageFromBytes(bytes);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Malformed);
    }

    void bracketsASnapshot()
    {
        const Cursor cursor{.epoch = 18'000'000'000'000'000'000U, .seq = 9'000'000'000};
        QCOMPARE(Wire::cursorFromBytes(Wire::toBytes(cursor)), Result<Cursor>(cursor));
        const Wire::SnapshotEnd end{.count = 3, .checksum = 0x00ab};
        QCOMPARE(Wire::toBytes(end), R"({"end":true,"count":3,"checksum":"00000000000000ab"})"_ba);
        QVERIFY(Wire::looksLikeSnapshotEnd(Wire::toBytes(end)));
        QVERIFY(!Wire::looksLikeSnapshotEnd(Wire::toBytes(document(3))));
        QCOMPARE(Wire::snapshotEndFromBytes(Wire::toBytes(end)), Result<Wire::SnapshotEnd>(end));
        QVERIFY(!Wire::snapshotEndFromBytes(R"({"end":true,"count":3,"checksum":"ab"})"));
        QVERIFY(!Wire::cursorFromBytes(R"({"epoch":"x","seq":1})"));
    }

    void hasTheChecksumOfTheProtocol()
    {
        // printf 'stop\ns1\n7' | sha256sum
        QCOMPARE(Wire::checksumText(Wire::digestOf(document(7))), u"8313667bc71b445f"_s);
        QCOMPARE(Wire::digestOf(tombstone(7)), Wire::Checksum(0));
        QCOMPARE(Wire::checksumFromText(u"00000000000000ff"), Result<Wire::Checksum>(255U));
        QVERIFY(!Wire::checksumFromText(u"ff"));
        QVERIFY(!Wire::checksumFromText(u"+000000000000000"));
        QVERIFY(!Wire::checksumFromText(u"000000000000000g"));
    }
};

QTEST_APPLESS_MAIN(FeedWireTest)
#include "tst_feedwire.moc"
