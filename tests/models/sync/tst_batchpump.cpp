// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/fleet.h"
#include "models/sync/batchpump.h"
#include "tests/support/days.h"
#include "tests/support/documents.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Document stopDocument(int number, const QString &note, qint64 version)
{
    for (const auto &document : depotDocuments(1, number + 1)) {
        if (document.kind != "stop"_L1 || document.id != stopId(number).toString())
            continue;
        auto changed = document;
        changed.version = version;
        changed.body.chop(1);
        changed.body += R"(,"note":")" + note.toUtf8() + R"("})";
        return changed;
    }
    return {};
}

double microseconds(std::chrono::duration<double, std::micro> duration)
{
    return duration.count();
}

} // namespace

/// What a batch costs, how large it may be, and that nothing is lost, doubled or out of order by cutting.
class BatchPumpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void expectsTheSumOfWhatIsInABatch()
    {
        const BatchCosts costs;
        QCOMPARE(microseconds(costs.of({})), costs.batch);
        QCOMPARE(microseconds(costs.of({.stops = 10, .routes = 2})), costs.batch + 10 * costs.stop + 2 * costs.route);
        Batch batch;
        batch.stops.written = {someStop()};
        batch.stops.removed = {stopId(7)};
        batch.fixes = {someFix()};
        QCOMPARE(microseconds(costs.of(BatchSizes::of(batch))), costs.batch + 2 * costs.stop + costs.fix);
    }

    void learnsWhatThingsReallyCost_data()
    {
        QTest::addColumn<double>("costs"); // of what was guessed
        QTest::newRow("as guessed") << 1.0;
        QTest::newRow("three times as much") << 3.0;
        QTest::newRow("a third") << 1.0 / 3.0;
    }

    void learnsWhatThingsReallyCost()
    {
        QFETCH(const double, costs);
        BatchCosts learned;
        const BatchSizes sizes{.stops = 400};
        const auto truth = std::chrono::microseconds(static_cast<qint64>(microseconds(learned.of(sizes)) * costs));
        for (int i = 0; i < 30; ++i)
            learned.learn(sizes, truth);
        QVERIFY(std::abs(microseconds(learned.of(sizes)) / static_cast<double>(truth.count()) - 1.0) < 0.05);
        QCOMPARE(learned.route, BatchCosts().route); // there was none
    }

    void learnsWithMeasure()
    {
        BatchCosts costs;
        costs.learn({.stops = 400}, 10s); // another program had the processor
        QVERIFY(costs.stop <= 2.0 * BatchCosts().stop);
        for (int i = 0; i < 100; ++i)
            costs.learn({.stops = 400}, 10s);
        QVERIFY(costs.stop <= 20.0 * BatchCosts().stop);
        for (int i = 0; i < 200; ++i)
            costs.learn({.stops = 400'000}, 1us);
        QVERIFY(costs.stop >= 0.1 * BatchCosts().stop);
    }

    void learnsNothingFromTheSmallestBatches()
    {
        BatchCosts costs;
        costs.learn({.fixes = 1}, 900us);
        QCOMPARE(costs.fix, BatchCosts().fix);
        QCOMPARE(costs.batch, BatchCosts().batch);
    }

    void cutsALoadIntoWhatFits()
    {
        BatchBuilder builder;
        for (const auto &document : depotDocuments(20, 2'000))
            builder.add(document);
        const auto wanted = builder.size();
        const BatchCosts costs;
        QSet<QString> seen;
        qsizetype count = 0;
        int batches = 0;
        while (!builder.isEmpty()) {
            const auto batch = builder.take(costs, 4ms);
            QVERIFY(batch.size() > 0);
            QVERIFY(microseconds(costs.of(BatchSizes::of(batch))) <= 4'000.0);
            count += batch.size();
            ++batches;
            for (const auto &stop : batch.stops.written)
                seen.insert(u"stop "_s + stop.id.toString());
            for (const auto &route : batch.routes.written) {
                for (const auto &stop : route.stops) // what is pointed at came before
                    QVERIFY(seen.contains(u"stop "_s + stop.toString()));
            }
        }
        QCOMPARE(count, wanted); // all of it, once
        QCOMPARE(seen.size(), 2'000);
        QVERIFY(batches > 10);
    }

    void handsOutAtLeastOneHoweverDear()
    {
        BatchBuilder builder;
        for (const auto &document : depotDocuments(1, 3))
            builder.add(document);
        BatchCosts costs;
        costs.order = costs.parcel = costs.stop = costs.route = costs.path = costs.forecast = 1e9;
        const auto wanted = builder.size();
        for (qsizetype i = 0; i < wanted; ++i)
            QCOMPARE(builder.take(costs, 1us).size(), 1);
        QVERIFY(builder.isEmpty());
    }

    void tellsOnlyTheNewestOfAThing()
    {
        BatchBuilder builder;
        builder.add(stopDocument(0, u"first"_s, 1));
        builder.add(stopDocument(1, u"other"_s, 2));
        builder.add(stopDocument(0, u"second"_s, 3));
        QCOMPARE(builder.size(), 2);
        qsizetype const most = 1;
        auto batch = builder.take(most);
        QCOMPARE(batch.stops.written.size(), 1);
        QCOMPARE(batch.stops.written.first().note, u"second"_s);
        // Changed again after it was handed out: it comes again, behind what waits.
        builder.add(stopDocument(0, u"third"_s, 4));
        builder.add(stopDocument(1, u"newer"_s, 5));
        batch = builder.take(10);
        QCOMPARE(batch.stops.written.size(), 2);
        QCOMPARE(batch.stops.written.at(0).note, u"newer"_s);
        QCOMPARE(batch.stops.written.at(1).note, u"third"_s);
        builder.add(stopDocument(1, u"last"_s, 6));
        builder.remove(u"stop"_s, stopId(1).toString());
        batch = builder.take(10);
        QVERIFY(batch.stops.written.isEmpty());
        QCOMPARE(batch.stops.removed, QList<StopId>{stopId(1)});
    }

    void mergesWhatIsNewer()
    {
        BatchBuilder earlier;
        earlier.add(stopDocument(0, u"old"_s, 1));
        earlier.add(stopDocument(1, u"stays"_s, 2));
        BatchBuilder later(earlier.texts());
        later.add(stopDocument(0, u"new"_s, 3));
        later.remove(u"stop"_s, stopId(2).toString());
        earlier.merge(later);
        const auto batch = earlier.take(10);
        QCOMPARE(batch.stops.written.size(), 2);
        QCOMPARE(batch.stops.written.at(0).note, u"new"_s);
        QCOMPARE(batch.stops.written.at(1).note, u"stays"_s);
        QCOMPARE(batch.stops.removed, QList<StopId>{stopId(2)});
    }

    void saysAboutTheSameThingInTheSameWords()
    {
        BatchBuilder builder;
        for (const auto &document : depotDocuments(1, 3))
            builder.add(document);
        const auto batch = builder.take(100);
        const auto &stop = batch.stops.written.at(1);
        const auto &parcel = batch.parcels.written.at(1);
        const auto &route = batch.routes.written.first();
        // Equal, and one copy of it.
        QCOMPARE(parcel.stop, stop.id);
        QVERIFY(parcel.stop.toString().constData() == stop.id.toString().constData());
        QVERIFY(route.stops.at(1).toString().constData() == stop.id.toString().constData());
        QVERIFY(stop.address.city.constData() == batch.stops.written.at(2).address.city.constData());
    }

    void pumpsAllOfALoadInOrder()
    {
        BatchPump pump({});
        const QSignalSpy drained(&pump, &BatchPump::drained);
        Fleet fleet;
        int onTheirWay = 0;
        connect(&pump, &BatchPump::batchReady, this, [&](const Batch &batch) {
            QVERIFY(++onTheirWay <= 4);
            fleet.apply(batch);
            QMetaObject::invokeMethod(
                this,
                [&] {
                    --onTheirWay;
                    pump.applied(2ms);
                },
                Qt::QueuedConnection);
        });
        for (const auto &document : depotDocuments(20, 1'000))
            pump.builder().add(document);
        pump.builder().reach(FeedId(u"depot"_s), {.epoch = 1, .seq = 7});
        pump.wake();
        QTRY_COMPARE(drained.size(), 1);
        QVERIFY(pump.isIdle());
        const auto whole = someDay(20, 1'000);
        QCOMPARE(fleet.stops().size(), 1'000);
        for (qsizetype i = 0; i < 1'000; ++i)
            QCOMPARE(fleet.stops().at(i), whole.stops.written.at(i));
        QCOMPARE(fleet.forecasts().size(), 20);
    }

    void doesNotRestWhileMoreIsExpected()
    {
        BatchPump pump({.flush = 1h});
        const QSignalSpy sent(&pump, &BatchPump::batchReady);
        pump.expectMore(true);
        for (int number = 0; number < 3; ++number) {
            pump.builder().add(stopDocument(number, u"note"_s, number + 1));
            pump.wake();
            QTRY_COMPARE(sent.size(), number + 1); // though it was all there was
            pump.applied(100us);
        }
    }
};

QTEST_GUILESS_MAIN(BatchPumpTest)
#include "tst_batchpump.moc"
