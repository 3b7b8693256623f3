// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/clinicorder.h"
#include "models/store/knownvisits.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>
#include <numeric>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

constexpr auto asWritten = "Magallanes 1243, Cordón";
const QGeoCoordinate writtenDoor(-34.9000, -56.1700);
const QGeoCoordinate otherDoor(-34.9010, -56.1700); // 111 m from it

PlaceHit house(const QString &number, double score, const QGeoCoordinate &where)
{
    return {.address = {.street = u"Magallanes"_s, .houseNumber = number}, .where = where, .score = score};
}

QList<PlaceHit> twoDoors()
{
    return {house(u"1243"_s, 0.97, writtenDoor), house(u"1234"_s, 0.008, otherDoor)};
}

PastVisit visit(SameRecipient recipient, const QGeoCoordinate &door, const QGeoCoordinate &phone = {}, int day = 1)
{
    return {.stop = StopId(u"old"_s),
            .at = QDateTime(QDate(2026, 11, day), QTime(12, 0), QTimeZone::UTC),
            .where = phone,
            .isHere = false,
            .recipient = recipient,
            .door = door};
}

double sumOf(const QList<WeighedHit> &hits)
{
    return std::accumulate(hits.begin(), hits.end(), 0.0,
                           [](double sum, const WeighedHit &one) { return sum + one.hit.score; });
}

} // namespace

/// In which order the clinic offers what was found, and how sure of it.
class TestClinicOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void knowsExchangedNumbers_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("written");
        QTest::addColumn<bool>("isExchanged");
        QTest::newRow("last two") << u"1234"_s << u"Magallanes 1243"_s << true;
        QTest::newRow("first two") << u"2143"_s << u"Magallanes 1243"_s << true;
        QTest::newRow("the same") << u"1243"_s << u"Magallanes 1243"_s << false;
        QTest::newRow("both are written") << u"1234"_s << u"1243 esq 1234"_s << false;
        QTest::newRow("not neighbours") << u"3241"_s << u"Magallanes 1243"_s << false;
        QTest::newRow("another number") << u"1244"_s << u"Magallanes 1243"_s << false;
        QTest::newRow("with a suffix") << u"1234 A"_s << u"Magallanes 1243 A"_s << true;
        QTest::newRow("glued") << u"1234"_s << u"Magallanes1243"_s << true;
        QTest::newRow("no number") << QString() << u"Magallanes 1243"_s << false;
        QTest::newRow("nothing written") << u"1234"_s << QString() << false;
        QTest::newRow("no house has it") << QString(400, u'1') + u'2' << QString(399, u'1') + u"21"_s << false;
        QTest::newRow("past what is read") << u"1234"_s << QString(300, u'x') + u"1243"_s << false;
    }

    void knowsExchangedNumbers()
    {
        QFETCH(const QString, number);
        QFETCH(const QString, written);
        QTEST(isExchangedNumber(number, written), "isExchanged");
    }

    void doubtsADoorWithANeighbourInDigits_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("nothing else is wrong") << QString::fromUtf8(asWritten) << 0.7 << 0.9;
        QTest::newRow("something else explains it") << u"Magalanes 1243"_s << 0.96 << 0.98;
        QTest::newRow("the other is written") << u"Magallanes 1243 esq 1234"_s << 0.96 << 0.98;
    }

    void doubtsADoorWithANeighbourInDigits()
    {
        QFETCH(const QString, written);
        QFETCH(const double, least);
        QFETCH(const double, most);
        const auto order = clinicOrder(twoDoors(), written, {});
        QCOMPARE(order[0].hit.address.houseNumber, u"1243"_s); // what was written stays first
        QVERIFY2(order[0].hit.score > least && order[0].hit.score < most,
                 qPrintable(QString::number(order[0].hit.score)));
        QVERIFY(sumOf(order) < 1.0);
    }

    void believesWhereTheyWereDeliveredTo_data()
    {
        using enum SameRecipient;
        QTest::addColumn<QList<PastVisit>>("visits");
        QTest::addColumn<QString>("first");
        QTest::addColumn<bool>("isSure");
        const auto failed = [] {
            auto visit = ::visit(Phone, otherDoor);
            visit.outcome = Stop::Status::Failed;
            return visit;
        }();
        auto named = visit(Phone, {});
        named.address = u"MAGALLANES, 1234 ap. 3"_s;
        auto longer = named;
        longer.address = u"Magallanes 12345"_s;
        const QGeoCoordinate between = writtenDoor.atDistanceAndAzimuth(20, 180);
        QTest::newRow("nobody") << QList<PastVisit>() << u"1243"_s << false;
        QTest::newRow("by phone") << QList{visit(Phone, otherDoor)} << u"1234"_s << true;
        QTest::newRow("by name") << QList{visit(Name, otherDoor)} << u"1234"_s << false;
        QTest::newRow("twice by name") << QList<PastVisit>(2, visit(Name, otherDoor)) << u"1234"_s << true;
        QTest::newRow("at the written door") << QList{visit(Phone, writtenDoor)} << u"1243"_s << true;
        QTest::newRow("as its address says") << QList{named} << u"1234"_s << true;
        QTest::newRow("a longer number") << QList{longer} << u"1243"_s << false;
        QTest::newRow("it failed") << QList{failed} << u"1243"_s << false;
        QTest::newRow("others at the other door") << QList{visit(No, otherDoor)} << u"1243"_s << false;
        QTest::newRow("sent to one, stopped at the other")
            << QList{visit(Phone, writtenDoor, otherDoor)} << u"1234"_s << true;
        QTest::newRow("stopped a little off") << QList{visit(Phone, writtenDoor, between)} << u"1243"_s << true;
        QTest::newRow("stopped nowhere near") << QList{visit(Phone, otherDoor, {-34.95, -56.17})} << u"1243"_s << false;
        QTest::newRow("at both, then it is as it was")
            << QList{visit(Phone, otherDoor), visit(Phone, writtenDoor)} << u"1243"_s << false;
    }

    void believesWhereTheyWereDeliveredTo()
    {
        QFETCH(const QList<PastVisit>, visits);
        QFETCH(const bool, isSure);
        const auto order = clinicOrder(twoDoors(), QString::fromUtf8(asWritten), visits);
        QTEST(order[0].hit.address.houseNumber, "first");
        QVERIFY2((order[0].hit.score >= 0.9) == isSure, qPrintable(QString::number(order[0].hit.score)));
        QVERIFY(sumOf(order) <= 1.0);
    }

    void countsOthersLess()
    {
        const auto alone = clinicOrder(twoDoors(), QString::fromUtf8(asWritten), {});
        const auto others =
            clinicOrder(twoDoors(), QString::fromUtf8(asWritten), {visit(SameRecipient::No, writtenDoor)});
        QVERIFY(others[0].hit.score > alone[0].hit.score);
        const auto theirs =
            clinicOrder(twoDoors(), QString::fromUtf8(asWritten), {visit(SameRecipient::Name, writtenDoor)});
        QVERIFY(theirs[0].hit.score > others[0].hit.score);
    }

    void tellsHowOftenAndWhen()
    {
        const auto order =
            clinicOrder(twoDoors(), QString::fromUtf8(asWritten),
                        {visit(SameRecipient::No, otherDoor, {}, 20), visit(SameRecipient::Name, otherDoor, {}, 3),
                         visit(SameRecipient::Phone, otherDoor, {}, 2)});
        const auto &history = order[0].history;
        QCOMPARE(history.toRecipient, 2);
        QCOMPARE(history.toOthers, 1);
        QCOMPARE(history.how, SameRecipient::Phone);
        QCOMPARE(history.last.date(), QDate(2026, 11, 3));
    }

    void takesScoresThatAreNone_data()
    {
        QTest::addColumn<QList<double>>("scores");
        QTest::newRow("no shares") << QList{0.9, 0.8};
        QTest::newRow("all sure") << QList{1.0, 1.0};
        QTest::newRow("not said") << QList{0.0, 0.0};
        QTest::newRow("not a number") << QList{qQNaN(), 0.5};
        QTest::newRow("out of range") << QList{-3.0, qInf()};
        QTest::newRow("sure of one") << QList{1.0, 0.0};
    }

    void takesScoresThatAreNone()
    {
        QFETCH(const QList<double>, scores);
        const QList<PlaceHit> hits{house(u"1243"_s, scores[0], writtenDoor), house(u"1234"_s, scores[1], otherDoor)};
        for (const auto recipient : {SameRecipient::No, SameRecipient::Phone}) {
            const auto order = clinicOrder(hits, QString::fromUtf8(asWritten), {visit(recipient, otherDoor)});
            QCOMPARE(order.size(), 2);
            for (const auto &one : order)
                QVERIFY(std::isfinite(one.hit.score) && one.hit.score >= 0.0 && one.hit.score <= 1.0);
        }
    }

    void movesWhatHasNoScore()
    {
        const QList<PlaceHit> hits{house(u"1243"_s, 0, writtenDoor), house(u"1234"_s, 0, otherDoor)};
        const auto order = clinicOrder(hits, QString::fromUtf8(asWritten), {visit(SameRecipient::Phone, otherDoor)});
        QCOMPARE(order[0].hit.address.houseNumber, u"1234"_s);
        QCOMPARE(order[0].hit.score, 0.0);
    }

    void looksNoFurtherThanItSays()
    {
        QVERIFY(clinicOrder({}, {}, QList<PastVisit>(5, visit(SameRecipient::Phone, otherDoor))).isEmpty());
        QList<PastVisit> many(200, visit(SameRecipient::No, writtenDoor));
        many.append(visit(SameRecipient::Phone, otherDoor));
        const auto order =
            clinicOrder(QList<PlaceHit>(80, house(u"1234"_s, 0.01, otherDoor)), QString::fromUtf8(asWritten), many);
        QCOMPARE(order.size(), 50);
        QVERIFY(std::ranges::all_of(order, [](const auto &one) { return one.history.toRecipient == 0; }));
    }

    void knowsPeopleAgain_data()
    {
        using enum SameRecipient;
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<SameRecipient>("same"); // as "Ana Pérez", 099 123 456
        QTest::newRow("both") << u"Ana Pérez"_s << u"099 123 456"_s << Phone;
        QTest::newRow("from abroad") << u"Ana"_s << u"+598 99 123-456"_s << Phone;
        QTest::newRow("other digits") << u"Ana"_s << u"٠٩٩١٢٣٤٥٦"_s << Phone;
        QTest::newRow("two phones are two people") << u"Ana Pérez"_s << u"098 111 222"_s << No;
        QTest::newRow("the shop's phone, somebody else") << u"Bo Silva"_s << u"099 123 456"_s << No;
        QTest::newRow("their phone, one more name") << u"Ana María Pérez"_s << u"099 123 456"_s << Phone;
        QTest::newRow("who lives with them") << u"Juan Pérez"_s << u"099 123 456"_s << Phone;
        QTest::newRow("only \"de\" in common") << u"María de Souza"_s << u"099 123 456"_s << No;
        QTest::newRow("with an extension") << u"Ana Pérez"_s << u"099 123 456 int 5"_s << Phone;
        QTest::newRow("with a second phone") << u"Ana Pérez"_s << u"099 123 456 / 2900 1234"_s << Phone;
        QTest::newRow("after a word") << u"Ana Pérez"_s << u"cel. 099 123 456"_s << Phone;
        QTest::newRow("no phone") << u" ANA  PEREZ "_s << QString() << Name;
        QTest::newRow("a phone that is none") << u"Ana Pérez"_s << u"000000000"_s << Name;
        QTest::newRow("a short phone") << u"Ana Pérez"_s << u"3456"_s << Name;
        QTest::newRow("a huge phone") << u"Ana Pérez"_s << QString(100'000, u'9') << Name;
        QTest::newRow("one word") << u"Ana"_s << QString() << No;
        QTest::newRow("somebody else") << u"Ana Pereira"_s << QString() << No;
        QTest::newRow("nobody") << QString() << QString() << No;
    }

    void knowsPeopleAgain()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, phone);
        QTEST(sameRecipient(u"Ana Pérez"_s, u"099 123 456", name, phone), "same");
        QTEST(sameRecipient(name, phone, u"Ana Pérez"_s, u"099 123 456"), "same");
    }

    void knowsWhatTheConsoleHasSeenItself()
    {
        Fleet fleet;
        Batch batch;
        const auto stop = [](const QString &id, const QString &depot, const QString &address, const QString &customer,
                             Stop::Status status) {
            Stop made{.id = StopId(id), .depot = DepotId(depot), .address = {.text = address}, .where = otherDoor};
            made.customer = customer;
            made.status = status;
            if (!made.isOpen())
                made.completedAt =
                    QDateTime(QDate(2026, 11, 3), QTime(12, static_cast<int>(id.size())), QTimeZone::UTC);
            return made;
        };
        using enum Stop::Status;
        const auto asked = stop(u"asked"_s, u"d1"_s, u"Magallanes 1243"_s, u"Ana Pérez"_s, Planned);
        batch.stops.written = {asked,
                               stop(u"a"_s, u"d1"_s, u"Magallanes 1234"_s, u"ana perez"_s, Delivered),
                               stop(u"bb"_s, u"d1"_s, u"magallanes, 1243"_s, u"Bo Li"_s, Failed),
                               stop(u"c"_s, u"d2"_s, u"Magallanes 1243"_s, u"Ana Pérez"_s, Delivered),
                               stop(u"d"_s, u"d1"_s, u"Magallanes 1"_s, u"Bo Li"_s, Delivered),
                               stop(u"e"_s, u"d1"_s, u"Magallanes 1243"_s, u"Ana Pérez"_s, Cancelled),
                               stop(u"f"_s, u"d1"_s, u"Magallanes 1243"_s, u"Ana Pérez"_s, Planned)};
        fleet.apply(batch);
        const auto visits = knownVisits(fleet, asked);
        QCOMPARE(visits.size(), 2);
        QCOMPARE(visits[0].stop, StopId(u"bb"_s)); // the newest first
        QVERIFY(visits[0].isHere && visits[0].recipient == SameRecipient::No);
        QVERIFY(!visits[1].isHere && visits[1].recipient == SameRecipient::Name);
        QCOMPARE(visits[1].door, otherDoor);
    }
};

QTEST_GUILESS_MAIN(TestClinicOrder)
#include "tst_clinicorder.moc"
