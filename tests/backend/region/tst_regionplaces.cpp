// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/regionimport.h"
#include "backend/region/places/placessink.h"
#include "backend/region/places/regionplaces.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

/// Compiles \a extract with the places alone; empty when that fails, with the reason in the log.
QString compiled(const QString &extract, const QTemporaryDir &folder)
{
    const auto database = folder.filePath(u"region.sqlite"_s);
    RegionSinks sinks;
    sinks.push_back(std::make_unique<PlacesSink>());
    const auto region = importRegion(extract, database, sinks, [](QStringView, double) { });
    if (!region)
        qWarning("%s", qPrintable(region.error().detail));
    return region ? database : QString();
}

} // namespace

/// The demo city, as a dispatcher would ask for it.
class RegionPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto database = compiled(QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf"), m_folder);
        QVERIFY(!database.isEmpty());
        auto places = RegionPlaces::open(database);
        QVERIFY2(places, places ? "" : qPrintable(places.error().detail));
        m_places = std::move(*places);
    }

    void init() { QTest::failOnWarning(); }

    void findsWhatIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Place::Kind>("kind");
        QTest::addColumn<QString>("line"); // of the first answer: street and number, or its name
        QTest::addColumn<double>("leastScore");
        const auto row = [](const QString &text, Place::Kind kind, const QString &line, double leastScore = 0.8) {
            QTest::newRow(qPrintable(text)) << text << kind << line << leastScore;
        };
        using enum Place::Kind;
        row(u"Avenida 18 de Julio 1234"_s, House, u"Avenida 18 de Julio 1234"_s);
        row(u"18 de julio 1234 esq ejido"_s, House, u"Avenida 18 de Julio 1234"_s, 0.5);
        row(u"18 de julio, 1234"_s, House, u"Avenida 18 de Julio 1234"_s);
        row(u"1234 18 de julio"_s, House, u"Avenida 18 de Julio 1234"_s);
        row(u"Av. 18 de Julio 1234, Centro, Montevideo, Uruguay"_s, House, u"Avenida 18 de Julio 1234"_s);
        row(u"Bvar. Artigas 1000"_s, House, u"Bulevar General Artigas 1000"_s, 0.5);
        row(u"Bulevar Artigas 1000"_s, House, u"Bulevar General Artigas 1000"_s, 0.5);
        row(u"bv gral artigas 1000"_s, House, u"Bulevar General Artigas 1000"_s);
        row(u"JOSE ELLAURI 1221"_s, House, u"José Ellauri 1221"_s);
        row(u"Jose Elauri 1221"_s, House, u"José Ellauri 1221"_s);
        row(u"Avda Brasil 2603"_s, House, u"Avenida Brasil 2603"_s);
        row(u"Juan Ramon Gomez 3126"_s, House, u"Juan Ramón Gómez 3126"_s);
        row(u"ejido 1275"_s, House, u"Ejido 1275"_s);
        row(u"18 de julio y ejido"_s, Corner, u"Avenida 18 de Julio y Ejido"_s);
        row(u"ejido esq. 18 de julio"_s, Corner, u"Ejido y Avenida 18 de Julio"_s);
        row(u"Ejido"_s, Street, u"Ejido"_s, 0.4);
        row(u"Pocitos"_s, Suburb, u"Pocitos"_s, 0.3);
        row(u"Teatro Solis"_s, Poi, u"Teatro Solís"_s, 0.3);
    }

    void findsWhatIsMeant()
    {
        QFETCH(const QString, text);
        QFETCH(const Place::Kind, kind);
        QFETCH(const QString, line);
        QFETCH(const double, leastScore);
        const auto found = m_places->search({.text = text});
        QVERIFY(found);
        QVERIFY(!found->isEmpty());
        const auto &first = found->first();
        const bool isNumber = kind == Place::Kind::House;
        QCOMPARE(isNumber ? first.address.line() : first.name, line);
        QVERIFY2(first.kind == kind || (isNumber && first.kind == Place::Kind::Interpolated),
                 qPrintable(QVariant::fromValue(first.kind).toString()));
        QVERIFY2(first.score >= leastScore, qPrintable(QString::number(first.score)));
        QVERIFY(first.at.isValid());
    }

    void findsTheRamblaBehindItsSlip()
    {
        const auto found = m_places->search({.text = u"Rambla Wlison 2210"_s});
        QVERIFY(found && !found->isEmpty());
        QCOMPARE(found->first().address.street, u"Rambla Wilson"_s);
    }

    void saysWhatIsInterpolated()
    {
        // No house of Ejido between 1275 and its neighbours is called 1277 unless the map says so.
        const auto known = m_places->search({.text = u"Canelones 1450"_s});
        QVERIFY(known && !known->isEmpty());
        const auto street = known->first().address.street;
        int interpolated = 0;
        for (int number = 1'400; number < 1'500; ++number) {
            const auto found = m_places->search({.street = street + u' ' + QString::number(number)});
            QVERIFY(found && !found->isEmpty());
            const auto &first = found->first();
            QCOMPARE(first.address.street, street);
            if (first.kind == Place::Kind::House) {
                QCOMPARE(first.accuracyMeters, 0.0);
                continue;
            }
            QCOMPARE(first.kind, Place::Kind::Interpolated);
            QCOMPARE(first.address.houseNumber, QString::number(number));
            QVERIFY(first.accuracyMeters > 0.0);
            QVERIFY(first.at.distanceTo(known->first().at) < 500.0);
            ++interpolated;
        }
        QVERIFY(interpolated > 0);
    }

    void givesNoHouseForANumberFarBeyond()
    {
        const auto found = m_places->search({.text = u"Ejido 99999"_s});
        QVERIFY(found);
        for (const auto &place : *found)
            QVERIFY(place.kind != Place::Kind::House && place.kind != Place::Kind::Interpolated);
    }

    void givesLittleForWhatIsNotHere()
    {
        const auto found = m_places->search({.text = u"Unter den Linden 77, Berlin"_s});
        QVERIFY(found);
        for (const auto &place : *found)
            QVERIFY2(place.score < 0.5, qPrintable(place.address.line() + QString::number(place.score)));
    }

    void keepsWithinItsLimits()
    {
        const auto three = m_places->search({.text = u"Artigas"_s, .limit = 3});
        QVERIFY(three);
        QCOMPARE(three->size(), 3);
        const auto again = m_places->search({.text = u"Artigas"_s, .limit = 40, .exclude = {three->first().id}});
        QVERIFY(again);
        for (const auto &place : *again)
            QVERIFY(place.id != three->first().id);

        const PlaceBox box{.west = -56.17, .south = -34.92, .east = -56.14, .north = -34.89};
        const auto boxed = m_places->search({.text = u"Pigalle"_s, .limit = 40, .box = box, .bounded = true});
        QVERIFY(boxed);
        QVERIFY(!boxed->isEmpty());
        for (const auto &place : *boxed)
            QVERIFY(box.contains(place.at));
        QVERIFY(found({.text = u"Ejido 1275"_s, .countryCode = u"ar"_s}).isEmpty());
        for (const auto &place : found({.text = u"Ejido"_s, .addresses = false}))
            QCOMPARE(place.kind, Place::Kind::Poi);
    }

    void offersTheNumberWithTwoDigitsExchanged()
    {
        const auto all = found({.text = u"Jose Ellauri 1212"_s});
        QVERIFY(!all.isEmpty());
        QCOMPARE(all.first().address.houseNumber,
                 u"1212"_s); // what was written is meant until something says otherwise
        const auto meant = std::ranges::find_if(
            all, [](const Place &place) { return place.address.houseNumber == u"1221"_s && place.score > 0.0; });
        QVERIFY(meant != all.end());
        QVERIFY(meant->score < 0.2);
    }

    void scoresSumToOneAtMost()
    {
        const QStringList texts{u"Artigas 1000"_s, u"Ejido"_s, u"Rambla 100"_s, u"x"_s};
        for (const auto &text : texts) {
            double sum = 0.0;
            double last = 1.0;
            for (const auto &place : found({.text = text, .limit = 40})) {
                QVERIFY(place.score > 0.0 && place.score <= last);
                last = place.score;
                sum += place.score;
            }
            QVERIFY(sum <= 1.0 + 1e-9);
        }
    }

    void takesHostileText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << u" \t \n"_s;
        QTest::newRow("ten kilobytes") << QString(10'240, u'e');
        QTest::newRow("ten kilobytes of words") << u"ejido colonia "_s.repeated(750);
        QTest::newRow("SQL") << u"'; DROP TABLE place_house; --"_s;
        QTest::newRow("FTS") << u"\"ejido\" OR NEAR(a b, 3) NOT * ^x"_s;
        QTest::newRow("FTS column") << u"name : ejido AND -"_s;
        QTest::newRow("emoji") << u"🚚🏠 18 de Julio 1234 👍🏽"_s;
        QTest::newRow("controls") << u"Eji\u0000do\u0001\u001b[2J 1275"_s;
        QTest::newRow("right to left") << u"\u202eEjido 1275\u202c"_s;
        QTest::newRow("surrogates") << QString(QChar(0xD800)) + u"ejido"_s + QChar(0xDFFF);
        QTest::newRow("numbers") << u"1 22 333 4444 55555 666666 7777777"_s;
        QTest::newRow("wildcards") << u"%_ 100% *?"_s;
        QTest::newRow("another script") << u"улица Ленина 5"_s;
    }

    void takesHostileText()
    {
        QFETCH(const QString, text);
        const auto found = m_places->search({.text = text, .limit = 1'000'000});
        QVERIFY(found);
        QVERIFY(found->size() <= 40);
        QVERIFY(m_places->search({.street = text, .city = text, .postcode = text}));
        QVERIFY(!this->found({.text = u"Ejido 1275"_s}).isEmpty());
    }

    void findsItsWayBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("house") << u"Ejido 1275"_s;
        QTest::newRow("avenue") << u"Avenida Brasil 2603"_s;
    }

    void findsItsWayBack()
    {
        QFETCH(const QString, text);
        const auto there = found({.text = text}).value(0);
        const auto back = m_places->reverse(there.at, PlaceDetail::House);
        QVERIFY(back);
        QCOMPARE(back->kind, Place::Kind::House);
        QVERIFY(back->at.distanceTo(there.at) < 1.0);
        QCOMPARE(m_places->reverse(there.at, PlaceDetail::Street)->kind, Place::Kind::Street);
        QCOMPARE(m_places->reverse(there.at, PlaceDetail::Suburb)->kind, Place::Kind::Suburb);
        QCOMPARE(m_places->reverse(there.at, PlaceDetail::City)->name, u"Montevideo"_s);
    }

    void saysWhenNothingIsNear()
    {
        QCOMPARE(m_places->reverse({0.0, 0.0}, PlaceDetail::House).error().kind, Error::Kind::NotFound);
        QCOMPARE(m_places->reverse({}, PlaceDetail::House).error().kind, Error::Kind::Malformed);
        QCOMPARE(m_places->reverse({90.0, 180.0}, PlaceDetail::House).error().kind, Error::Kind::NotFound);
    }

    void answersSeveralThreads()
    {
        const auto alone = found({.text = u"Bvar. Artigas 1000"_s});
        std::atomic<int> same = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (int round = 0; round < 5; ++round)
                        same += found({.text = u"Bvar. Artigas 1000"_s}) == alone;
                });
        }
        QCOMPARE(same.load(), 20);
    }

    void aStreetIsNoDoor()
    {
        Place place{.kind = Place::Kind::House, .score = 0.99};
        QCOMPARE(place.doorScore(), 0.99);
        place = {.kind = Place::Kind::Interpolated, .accuracyMeters = 40.0, .score = 0.9};
        QCOMPARE(place.doorScore(), 0.9);
        place.accuracyMeters = 260.0; // between two known doors that are far apart
        QCOMPARE(place.doorScore(), 0.75);
        place = {.kind = Place::Kind::Street, .accuracyMeters = 90.0, .score = 0.96}; // "Colonia 9253"
        QCOMPARE(place.doorScore(), 0.75);
        place.score = 0.3;
        QCOMPARE(place.doorScore(), 0.3);
    }

    void refusesWhatIsNoRegion()
    {
        QTemporaryDir folder;
        QVERIFY(!RegionPlaces::open(folder.filePath(u"none.sqlite"_s)));
        QFile text(folder.filePath(u"text.sqlite"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("no database at all, whatever its name says, and long enough to be looked at");
        text.close();
        QVERIFY(!RegionPlaces::open(text.fileName()));
        auto empty = Sqlite::Database::open(folder.filePath(u"empty.sqlite"_s), Sqlite::Database::Mode::Create);
        QVERIFY(empty && empty->exec("CREATE TABLE other(x)"));
        QVERIFY(!RegionPlaces::open(folder.filePath(u"empty.sqlite"_s)));
    }

private:
    /// By value: what a range-for goes through must outlive it.
    [[nodiscard]] QList<Place> found(const PlaceQuery &query) const
    {
        return m_places->search(query).value_or(QList<Place>{});
    }

    QTemporaryDir m_folder;
    std::unique_ptr<RegionPlaces> m_places;
};

QTEST_GUILESS_MAIN(RegionPlacesTest)

#include "tst_regionplaces.moc"
