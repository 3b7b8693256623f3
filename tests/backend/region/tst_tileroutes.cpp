// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tileroutes.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class TileRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsThePathOfATile()
    {
        const auto plain = tileRequest(u"/tiles/light/14/5638/9883.png");
        QVERIFY(plain);
        QCOMPARE(*plain, (TileRequest{.style = TileStyle::Light, .zoom = 14, .x = 5638, .y = 9883, .scale = 1}));
        const auto sharp = tileRequest(u"/tiles/dark/19/524287/0@2x.png");
        QVERIFY(sharp);
        QCOMPARE(*sharp, (TileRequest{.style = TileStyle::Dark, .zoom = 19, .x = 524287, .y = 0, .scale = 2}));
    }

    void refusesWhatIsNoTile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Error::Kind>("kind");
        const auto row = [](const char *name, const QString &path, Error::Kind kind = Error::Kind::Malformed) {
            QTest::newRow(name) << path << kind;
        };
        row("empty", u""_s);
        row("other path", u"/osrm/14/1/1.png"_s);
        row("no style", u"/tiles/14/5638/9883.png"_s);
        row("unknown style", u"/tiles/sepia/14/5638/9883.png"_s);
        row("style in capitals", u"/tiles/Light/14/5638/9883.png"_s);
        row("too far away", u"/tiles/light/8/0/0.png"_s, Error::Kind::NotFound);
        row("too near", u"/tiles/light/20/0/0.png"_s, Error::Kind::NotFound);
        row("x past the world", u"/tiles/light/9/512/0.png"_s);
        row("y past the world", u"/tiles/light/9/0/512.png"_s);
        row("negative", u"/tiles/light/14/-1/0.png"_s);
        row("with a plus", u"/tiles/light/14/+1/0.png"_s);
        row("with zeros in front", u"/tiles/light/14/01/0.png"_s);
        row("hexadecimal", u"/tiles/light/14/0x1/0.png"_s);
        row("fraction", u"/tiles/light/14/1.5/0.png"_s);
        row("exponent", u"/tiles/light/14/1e3/0.png"_s);
        row("space", u"/tiles/light/14/ 1/0.png"_s);
        row("other digits", u"/tiles/light/14/١/0.png"_s);
        row("number of a hundred digits", u"/tiles/light/14/%1/0.png"_s.arg(QString(100, u'9')));
        row("number past 32 bits", u"/tiles/light/14/4294967296/0.png"_s);
        row("other ending", u"/tiles/light/14/1/0.jpg"_s);
        row("other scale", u"/tiles/light/14/1/0@3x.png"_s);
        row("scale twice", u"/tiles/light/14/1/0@2x@2x.png"_s);
        row("out of the folder", u"/tiles/light/14/../../../etc/passwd.png"_s);
        row("one part more", u"/tiles/light/14/1/0/0.png"_s);
        row("empty part", u"/tiles/light/14//0.png"_s);
        row("null character", u"/tiles/light/14/1"_s + QChar(0) + u"/0.png"_s);
    }

    void refusesWhatIsNoTile()
    {
        QFETCH(const QString, path);
        QFETCH(const Error::Kind, kind);
        const auto request = tileRequest(path);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, kind);
    }

    void everyTileAndEditionHasAnETagOfItsOwn()
    {
        QSet<QByteArray> tags;
        for (const auto style : {TileStyle::Light, TileStyle::Dark}) {
            for (const int scale : {1, 2}) {
                for (const int x : {1, 12}) {
                    for (const int y : {2, 22}) {
                        for (const auto *edition : {"a", "b"})
                            tags << tileEtag({.style = style, .zoom = 14, .x = x, .y = y, .scale = scale}, edition);
                    }
                }
            }
        }
        QCOMPARE(tags.size(), 32);
        QVERIFY(tags.begin()->startsWith('"') && tags.begin()->endsWith('"'));
    }
};

QTEST_APPLESS_MAIN(TileRoutesTest)
#include "tst_tileroutes.moc"
