// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tilecache.h"
#include "backend/region/tiles/tileencoder.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

QByteArray png(qsizetype size, char filling)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(size, filling);
}

TileRequest at(int x, int y)
{
    return {.zoom = 12, .x = x, .y = y};
}

} // namespace

class TileCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = {.path = m_folder->filePath(u"deep/tiles-light.mbtiles"_s),
                      .name = u"test"_s,
                      .edition = "one",
                      .maxBytes = 1 << 20};
    }

    void keepsTilesFromRunToRun()
    {
        {
            TileCache cache(m_settings);
            QVERIFY(!cache.find(at(1, 2)));
            cache.insert({{at(1, 2), png(100, 'a')}, {at(1, 3), png(100, 'b')}});
            QCOMPARE(cache.find(at(1, 2)), png(100, 'a'));
        }
        TileCache cache(m_settings);
        QCOMPARE(cache.find(at(1, 3)), png(100, 'b'));
        QVERIFY(!cache.find(at(2, 2)));
    }

    void isAnMBTilesFile()
    {
        TileCache cache(m_settings);
        cache.insert({{at(1, 2), png(100, 'a')}});
        auto database = Sqlite::Database::open(m_settings.path, Sqlite::Database::Mode::Read);
        QVERIFY(database);
        // Rows count from the south: 2^12 - 1 - 2.
        QCOMPARE(database->number("SELECT tile_row FROM tiles WHERE zoom_level = 12 AND tile_column = 1").value_or(0),
                 4093);
        QCOMPARE(database->number("SELECT count(*) FROM metadata WHERE name IN ('name', 'format')").value_or(0), 2);
    }

    void forgetsTilesOfAnotherEdition()
    {
        {
            TileCache cache(m_settings);
            cache.insert({{at(1, 2), png(100, 'a')}});
        }
        m_settings.edition = "two";
        TileCache cache(m_settings);
        QVERIFY(!cache.find(at(1, 2)));
    }

    void staysWithinItsSizeAndLosesTheOldest()
    {
        TileCache cache(m_settings);
        for (int i = 0; i < 300; ++i)
            cache.insert({{at(i, 0), png(10'000, 'x')}});
        QVERIFY2(cache.bytes() <= m_settings.maxBytes + 20'000, qPrintable(QString::number(cache.bytes())));
        QVERIFY(cache.find(at(299, 0)));
        QVERIFY(!cache.find(at(0, 0)));
        QVERIFY(QFile(m_settings.path).size() < 2 * m_settings.maxBytes);
    }

    void beginsAnewWhenTheFileIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is no database, however long one looks at it. ").repeated(50);
        QTest::newRow("only its first words") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\xff');
        QTest::newRow("no pages after the first") << QByteArray();
    }

    void beginsAnewWhenTheFileIsDamaged()
    {
        QFETCH(QByteArray, content);
        {
            TileCache cache(m_settings);
            for (int i = 0; i < 40; ++i)
                cache.insert({{at(i, 0), png(5000, 'x')}});
        }
        if (content.isEmpty()) {
            QFile good(m_settings.path);
            QVERIFY(good.open(QIODevice::ReadOnly));
            content = good.readAll();
            for (qsizetype i = 4096; i < content.size(); ++i)
                content[i] = '\x5a';
        }
        QFile::remove(m_settings.path + u"-wal"_s);
        QFile file(m_settings.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();

        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"begun anew"_s));
        TileCache cache(m_settings);
        QVERIFY(!cache.find(at(1, 0)));
        cache.insert({{at(1, 0), png(10, 'n')}});
        QCOMPARE(cache.find(at(1, 0)), png(10, 'n'));
        QVERIFY(QFile::exists(m_settings.path + u".damaged"_s));
    }

    void doesWithoutAFileWhereThereCanBeNone()
    {
        QFile wall(m_folder->filePath(u"wall"_s));
        QVERIFY(wall.open(QIODevice::WriteOnly));
        m_settings.path = wall.fileName() + u"/tiles.mbtiles"_s; // a folder that is a file
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"tiles are not kept"_s));
        TileCache cache(m_settings);
        cache.insert({{at(1, 2), png(100, 'a')}});
        QVERIFY(!cache.find(at(1, 2)));
    }

    void paintsNamedColoursExactlyAndMixturesNearly()
    {
        TileEncoder encoder({0xf6f4ef, 0xffffff, 0xdcd6cc, 0xffc98a, 0x5b6270, 0xc9def0});
        QVERIFY(encoder.palette().size() <= 256);
        std::vector<std::uint32_t> pixels(64 * 16);
        const auto abgr = [](const QColor &c) {
            return 0xff000000u | unsigned(c.blue()) << 16 | unsigned(c.green()) << 8 | unsigned(c.red());
        };
        const auto mixture = [](int part) { // from a street's name to its halo
            return QColor(0x5b + (0xff - 0x5b) * part / 63, 0x62 + (0xff - 0x62) * part / 63,
                          0x70 + (0xff - 0x70) * part / 63);
        };
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 64; ++x)
                pixels[std::size_t(y * 64 + x)] = y < 8 ? abgr(QColor(0xc9def0)) : abgr(mixture(x));
        }
        const auto bytes = encoder.png({.first = pixels.data(), .width = 64, .height = 16, .stride = 64});
        QVERIFY(bytes);
        const auto image = QImage::fromData(*bytes, "PNG");
        QCOMPARE(image.size(), QSize(64, 16));
        QCOMPARE(image.pixelColor(5, 5), QColor(0xc9def0));
        for (int x = 0; x < 64; ++x)
            QVERIFY(std::abs(image.pixelColor(x, 12).lightness() - mixture(x).lightness()) <= 8);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    TileCache::Settings m_settings;
};

QTEST_GUILESS_MAIN(TileCacheTest)
#include "tst_tilecache.moc"
