// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/cures.h"
#include "tests/support/mapscene.h"
#include "tests/support/samples.h"
#include "tests/support/verbs.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

const Address door{.text = u"Rambla Wilson 2210"_s,
                   .street = u"Rambla Wilson"_s,
                   .houseNumber = u"2210"_s,
                   .unit = {},
                   .suburb = u"Punta Carretas"_s,
                   .city = u"Montevideo"_s};
const QGeoCoordinate place(-34.92, -56.16);

Stop stopAt(const QString &id, const QString &unit)
{
    auto stop = someStop();
    stop.id = StopId(id);
    stop.address = {.text = u"Rbla. Wilson 2210 ap. "_s + unit, .unit = unit};
    stop.where = {};
    stop.whereScore = 0.2;
    return stop;
}

/// The scene after all of \a verbs, or what refused one.
std::expected<MapScene, Refusal> after(MapScene scene, const QList<Verb> &verbs)
{
    for (const auto &verb : verbs) {
        const auto effects = decide(verb, scene, someActor());
        if (!effects)
            return std::unexpected(effects.error());
        scene.apply(*effects);
    }
    return scene;
}

} // namespace

/// What comes of a visit to the address clinic.
class TestCures : public QObject
{
    Q_OBJECT

private:
    MapScene m_scene;
    Stop m_stop;
    Stop m_other;

    [[nodiscard]] QList<Verb> verbs(const AddressCure &cure) const
    {
        return Cures::verbs(m_scene, m_stop, cure, {m_other}, at(14));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_scene = {};
        m_stop = stopAt(u"one"_s, u"4"_s);
        m_other = stopAt(u"two"_s, u"5"_s);
        m_scene.stops.insert(m_stop.id, m_stop);
        m_scene.stops.insert(m_other.id, m_other);
    }

    void placesTheStopAndKeepsWhatTheShopWrote()
    {
        const auto all = verbs({.stop = m_stop.id, .where = place, .understood = door, .gateCode = u"12#"_s});
        QCOMPARE(all.size(), 1);
        const auto scene = after(m_scene, all);
        QVERIFY(scene);
        const auto &stop = scene->stops[m_stop.id];
        QCOMPARE(stop.where, place);
        QCOMPARE(stop.whereScore, 1.0);
        QCOMPARE(stop.address.text, m_stop.address.text);
        QCOMPARE(stop.address.line(), u"Rambla Wilson 2210 ap. 4"_s);
        QCOMPARE(stop.gateCode, u"12#"_s);
        QCOMPARE(stop.instructions, m_stop.instructions);
        QCOMPARE(scene->stops[m_other.id], m_other);
    }

    void doesItForTheOthersEachWithItsOwnFlat()
    {
        const auto scene = after(
            m_scene,
            verbs({.stop = m_stop.id, .where = place, .understood = door, .alsoOthers = true, .note = u"Blue gate"_s}));
        QVERIFY(scene);
        QCOMPARE(scene->stops[m_other.id].where, place);
        QCOMPARE(scene->stops[m_other.id].address.line(), u"Rambla Wilson 2210 ap. 5"_s);
        QCOMPARE(scene->notes.size(), 2);
    }

    void remembersForOrdersToCome()
    {
        const AddressCure cure{.stop = m_stop.id, .where = place, .gateCode = u"12#"_s, .remembers = true};
        const auto scene = after(m_scene, verbs(cure));
        QVERIFY(scene);
        QCOMPARE(scene->sites.size(), 1);
        const auto site = *scene->sites.begin();
        QCOMPARE(site.id, siteIdOf(m_stop.depot, {.text = u"RBLA WILSON 2210 AP 4"_s}));
        QCOMPARE(site.facts.where, place);
        QCOMPARE(site.facts.gateCode, u"12#"_s);
        QCOMPARE(site.confirmedBy, someActor().user);
        // The same again is nothing to do, and something else is a correction of what is seen.
        m_scene = *scene;
        m_stop = m_scene.stops[m_stop.id];
        QVERIFY(verbs(cure).isEmpty());
        auto moved = cure;
        moved.where = QGeoCoordinate(-34.93, -56.16);
        const auto corrected = after(m_scene, verbs(moved));
        QVERIFY(corrected);
        QCOMPARE(corrected->sites.begin()->facts.where, moved.where);
    }

    void setsAnEntranceEverywhereItIsMeantFor()
    {
        const auto gate = place.atDistanceAndAzimuth(80.0, 90.0);
        const auto all =
            verbs({.stop = m_stop.id, .where = place, .entrance = gate, .alsoOthers = true, .remembers = true});
        const auto scene = after(m_scene, all);
        QVERIFY(scene);
        QCOMPARE(scene->stops[m_stop.id].entrance, gate);
        QCOMPARE(scene->stops[m_other.id].entrance, gate);
        QCOMPARE(scene->sites.begin()->facts.entrance, gate);
        QCOMPARE(scene->stops[m_stop.id].where, place);
        // Taken back, all is as it was.
        QList<Verb> back;
        for (const auto &verb : all)
            back.prepend(inverseOf(verb, m_scene, someActor()));
        const auto undone = after(*scene, back);
        QVERIFY(undone);
        QCOMPARE(undone->stops[m_stop.id], m_stop);
        QCOMPARE(undone->stops[m_other.id], m_other);
        QVERIFY(undone->sites.isEmpty());
    }

    void keepsRemovesAndLeavesBehindAnEntrance()
    {
        const auto gate = place.atDistanceAndAzimuth(80.0, 90.0);
        m_stop.where = place;
        m_stop.entrance = gate;
        m_scene.stops[m_stop.id] = m_stop;
        const auto entranceAfter = [this](const AddressCure &cure) {
            const auto scene = after(m_scene, verbs(cure));
            return scene ? scene->stops[m_stop.id].entrance : QGeoCoordinate(0.0, 0.0);
        };
        QCOMPARE(entranceAfter({.stop = m_stop.id, .where = place.atDistanceAndAzimuth(50.0, 0.0)}), gate);
        QVERIFY(!entranceAfter({.stop = m_stop.id, .where = place, .entrance = QGeoCoordinate()}).isValid());
        QVERIFY(!entranceAfter({.stop = m_stop.id, .where = place.atDistanceAndAzimuth(5'000.0, 0.0)}).isValid());
    }

    void refusesAnEntranceThatIsAnotherPlace()
    {
        const auto far = place.atDistanceAndAzimuth(1'500.0, 90.0);
        const auto refused = after(m_scene, verbs({.stop = m_stop.id, .where = place, .entrance = far}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"entrance_far"_s);
        const auto moved = decide(EditStop{.stop = m_stop.id,
                                           .was = {.entrance = QGeoCoordinate()},
                                           .set = {.entrance = place}}, // a stop without a place has none
                                  m_scene, someActor());
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, u"entrance_far"_s);
        const auto site = decide(RememberSite{.depot = m_stop.depot,
                                              .address = u"Rivera 1"_s,
                                              .was = {},
                                              .set = SiteFacts{.where = place, .entrance = far}},
                                 m_scene, someActor());
        QVERIFY(!site);
        QCOMPARE(site.error().code, u"entrance_far"_s);
    }

    void twoEntrancesMeetInTheTray()
    {
        m_stop.where = place;
        m_scene.stops[m_stop.id] = m_stop;
        const auto mine =
            verbs({.stop = m_stop.id, .where = place, .entrance = place.atDistanceAndAzimuth(80.0, 90.0)});
        auto theirs = m_scene;
        theirs.stops[m_stop.id].entrance = place.atDistanceAndAzimuth(80.0, 270.0);
        const auto refused = after(theirs, mine);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"field_changed"_s);
        QCOMPARE(refused.error().field, u"entrance"_s);
    }

    void isTakenBackWhole()
    {
        const auto all = verbs({.stop = m_stop.id,
                                .where = place,
                                .understood = door,
                                .instructions = u"Second gate"_s,
                                .alsoOthers = true,
                                .remembers = true,
                                .note = u"Moved the pin"_s});
        QList<Verb> back;
        auto scene = m_scene;
        for (const auto &verb : all) {
            back.prepend(inverseOf(verb, scene, someActor()));
            scene = *after(scene, {verb});
        }
        const auto undone = after(scene, back);
        QVERIFY(undone);
        QCOMPARE(undone->stops, m_scene.stops);
        QVERIFY(undone->sites.isEmpty() && undone->notes.isEmpty());
    }

    void isRefusedWhenSomebodyPlacedItFirst()
    {
        const auto all = verbs({.stop = m_stop.id, .where = place, .remembers = true});
        auto theirs = m_scene;
        theirs.stops[m_stop.id].where = QGeoCoordinate(-34.8, -56.1);
        theirs.stops[m_stop.id].whereScore = 1.0;
        const auto refused = after(theirs, all);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Refusal::Kind::Conflict);
        QCOMPARE(refused.error().field, "where"_L1);
    }

    void remembersNoAddressThatSaysNothing()
    {
        m_stop.address = {.text = u"…"_s};
        m_scene.stops[m_stop.id] = m_stop;
        const auto scene = after(m_scene, verbs({.stop = m_stop.id, .where = place, .remembers = true}));
        QVERIFY(scene);
        QVERIFY(scene->sites.isEmpty());
        QCOMPARE(scene->stops[m_stop.id].where, place);
    }

    void tellsAddressesApart_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("areSame");
        QTest::newRow("case and accents") << u"José Ellauri 1221"_s << u"jose ELLAURI, 1221."_s << true;
        QTest::newRow("decomposed") << u"Jose\u0301 1"_s << u"José 1"_s << true;
        QTest::newRow("spaces") << u"  Rivera\t\n 1 "_s << u"Rivera 1"_s << true;
        QTest::newRow("another number") << u"Rivera 1"_s << u"Rivera 11"_s << false;
        QTest::newRow("another flat") << u"Rivera 1 ap. 2"_s << u"Rivera 1 ap. 3"_s << false;
        QTest::newRow("an abbreviation is not guessed") << u"Avenida Brasil 1"_s << u"Av. Brasil 1"_s << false;
        QTest::newRow("other scripts") << u"שדרות 5"_s << u"שדרות 6"_s << false;
        QTest::newRow("nothing") << u"…"_s << u""_s << true;
        QTest::newRow("only the beginning counts") << QString(300, u'a') + u'b' << QString(300, u'a') + u'c' << true;
    }

    void tellsAddressesApart() const
    {
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QFETCH(const bool, areSame);
        QCOMPARE(addressKey({.text = a}) == addressKey({.text = b}), areSame);
        QCOMPARE(siteIdOf(m_stop.depot, {.text = a}) == siteIdOf(m_stop.depot, {.text = b}), areSame);
        if (!addressKey({.text = a}).isEmpty()) {
            QVERIFY(siteIdOf(m_stop.depot, {.text = a}).isValid());
            QVERIFY(siteIdOf(m_stop.depot, {.text = a}) != siteIdOf(DepotId(u"other"_s), {.text = a}));
        }
    }
};

QTEST_GUILESS_MAIN(TestCures)
#include "tst_cures.moc"
