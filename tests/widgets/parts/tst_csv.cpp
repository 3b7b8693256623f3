// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/csv.h"

#include <QFile>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void writesACellThatNoSpreadsheetRuns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << u"Ana"_s << u"Ana"_s;
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("line break") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("formula") << u"=1+2"_s << u"'=1+2"_s;
        QTest::newRow("formula with quote") << u"=HYPERLINK(\"x\")"_s << u"\"'=HYPERLINK(\"\"x\"\")\""_s;
        QTest::newRow("plus") << u"+598 99 1"_s << u"'+598 99 1"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::newRow("negative number stays a number") << u"-3.5"_s << u"-3.5"_s;
        QTest::newRow("minus then words") << u"-cmd|x"_s << u"'-cmd|x"_s;
    }

    void writesACellThatNoSpreadsheetRuns()
    {
        QFETCH(const QString, text);
        QTEST(csvCell(text), "cell");
    }

    void writesHeaderAndRows()
    {
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({u"Driver"_s, u"Note"_s});
        model.setItem(0, 0, new QStandardItem(u"Núñez"_s));
        model.setItem(0, 1, new QStandardItem(u"=cmd"_s));
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"x.csv"_s);
        QVERIFY(exportCsv(model, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 "\xef\xbb\xbf"
                 "Driver,Note\r\nN\xc3\xba\xc3\xb1"
                 "ez,'=cmd\r\n"_ba);
    }

    void saysWhenItCannotWrite()
    {
        const QStandardItemModel model;
        const auto written = exportCsv(model, u"/no/such/folder/x.csv"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
    }
};

QTEST_MAIN(CsvTest)
#include "tst_csv.moc"
