// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/snapshotparser.h"
#include "models/wire/documentwire.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(int number)
{
    return Wire::toBytes(
               Document{.kind = u"stop"_s, .id = u"s%1"_s.arg(number), .version = number, .body = R"({"a":1})"})
        + '\n';
}

QByteArray first()
{
    return R"({"epoch":"5","seq":9})"_ba + '\n';
}

QByteArray last(int count)
{
    return Wire::toBytes(Wire::SnapshotEnd{.count = count, .checksum = 0xab}) + '\n';
}

} // namespace

class SnapshotParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsWhateverPiecesItComesIn_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 7, 50, 1'000})
            QTest::addRow("%d bytes", size) << size;
    }

    void readsWhateverPiecesItComesIn()
    {
        QFETCH(const int, size);
        const auto bytes = first() + line(1) + line(2) + line(9) + last(3);
        SnapshotParser parser;
        QList<Document> documents;
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            const auto taken = parser.take(bytes.sliced(at, std::min<qsizetype>(size, bytes.size() - at)));
            QVERIFY(taken);
            documents += *taken;
        }
        QCOMPARE(documents.size(), 3);
        QCOMPARE(documents.last().version, 9);
        QCOMPARE(parser.cursor(), std::optional(Cursor{.epoch = 5, .seq = 9}));
        QCOMPARE(parser.finish(), Result<Wire::SnapshotEnd>({.count = 3, .checksum = 0xab}));
    }

    void refusesWhatIsNoSnapshot_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("only the first line") << first();
        QTest::newRow("no last line") << first() + line(1);
        QTest::newRow("cut in the last line") << first() + line(1) + last(1).chopped(5);
        QTest::newRow("no first line") << line(1) + last(1);
        QTest::newRow("one document too few") << first() + line(1) + last(2);
        QTest::newRow("more after the end") << first() + line(1) + last(1) + line(2);
        QTest::newRow("newer than it is") << first() + line(10) + last(1);
        QTest::newRow("a tombstone") << first() + R"({"kind":"stop","id":"a","version":1,"deleted":true})" + '\n'
                + last(1);
        QTest::newRow("HTML") << "<html>\n</html>\n"_ba;
        QTest::newRow("a line that does not end") << first() + QByteArray(SnapshotParser::longestLine + 2, 'x');
    }

    void refusesWhatIsNoSnapshot()
    {
        QFETCH(const QByteArray, bytes);
        SnapshotParser parser;
        const auto taken = parser.take(bytes);
        QVERIFY(!taken || !parser.finish());
    }
};

QTEST_APPLESS_MAIN(SnapshotParserTest)
#include "tst_snapshotparser.moc"
