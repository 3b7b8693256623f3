// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/candidatelistmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

PlaceHit hit(const QString &street, double latitude)
{
    return {
        .address = {.street = street, .houseNumber = u"1"_s}, .where = QGeoCoordinate(latitude, -56.1), .score = 0.5};
}

PastVisit visit(double latitude, Stop::Status outcome = Stop::Status::Delivered)
{
    return {.outcome = outcome, .where = QGeoCoordinate(latitude, -56.1)};
}

} // namespace

/// Candidates as rows, and where past drivers stopped.
class TestCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keepsItsWordWhateverComes()
    {
        CandidateListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(4);
        for (int round = 0; round < 300; ++round) {
            switch (random.bounded(6)) {
            case 0: {
                QList<PlaceHit> hits;
                for (int i = random.bounded(10); i > 0; --i)
                    hits.append(hit(u"A%1"_s.arg(i), -34.9 + i * 0.001));
                model.setFound(clinicOrder(hits, {}, {}));
                break;
            }
            case 1:
                model.setPinned(random.bounded(2) == 0 ? QGeoCoordinate() : QGeoCoordinate(-34.8, -56.1));
                break;
            case 2:
                model.setVisited(random.bounded(2) == 0
                                     ? std::nullopt
                                     : std::optional(VisitPlace{.where = {-34.8, -56.2}, .deliveries = 3}));
                break;
            case 3:
                model.setRemembered(random.bounded(2) == 0 ? QGeoCoordinate() : QGeoCoordinate(-34.7, -56.1));
                break;
            case 4:
                model.setNearPin(hit(u"Near"_s, -34.0));
                break;
            default:
                model.clear({.depot = QGeoCoordinate(-34.9, -56.1)});
            }
            for (int row = 0; row < model.rowCount(); ++row)
                QCOMPARE(model.index(row).data(CandidateListModel::NumberRole).toInt(), row + 1);
        }
    }

    void standsInOneOrderWhoeverAnswersFirst()
    {
        CandidateListModel model;
        model.clear({.depot = QGeoCoordinate(-34.9, -56.1), .previous = {}, .next = QGeoCoordinate(-34.91, -56.1)});
        model.setPinned(QGeoCoordinate(-34.95, -56.1));
        model.setVisited(VisitPlace{.where = QGeoCoordinate(-34.9003, -56.1), .deliveries = 12});
        model.setFound(clinicOrder({hit(u"A"_s, -34.9), hit(u"B"_s, -34.92)}, {}, {}));
        model.setRemembered(QGeoCoordinate(-34.8, -56.1));
        QCOMPARE(model.rowOf(Candidate::Source::Remembered), 0);
        QCOMPARE(model.rowOf(Candidate::Source::Found), 1);
        QCOMPARE(model.rowOf(Candidate::Source::Visited), 3);
        QCOMPARE(model.rowOf(Candidate::Source::Pinned), 4);
        const auto visited = model.index(3);
        QCOMPARE(qRound(visited.data(CandidateListModel::HouseMetersRole).toDouble()), 33);
        QVERIFY(!visited.data(CandidateListModel::PreviousMetersRole).isValid());
        QVERIFY(visited.data(CandidateListModel::NextMetersRole).toDouble() > 1'000);
        QVERIFY(!model.index(1).data(CandidateListModel::HouseMetersRole).isValid());

        model.setNearPin(hit(u"Near"_s, -34.0));
        QCOMPARE(model.at(4).hit.line(), u"Near 1"_s);
        QCOMPARE(model.at(4).hit.where, QGeoCoordinate(-34.95, -56.1)); // the pin stays where it was set
        model.setPinned({});
        model.setNearPin(hit(u"Late"_s, -34.0)); // an answer after the pin was taken away
        QCOMPARE(model.rowCount(), 4);
    }

    void keepsRowsThatStayWhileOneTypes()
    {
        CandidateListModel model;
        model.setFound(clinicOrder({hit(u"A"_s, 1), hit(u"B"_s, 2), hit(u"C"_s, 3)}, {}, {}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setFound(clinicOrder({hit(u"D"_s, 1), hit(u"E"_s, 2)}, {}, {}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.index(0).data().toString(), u"D 1"_s);
    }

    void findsWhereMostStopped()
    {
        QVERIFY(!visitPlaceOf({}));
        QVERIFY(!visitPlaceOf({visit(-34.9, Stop::Status::Failed), {.outcome = Stop::Status::Delivered}}));
        const auto place = visitPlaceOf(
            {visit(-34.9000), visit(-34.9001), visit(-34.9002), visit(-34.95), visit(-34.9001, Stop::Status::Failed)});
        QVERIFY(place);
        QCOMPARE(place->deliveries, 3);
        QCOMPARE(place->others, 1); // one that was left at the wrong house moves nothing
        QVERIFY(place->where.distanceTo(QGeoCoordinate(-34.9001, -56.1)) < 1.0);
    }
};

QTEST_MAIN(TestCandidates)
#include "tst_candidates.moc"
