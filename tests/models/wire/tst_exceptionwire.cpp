// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/exceptionwire.h"
#include "tests/support/samples.h"

#include <QJsonArray>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Exception fullCase()
{
    return {.id = ExceptionId(u"off_route-r1-x"_s),
            .depot = DepotId(u"aguada"_s),
            .kind = u"off_route"_s,
            .about = Subject::of(RouteId(u"r1"_s)),
            .status = Exception::Status::Closed,
            .owner = UserId(u"ana"_s),
            .snoozedUntil = Test::at(15),
            .resolution = u"A detour"_s,
            .escalation = Exception::Escalation::Raised,
            .escalatedAt = Test::at(14),
            .escalatedBy = UserId(u"leo"_s),
            .escalationReason = u"The shop has called"_s,
            .mergedInto = ExceptionId(u"stopped-r1-x"_s),
            .followers = {UserId(u"ana"_s), UserId(u"eva"_s)},
            .severity = Exception::Severity::High,
            .route = RouteId(u"r1"_s),
            .openedAt = Test::at(13),
            .dueAt = Test::at(16),
            .detail = u"7"_s,
            .lateBy = 90s,
            .chancePercent = 80,
            .where = QGeoCoordinate(-34.9, -56.1),
            .awayMeters = 640,
            .isCleared = true};
}

} // namespace

/// A case on the wire.
class ExceptionWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        const auto exception = fullCase();
        QCOMPARE(Wire::exceptionFromJson(Wire::toJson(exception)).value(), exception);
        Exception lowered = exception;
        lowered.escalation = Exception::Escalation::Lowered;
        lowered.escalatedAt = {};
        lowered.escalatedBy = {};
        QCOMPARE(Wire::exceptionFromJson(Wire::toJson(lowered)).value(), lowered);
    }

    void writesNothingOfWhatThereIsNot()
    {
        const Exception plain{.id = ExceptionId(u"late-s1-x"_s),
                              .depot = DepotId(u"aguada"_s),
                              .kind = u"late"_s,
                              .about = Subject::of(StopId(u"s1"_s))};
        const auto json = Wire::toJson(plain);
        QCOMPARE(json.keys(), (QStringList{u"about"_s, u"depot"_s, u"id"_s, u"kind"_s, u"severity"_s, u"status"_s}));
        QCOMPARE(Wire::exceptionFromJson(json).value(), plain); // as older consoles and backends write it
    }

    void refusesEachWrongValue_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value) {
            QTest::newRow(name) << key << value;
        };
        row("an unknown escalation", u"escalation"_s, u"shouted"_s);
        row("an escalation that is a number", u"escalation"_s, 1);
        row("a time that is none", u"escalated_at"_s, u"yesterday"_s);
        row("an id that is none", u"merged_into"_s, u"../x"_s);
        row("followers that are a text", u"followers"_s, u"ana"_s);
        row("a follower that is none", u"followers"_s, QJsonArray{u"ana"_s, 7});
        row("a place off the globe", u"where"_s, QJsonArray{-56.1, -134.9});
        row("a place with one number", u"where"_s, QJsonArray{-56.1});
        row("negative metres", u"away_m"_s, -1);
        row("metres beyond the globe", u"away_m"_s, 1e12);
        row("a reason that is too long", u"escalation_reason"_s, QString(20'000, u'x'));
        QJsonArray many;
        for (int i = 0; i < 1'001; ++i)
            many.append(u"u%1"_s.arg(i));
        row("too many followers", u"followers"_s, many);
    }
    void refusesEachWrongValue()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        auto json = Wire::toJson(fullCase());
        json[key] = value;
        const auto read = Wire::exceptionFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
        QVERIFY(read.error().detail.contains(key));
    }
};

QTEST_APPLESS_MAIN(ExceptionWireTest)
#include "tst_exceptionwire.moc"
