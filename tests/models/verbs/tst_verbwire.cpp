// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/commandwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/verbwire.h"
#include "tests/support/samples.h"
#include "tests/support/verbs.h"

#include <QJsonArray>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

Command someCommand(const Verb &verb)
{
    return {.id = CommandId(u"0199a0e2-0000-7000-8000-000000000001"_s),
            .sequence = 7,
            .feed = FeedId(u"depot-aguada"_s),
            .verb = verb,
            .at = at(14)};
}

/// Values of every type that a key may wrongly have.
const QList<QJsonValue> wrongValues{
    QJsonValue(12.5),
    QJsonValue(true),
    QJsonValue(u"no such word <img src=x>"_s),
    QJsonValue(QJsonArray({1, 2, 3})),
    QJsonValue(QJsonObject{{u"x"_s, 1}}),
    QJsonValue(QString(20'000, u'x')),
    QJsonValue(-1),
    QJsonValue(1e300),
};

} // namespace

class VerbWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void hasAWordOfItsOwnForEachVerb()
    {
        QStringList words;
        for (const auto &verb : everyVerb())
            words.append(wordOf(verb));
        QCOMPARE(words.size(), static_cast<qsizetype>(std::variant_size_v<Verb>));
        QCOMPARE(words.removeDuplicates(), 0);
    }

    void readsWhatItWrites_data() { verbs(); }
    void readsWhatItWrites()
    {
        QFETCH(const Command, command);

        const auto read = Wire::commandFromJson(Wire::toJson(command));

        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, command);
    }

    void refusesEachWrongValueAndNamesTheKey_data() { verbs(); }
    void refusesEachWrongValueAndNamesTheKey()
    {
        QFETCH(const Command, command);
        const auto body = Wire::toJson(command.verb);
        for (const auto &key : body.keys()) {
            for (const auto &wrong : wrongValues) {
                auto bad = body;
                bad[key] = wrong;
                const auto read = Wire::verbFromJson(QString(wordOf(command.verb)), bad);
                if (read)
                    continue; // of that type, so it is what was said
                QCOMPARE(read.error().kind, Error::Kind::Malformed);
                QVERIFY(!read.error().detail.isEmpty());
                QVERIFY(read.error().detail.size() < 500);
            }
            auto nothing = body;
            nothing[key] = QJsonValue::Null;
            QVERIFY2(!Wire::verbFromJson(QString(wordOf(command.verb)), nothing), qPrintable(key));
        }
    }

    void keepsADigestThatIsBlindForTheNumberOnly()
    {
        auto command = someCommand(everyVerb().front());
        const auto digestOf = [](const Command &one) {
            const auto request =
                Wire::commandRequestFromJson(*Wire::objectFromBytes(Wire::requestBytes(DeviceId(u"desk-1"_s), {one})));
            return request->commands.constFirst().digest;
        };
        const auto before = digestOf(command);
        command.sequence = 8;
        QCOMPARE(digestOf(command), before);
        command.at = at(14, 1);
        QVERIFY(digestOf(command) != before);
    }

    void refusesARequestThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no device") << QByteArray(R"({"commands":[{}]})");
        QTest::newRow("no commands") << QByteArray(R"({"device":"d","commands":[]})");
        QTest::newRow("commands are a text") << QByteArray(R"({"device":"d","commands":"all"})");
        QTest::newRow("a command without id") << QByteArray(
            R"({"device":"d","commands":[{"seq":1,"feed":"f","verb":"x","v":1,"at":"2026-03-12T14:00:00Z","body":{}}]})");
        QTest::newRow("a negative number") << QByteArray(
            R"({"device":"d","commands":[{"id":"c","seq":-1,"feed":"f","verb":"x","v":1,"at":"2026-03-12T14:00:00Z","body":{}}]})");
        const QByteArray command =
            R"("commands":[{"id":"c","seq":1,"feed":"f","verb":"x","v":1,"at":"2026-03-12T14:00:00Z","body":{}}]})";
        QTest::newRow("epochs are a list") << R"({"device":"d","epochs":[],)" + command;
        QTest::newRow("an epoch is a number") << R"({"device":"d","epochs":{"f":7},)" + command;
        QTest::newRow("an epoch is no number") << R"({"device":"d","epochs":{"f":"seven"},)" + command;
        QTest::newRow("an epoch of no feed") << R"({"device":"d","epochs":{"../f":"7"},)" + command;
        QTest::newRow("a device with a slash") << QByteArray(R"({"device":"../d","commands":[{}]})");
    }
    void refusesARequestThatIsNone()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!Wire::commandRequestFromJson(*Wire::objectFromBytes(bytes)));
    }

    void readsTheHistoriesOfARequest()
    {
        const QHash<FeedId, quint64> epochs{{FeedId(u"organisation"_s), ~0ULL}, {FeedId(u"depot-a"_s), 7}};
        auto json =
            *Wire::objectFromBytes(Wire::requestBytes(DeviceId(u"desk-1"_s), {someCommand(everyVerb().front())}));
        QVERIFY(Wire::commandRequestFromJson(json)->epochs.isEmpty());
        json.insert("epochs"_L1, Wire::epochsToJson(epochs));
        QCOMPARE(Wire::commandRequestFromJson(json)->epochs, epochs);
    }

    void refusesMoreThanAHundredCommands()
    {
        const QList<Command> many(101, someCommand(everyVerb().front()));
        const auto json = Wire::objectFromBytes(Wire::requestBytes(DeviceId(u"desk-1"_s), many));
        QVERIFY(!Wire::commandRequestFromJson(*json));
    }

    void saysAVerdictTheSameWayBothTimes_data()
    {
        QTest::addColumn<Verdict>("verdict");
        const CommandId id(u"c-1"_s);
        QTest::newRow("applied") << Verdict{.command = id, .epoch = ~0ULL, .from = 41, .to = 43};
        QTest::newRow("applied before") << Verdict{.command = id, .again = true, .epoch = 7, .from = 1, .to = 1};
        QTest::newRow("conflict") << Verdict{
            .command = id,
            .kind = Verdict::Kind::Conflict,
            .code = u"field_changed"_s,
            .detail = u"somebody changed phone first"_s,
            .field = u"phone"_s,
            .current = {{.kind = u"stop"_s,
                         .id = u"s-1"_s,
                         .version = 9,
                         .deleted = false,
                         .body = R"({"phone":"1","new":[1]})"},
                        {.kind = u"route"_s, .id = u"r-1"_s, .version = 3, .deleted = true, .body = {}}}};
        QTest::newRow("rejected") << Verdict{
            .command = id, .kind = Verdict::Kind::Rejected, .code = u"forbidden"_s, .detail = u"ask a dispatcher"_s};
    }
    void saysAVerdictTheSameWayBothTimes()
    {
        QFETCH(const Verdict, verdict);
        const auto one = Wire::verdictFromBytes(Wire::toBytes(verdict));
        QVERIFY2(one.has_value(), one ? "" : qPrintable(one.error().detail));
        QCOMPARE(*one, verdict);
        const auto two = Wire::verdictsFromBytes(Wire::verdictsBytes({verdict, verdict}));
        QVERIFY(two.has_value());
        QCOMPARE(*two, QList<Verdict>({verdict, verdict}));
    }

private:
    static void verbs()
    {
        QTest::addColumn<Command>("command");
        for (const auto &verb : everyVerb())
            QTest::newRow(wordOf(verb).data()) << someCommand(verb);
    }
};

QTEST_GUILESS_MAIN(VerbWireTest)

#include "tst_verbwire.moc"
