// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/mapniktiles.h"
#include "backend/region/tiles/tilerenderer.h"
#include "tests/backend/region/smallcity.h"

#include <QImage>
#include <QSet>
#include <QTest>

#include <barrier>
#include <thread>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using Test::SmallCity;

namespace {

SmallCity city(bool streetNames)
{
    SmallCity city;
    city.way({-300, -300, -150, -300, -150, -150, -300, -150}, u"natural=water,name=Laguna"_s, true);
    city.way({150, 150, 300, 150, 300, 300, 150, 300}, u"leisure=park,name=Parque"_s, true);
    city.node(0, -60, u"place=suburb,name=Barrio%20%Sur"_s);
    city.node(-2, 100, u"place=suburb,name=Aguada"_s);
    // Streets that run through all four metatiles, so that their names would like to stand on the seam.
    for (int i = -6; i <= 6; ++i) {
        const auto name = streetNames ? u",name=Avenida%20%Dieciocho%20%%1"_s.arg(i) : QString();
        const double at = i * 150 + 20;
        city.way({-1500, at, 1500, at + 40}, u"highway=residential"_s + name);
        city.way({at, -1500, at + 40, 1500}, u"highway=secondary"_s + name);
    }
    return city;
}

TileRequest request(TileStyle style, int dx, int dy, int scale = 1)
{
    return {.style = style,
            .zoom = SmallCity::zoom,
            .x = SmallCity::cornerX + dx,
            .y = SmallCity::cornerY + dy,
            .scale = scale};
}

} // namespace

class TilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void initTestCase()
    {
        for (const bool names : {true, false}) {
            const auto region = city(names).compiled(m_folder, names ? u"named"_s : u"nameless"_s);
            QVERIFY2(region, qPrintable(region ? QString() : region.error().detail));
            auto tiles = MapnikTiles::open({.databasePath = region->databasePath, .cacheFolder = {}});
            QVERIFY2(tiles, qPrintable(tiles ? QString() : tiles.error().detail));
            (names ? m_tiles : m_nameless) = *std::move(tiles);
        }
    }

    void isAPictureOfItsSizeInTheColoursOfTheStyle_data()
    {
        QTest::addColumn<TileStyle>("style");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QColor>("land");
        QTest::addColumn<QColor>("water");
        QTest::addColumn<QColor>("park");
        for (const int scale : {1, 2}) {
            QTest::addRow("light, %d", scale)
                << TileStyle::Light << scale << QColor(0xf6f4ef) << QColor(0xc9def0) << QColor(0xd7ebcf);
            QTest::addRow("dark, %d", scale)
                << TileStyle::Dark << scale << QColor(0x1b2027) << QColor(0x10161d) << QColor(0x1e2b26);
        }
    }

    void isAPictureOfItsSizeInTheColoursOfTheStyle()
    {
        QFETCH(const TileStyle, style);
        QFETCH(const int, scale);
        const auto lake = picture(*m_nameless, request(style, -1, -1, scale)); // from -256 to 0
        QCOMPARE(lake.size(), QSize(256, 256) * scale);
        const auto at = [scale](const QImage &image, int x, int y) { return image.pixelColor(x * scale, y * scale); };
        QTEST(at(lake, 256 - 170, 256 - 170), "water");
        QTEST(at(lake, 256 - 100, 256 - 100), "land");
        const auto park = picture(*m_nameless, request(style, 0, 0, scale));
        QTEST(at(park, 200, 230), "park");
    }

    void drawsTheSameMapAtTwiceThePixels()
    {
        const auto plain = picture(*m_tiles, request(TileStyle::Light, 0, 0));
        const auto sharp = picture(*m_tiles, request(TileStyle::Light, 0, 0, 2))
                               .scaled(256, 256, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 difference = 0;
        for (int y = 0; y < 256; ++y) {
            for (int x = 0; x < 256; ++x)
                difference += std::abs(plain.pixelColor(x, y).lightness() - sharp.pixelColor(x, y).lightness());
        }
        QVERIFY2(difference < 393'216, qPrintable(QString::number(difference)));
    }

    void cutsNoSuburbBetweenTwoTiles()
    {
        // What the four tiles around the corner show together is what one drawing around the corner shows.
        const auto fonts = registerMapFonts();
        QVERIFY(fonts);
        const auto light = MapStyle::read(TileStyle::Light, *fonts);
        const auto dark = MapStyle::read(TileStyle::Dark, *fonts);
        QVERIFY(light && dark);
        const auto renderer = TileRenderer::open(m_folder.filePath(u"nameless.sqlite"_s), *light, *dark);
        QVERIFY(renderer);
        const auto whole = (*renderer)->draw(TileStyle::Light,
                                             {.zoom = SmallCity::zoom,
                                              .x = (SmallCity::cornerX - 1) * qint64{256},
                                              .y = (SmallCity::cornerY - 1) * qint64{256},
                                              .width = 512,
                                              .height = 512},
                                             1);
        QVERIFY(whole);
        int lettered = 0;
        int onSeam = 0;
        int different = 0;
        for (const int dx : {-1, 0}) {
            for (const int dy : {-1, 0}) {
                const auto tile = picture(*m_nameless, request(TileStyle::Light, dx, dy));
                for (int y = 0; y < 256; ++y) {
                    for (int x = 0; x < 256; ++x) {
                        const auto pixel =
                            (*whole)(static_cast<std::size_t>(x) + (static_cast<std::size_t>(dx + 1) * 256),
                                     static_cast<std::size_t>(y) + (static_cast<std::size_t>(dy + 1) * 256));
                        const QColor expected(int(pixel & 0xff), int((pixel >> 8) & 0xff), int((pixel >> 16) & 0xff));
                        const auto found = tile.pixelColor(x, y);
                        const bool isLetter = expected.lightness() < 128;
                        lettered += isLetter ? 1 : 0;
                        onSeam += isLetter && (x < 6 || x >= 250) ? 1 : 0;
                        // The palette is a little coarser than the drawing.
                        different += std::abs(found.lightness() - expected.lightness()) > 24 ? 1 : 0;
                    }
                }
            }
        }
        QVERIFY2(lettered > 200,
                 qPrintable(u"two names should be around the corner, not %1 dark pixels"_s.arg(lettered)));
        QVERIFY(onSeam > 20);
        QCOMPARE(different, 0);
    }

    void letsNoStreetNameTouchTheSeam()
    {
        int named = 0;
        for (const int dx : {-1, 0}) {
            const auto with = picture(*m_tiles, request(TileStyle::Light, dx, 1));
            const auto without = picture(*m_nameless, request(TileStyle::Light, dx, 1));
            named += with != without ? 1 : 0;
            const int seam = dx < 0 ? 254 : 0;
            for (int y = 0; y < 256; ++y) {
                for (int x = seam; x < seam + 2; ++x)
                    QCOMPARE(with.pixelColor(x, y), without.pixelColor(x, y));
            }
        }
        QCOMPARE(named, 2);
    }

    void drawsTheSeaOfACoastline()
    {
        SmallCity coast;
        coast.node(-3000, -3000, u"name=one%20%corner"_s);
        coast.node(3000, 3000, u"name=the%20%other"_s);
        coast.way({-3000, 380, 100, 400, 3000, 380}, u"natural=coastline"_s); // the land is on its left, north
        coast.way({100, 420, 200, 420, 200, 500, 100, 500}, u"natural=sand"_s,
                  true); // a beach that reaches into the sea
        const auto region = coast.compiled(m_folder, u"coast"_s);
        QVERIFY(region);
        const auto tiles = MapnikTiles::open({.databasePath = region->databasePath, .cacheFolder = {}});
        QVERIFY(tiles);
        const auto shore = picture(**tiles, request(TileStyle::Light, 0, 1)); // y from 256
        QCOMPARE(shore.pixelColor(50, 100), QColor(0xf6f4ef));
        QCOMPARE(shore.pixelColor(50, 200), QColor(0xc9def0));
        QCOMPARE(shore.pixelColor(150, 200), QColor(0xf3e9c6));
        // Beyond the extract the sea goes on.
        QCOMPARE(picture(**tiles, request(TileStyle::Light, 0, 40)).pixelColor(128, 128), QColor(0xc9def0));
    }

    void drawsOnceHoweverManyAsk()
    {
        constexpr int askers = 20;
        auto opened = MapnikTiles::open(
            {.databasePath = m_folder.filePath(u"named.sqlite"_s), .cacheFolder = m_folder.filePath(u"flight"_s)});
        QVERIFY(opened);
        auto &tiles = **opened;
        std::barrier start(askers);
        std::array<Result<QByteArray>, askers> answers;
        {
            std::vector<std::jthread> threads;
            threads.reserve(askers);
            for (int i = 0; i < askers; ++i) {
                threads.emplace_back([&, i] {
                    start.arrive_and_wait();
                    answers[static_cast<std::size_t>(i)] = tiles.tile(request(TileStyle::Light, i % 2, i / 2 % 2));
                });
            }
        }
        QCOMPARE(tiles.counts().drawings, 1);
        QSet<QByteArray> different;
        for (const auto &answer : answers) {
            QVERIFY(answer);
            different << *answer;
        }
        QCOMPARE(different.size(), 4); // as many places were asked for, each five times
        QCOMPARE(answers[0], answers[16]);
    }

    void drawsTheSameWhetherOneOrManyAskAtOnce()
    {
        std::vector<TileRequest> requests;
        for (const auto style : {TileStyle::Light, TileStyle::Dark}) {
            for (const int dx : {-4, 0}) {
                for (const int dy : {-4, 0})
                    requests.push_back(request(style, dx, dy));
            }
        }
        std::vector<QByteArray> alone;
        alone.reserve(requests.size());
        for (const auto &wanted : requests)
            alone.push_back(m_tiles->tile(wanted).value_or(QByteArray()));
        std::vector<QByteArray> together(requests.size());
        {
            std::barrier start(static_cast<std::ptrdiff_t>(requests.size()));
            std::vector<std::jthread> threads;
            threads.reserve(requests.size());
            for (std::size_t i = 0; i < requests.size(); ++i) {
                threads.emplace_back([&, i] {
                    start.arrive_and_wait();
                    together[i] = m_tiles->tile(requests[i]).value_or(QByteArray());
                });
            }
        }
        QCOMPARE(together, alone);
        QVERIFY(!alone.front().isEmpty());
    }

    void answersFromTheCacheWithoutDrawing()
    {
        const TileSettings settings{.databasePath = m_folder.filePath(u"named.sqlite"_s),
                                    .cacheFolder = m_folder.filePath(u"kept"_s)};
        QByteArray first;
        {
            const auto tiles = MapnikTiles::open(settings);
            QVERIFY(tiles);
            first = (*tiles)->tile(request(TileStyle::Dark, 0, 0, 2)).value_or(QByteArray());
            QVERIFY(!first.isEmpty());
        }
        const auto again = MapnikTiles::open(settings);
        QVERIFY(again);
        QCOMPARE((*again)->tile(request(TileStyle::Dark, 0, 0, 2)), Result<QByteArray>(first));
        QCOMPARE((*again)->counts().drawings, 0);
        // Its neighbours came with it, the other style did not.
        QVERIFY((*again)->tile(request(TileStyle::Dark, 1, 1, 2)));
        QCOMPARE((*again)->counts().drawings, 0);
        QVERIFY((*again)->tile(request(TileStyle::Light, 0, 0, 2)));
        QCOMPARE((*again)->counts().drawings, 1);
    }

    void refusesTilesThereAreNot_data()
    {
        QTest::addColumn<TileRequest>("tile");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("too far") << TileRequest{.zoom = 8, .x = 0, .y = 0} << Error::Kind::NotFound;
        QTest::newRow("too near") << TileRequest{.zoom = 20, .x = 0, .y = 0} << Error::Kind::NotFound;
        QTest::newRow("negative zoom") << TileRequest{.zoom = INT_MIN, .x = 0, .y = 0} << Error::Kind::NotFound;
        QTest::newRow("negative") << TileRequest{.zoom = 14, .x = -1, .y = 0} << Error::Kind::Malformed;
        QTest::newRow("off the world") << TileRequest{.zoom = 14, .x = 0, .y = 1 << 14} << Error::Kind::Malformed;
        QTest::newRow("far off") << TileRequest{.zoom = 14, .x = INT_MAX, .y = INT_MIN} << Error::Kind::Malformed;
        QTest::newRow("scale") << TileRequest{.zoom = 14, .x = 0, .y = 0, .scale = 1 << 20} << Error::Kind::Malformed;
    }

    void refusesTilesThereAreNot()
    {
        QFETCH(const TileRequest, tile);
        QFETCH(const Error::Kind, kind);
        const auto answer = m_tiles->tile(tile);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
    }

    void drawsTheCornersOfTheWorldAsLand_data()
    {
        QTest::addColumn<TileRequest>("tile");
        const int last = (1 << 19) - 1;
        QTest::newRow("north-west") << TileRequest{.zoom = 19, .x = 0, .y = 0};
        QTest::newRow("south-east") << TileRequest{.zoom = 19, .x = last, .y = last};
        QTest::newRow("south-west, far") << TileRequest{.zoom = 9, .x = 0, .y = 511};
    }

    void drawsTheCornersOfTheWorldAsLand()
    {
        QFETCH(const TileRequest, tile);
        QCOMPARE(picture(*m_tiles, tile).pixelColor(128, 128), QColor(0xf6f4ef));
    }

    void saysWhatIsMissing()
    {
        const auto noRegion = MapnikTiles::open({.databasePath = m_folder.filePath(u"nowhere.sqlite"_s)});
        QVERIFY(!noRegion);
        QCOMPARE(noRegion.error().kind, Error::Kind::NotFound);
        const auto noFonts =
            MapnikTiles::open({.databasePath = m_folder.filePath(u"named.sqlite"_s), .fontFolders = {m_folder.path()}});
        QVERIFY(!noFonts);
        QCOMPARE(noFonts.error().kind, Error::Kind::NotFound);
        QVERIFY(noFonts.error().detail.contains("fonts-inter"_L1));
    }

private:
    QImage picture(TileService &tiles, const TileRequest &request)
    {
        const auto png = tiles.tile(request);
        if (!png)
            qWarning("%ls", qUtf16Printable(png.error().detail));
        return QImage::fromData(png.value_or(QByteArray()), "PNG").convertToFormat(QImage::Format_RGB32);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TileService> m_tiles;
    std::unique_ptr<TileService> m_nameless;
};

QTEST_GUILESS_MAIN(TilesTest)
#include "tst_tiles.moc"
