// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/documents.h"
#include "models/wire/rawjson.h"
#include "models/wire/subjectwire.h"
#include "models/wire/timewire.h"
#include "models/wire/verbwire.h"
#include "tests/backend/api/smalltown.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace Doorstep::Test;
using drogon::sync_wait;
using Kind = Verdict::Kind;

namespace {

struct Hostile
{
    const char *name;
    QJsonValue value;
};

/// What no field of ours may be, and what some may but only as plain text.
QList<Hostile> hostileValues()
{
    return {
        {.name = "null", .value = QJsonValue::Null},
        {.name = "true", .value = true},
        {.name = "a negative", .value = -1},
        {.name = "a fraction", .value = 0.5},
        {.name = "a huge number", .value = 1e308},
        {.name = "nothing", .value = u""_s},
        {.name = "a very long text", .value = QString(20'000, u'x')},
        {.name = "an empty list", .value = QJsonArray{}},
        {.name = "a list of lists", .value = QJsonArray{QJsonArray{}, QJsonArray{}}},
        {.name = "a list of numbers", .value = QJsonArray{1, 2}},
        {.name = "an empty object", .value = QJsonObject{}},
        {.name = "an object of objects", .value = QJsonObject{{u"x"_s, QJsonObject{{u"y"_s, 1}}}}},
        {.name = "control characters", .value = u"\u0000\u0007\u001b[31m\u202e"_s},
        {.name = "rich text", .value = u"<img src='file:///etc/passwd'><b>x"_s},
        {.name = "a path", .value = u"../../etc/passwd"_s},
        {.name = "SQL", .value = u"x'; DROP TABLE document; --"_s},
        {.name = "half a character", .value = QString(QChar(0xd800))},
        {.name = "another id", .value = u"somebody-elses"_s},
    };
}

/// All verbs, each as it would be right.
QList<Verb> goodVerbs(const SmallTown &town)
{
    const Occasion late{.depot = DepotId(u"d1"_s), .kind = u"late"_s, .about = Subject::of(town.stop(0))};
    const StopState planned;
    StopState cancelled;
    cancelled.status = Stop::Status::Cancelled;
    StopDetails was;
    was.phone = QString();
    was.address = Address{.text = u"18 de julio 1"_s};
    was.window = TimeWindow();
    was.method = Stop::Method::InPerson;
    was.serviceTime = std::chrono::seconds(180);
    was.whereabouts = Whereabouts{.where = QGeoCoordinate(-34.9, -56.1), .score = 1.0};
    was.entrance = QGeoCoordinate(-34.9, -56.101);
    was.instructions = QString();
    was.gateCode = QString();
    was.customer = u"C"_s;
    was.preferences = Preferences();
    ThresholdValues limits;
    limits.set(Threshold::SilentAfter, 240);
    Closure flood;
    flood.id = ClosureId(u"flood"_s);
    flood.depot = DepotId(u"d1"_s);
    flood.name = u"Flood"_s;
    flood.area.polygons = {{{{-34.90, -56.18}, {-34.90, -56.17}, {-34.89, -56.17}}}};
    auto set = was;
    set.phone = u"+59829001000"_s;
    return {
        ArrangeRoutes{.routes = {{.route = RouteId(u"r1"_s),
                                  .was = {town.stop(0), town.stop(1)},
                                  .stops = {town.stop(1), town.stop(0), town.stop(2)}}}},
        EditStop{.stop = town.stop(0), .was = was, .set = set},
        CancelStop{.stop = town.stop(0), .reason = u"moved"_s},
        ReattemptStop{.stop = town.stop(0)},
        RescheduleStop{.stop = town.stop(0), .was = {}, .window = {.from = town.now, .to = town.now.addSecs(60)}},
        RecordVisit{.stop = town.stop(0),
                    .outcome = Stop::Status::Failed,
                    .failure = Stop::Failure::Damaged,
                    .note = u"n"_s,
                    .completedAt = town.now},
        RestoreStop{.stop = town.stop(0), .was = planned, .to = cancelled},
        PinStop{.stop = town.stop(0)},
        HoldStop{.stop = town.stop(0)},
        SetDuty{.driver = DriverId(u"a"_s), .was = Driver::Duty::Unknown, .duty = Driver::Duty::OnBreak},
        AskPosition{.driver = DriverId(u"a"_s), .at = town.now},
        AddNote{.note = NoteId(u"n1"_s),
                .depot = DepotId(u"d1"_s),
                .about = Subject::of(town.stop(0)),
                .text = u"mind the dog"_s},
        RemoveNote{.note = NoteId(u"n1"_s)},
        AssignException{.exception = ExceptionId(u"late-1"_s), .occasion = late, .was = {}, .owner = UserId(u"u1"_s)},
        SnoozeException{.exception = ExceptionId(u"late-1"_s), .occasion = late, .until = town.now.addSecs(60)},
        ResolveException{.exception = ExceptionId(u"late-1"_s), .occasion = late, .resolution = u"called"_s},
        EscalateException{.exception = ExceptionId(u"late-1"_s), .occasion = late, .reason = u"again"_s},
        MergeException{.exception = ExceptionId(u"late-1"_s),
                       .occasion = late,
                       .was = {},
                       .into = ExceptionId(u"late-2"_s),
                       .whole = late},
        FollowException{.exception = ExceptionId(u"late-1"_s), .occasion = late},
        DrawClosure{.was = flood, .closure = flood},
        LiftClosure{.closure = flood.id, .depot = flood.depot},
        RecordCheckIn{.stop = town.stop(0),
                      .was = {},
                      .set = {.askedAt = town.now, .answeredAt = town.now, .answer = CheckIn::Answer::Other}},
        TellCustomer{.stop = town.stop(0),
                     .promise = {.window = {.from = town.now, .to = town.now.addSecs(60)}, .toldAt = town.now}},
        RememberSite{.depot = DepotId(u"d1"_s),
                     .address = u"Rambla 2210"_s,
                     .was = {},
                     .set = SiteFacts{.where = QGeoCoordinate(-34.9, -56.16),
                                      .gateCode = u"1234"_s,
                                      .instructions = u"Ring twice"_s}},
        SetThresholds{.depot = DepotId(u"d1"_s), .was = {}, .set = limits},
        SetRates{.depot = DepotId(u"d1"_s), .was = {}, .set = {.perHour = 420.0}}};
}

using Path = QStringList;

/// Every place in \a value where something else could stand.
void collect(const QJsonValue &value, const Path &here, QList<Path> &paths)
{
    if (!here.isEmpty())
        paths.append(here);
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collect(it.value(), here + Path{it.key()}, paths);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        collect(value.toArray().first(), here + Path{u"0"_s}, paths);
    }
}

QJsonValue with(const QJsonValue &value, const Path &path, const QJsonValue &other)
{
    if (path.isEmpty())
        return other;
    if (value.isObject()) {
        auto object = value.toObject();
        object.insert(path.first(), with(object[path.first()], path.sliced(1), other));
        return object;
    }
    auto array = value.toArray();
    array.replace(0, with(array.at(0), path.sliced(1), other));
    return array;
}

QJsonObject envelope(const SmallTown &town, qint64 sequence, const Verb &verb)
{
    const bool isOrganisations = std::holds_alternative<SetDuty>(verb) || std::holds_alternative<AskPosition>(verb);
    return {{u"id"_s, u"c%1"_s.arg(sequence)},
            {u"seq"_s, sequence},
            {u"feed"_s, isOrganisations ? u"organisation"_s : u"depot-d1"_s},
            {u"verb"_s, QString(wordOf(verb))},
            {u"v"_s, 1},
            {u"at"_s, Wire::timeText(town.now)},
            {u"body"_s, Wire::toJson(verb)}};
}

QJsonObject requestOf(const QJsonArray &commands)
{
    return {{u"device"_s, u"desk-1"_s}, {u"commands"_s, commands}};
}

} // namespace

/// Commands that no console of ours would send.
class TestHostileCommands : public QObject
{
    Q_OBJECT

private:
    static std::expected<QList<Verdict>, CommandsHalted> run(SmallTown &town, const QJsonObject &json)
    {
        auto user = SmallTown::dispatcher();
        user.roles.append(User::Role::Admin);
        // through bytes, as it comes from the network
        auto request = Wire::objectFromBytes(Wire::compact(json)).and_then([](const QJsonObject &object) {
            return Wire::commandRequestFromJson(object);
        });
        if (!request)
            return std::unexpected(CommandsHalted{.error = request.error()});
        CommandAuthor author{.user = user, .feeds = {organisationFeed(), SmallTown::depotFeed()}};
        return sync_wait(runCommands(*town.store, std::move(*request), std::move(author), town.now));
    }
    /// Everything that is stored can still be read and acted on.
    static void checkSane(SmallTown &town, qint64 &sequence)
    {
        QJsonArray commands;
        for (const auto &verb : {Verb(HoldStop{.stop = town.stop(0), .held = false}),
                                 Verb(AddNote{.note = NoteId(u"sane"_s),
                                              .depot = DepotId(u"d1"_s),
                                              .about = Subject::of(town.stop(0)),
                                              .text = u"x"_s}),
                                 Verb(SetDuty{.driver = DriverId(u"a"_s), .duty = Driver::Duty::Unknown})})
            commands.append(envelope(town, ++sequence, verb));
        const auto verdicts = run(town, requestOf(commands));
        QVERIFY2(verdicts, verdicts ? "" : qPrintable(verdicts.error().error.detail));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void decidesWhateverStandsInAField_data()
    {
        QTest::addColumn<int>("verb");
        const SmallTown town;
        const auto verbs = goodVerbs(town);
        QCOMPARE(verbs.size(), static_cast<qsizetype>(std::variant_size_v<Verb>));
        for (int i = 0; i < verbs.size(); ++i)
            QTest::newRow(wordOf(verbs.at(i)).data()) << i;
    }

    void decidesWhateverStandsInAField()
    {
        QFETCH(const int, verb);
        SmallTown town;
        town.putRoute(u"r1"_s, {town.stop(0), town.stop(1)});
        town.addUser(u"u1"_s);
        const auto good = goodVerbs(town).at(verb);
        const auto body = Wire::toJson(good);
        QList<Path> paths;
        collect(body, {}, paths);
        qint64 sequence = 0;
        QJsonArray batch;
        QStringList names;
        const auto flush = [&] {
            const auto verdicts = run(town, requestOf(std::exchange(batch, {})));
            QVERIFY2(verdicts, verdicts ? "" : qPrintable(verdicts.error().error.detail));
            QCOMPARE(verdicts->size(), names.size());
            for (const auto &verdict : *verdicts) {
                if (verdict.kind == Kind::Rejected)
                    QVERIFY2(!verdict.code.isEmpty() && !verdict.detail.isEmpty(), qPrintable(names.first()));
                names.removeFirst();
            }
        };
        for (const auto &path : paths) {
            for (const auto &[name, value] : hostileValues()) {
                auto command = envelope(town, ++sequence, good);
                command.insert("body"_L1, with(body, path, value));
                batch.append(command);
                names += path.join(u'.') + u" is "_s + QString::fromLatin1(name);
                if (batch.size() == 10) // a long text in each must still fit
                    flush();
            }
        }
        for (const auto &path : paths) { // and each missing
            if (path.size() != 1)
                continue;
            auto command = envelope(town, ++sequence, good);
            auto less = body;
            less.remove(path.first());
            command.insert("body"_L1, less);
            batch.append(command);
            names += path.first() + u" is missing"_s;
        }
        flush();
        checkSane(town, sequence);
    }

    void refusesTheWholeRequest_data()
    {
        QTest::addColumn<QJsonObject>("request");
        const SmallTown town;
        const auto good = envelope(town, 1, HoldStop{.stop = town.stop(0)});
        for (const auto *key : {"id", "seq", "feed", "verb", "v", "at", "body"}) {
            auto missing = good;
            missing.remove(QLatin1StringView(key));
            QTest::addRow("no %s", key) << requestOf({missing});
            for (const auto &[name, value] : hostileValues()) {
                if (QByteArrayView(name) == "an empty object" || QByteArrayView(name) == "an object of objects"
                    || QByteArrayView(name) == "another id" || value.toString().startsWith(u'<')
                    || QByteArrayView(key) == "verb")
                    continue; // may be right where it stands; a verdict says more
                auto wrong = good;
                wrong.insert(QLatin1StringView(key), value);
                QTest::addRow("%s is %s", key, name) << requestOf({wrong});
            }
        }
        QTest::newRow("no commands") << requestOf({});
        QTest::newRow("not commands") << requestOf({1, u"x"_s, QJsonArray()});
        QJsonArray many;
        for (int i = 1; i <= 101; ++i)
            many.append(envelope(town, i, HoldStop{.stop = town.stop(0)}));
        QTest::newRow("too many") << requestOf(many);
        QTest::newRow("no device") << QJsonObject{{u"commands"_s, QJsonArray{good}}};
        QTest::newRow("a device that is none")
            << QJsonObject{{u"device"_s, u"a b"_s}, {u"commands"_s, QJsonArray{good}}};
    }

    void refusesTheWholeRequest()
    {
        QFETCH(const QJsonObject, request);
        SmallTown town;
        const auto before = town.store->feeds();
        const auto answer = run(town, request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.kind, Error::Kind::Malformed);
        QCOMPARE(town.store->feeds(), before);
        QCOMPARE(sync_wait(town.store->commandHistory(DeviceId(u"desk-1"_s), {}))->lastSequence, 0);
    }

    void turnsDownWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("a verb of tomorrow") << u"verb"_s << QJsonValue(u"fly_drone"_s);
        QTest::newRow("rich text for a verb") << u"verb"_s << QJsonValue(u"<b>x"_s);
        QTest::newRow("no verb at all") << u"verb"_s << QJsonValue(u""_s);
        QTest::newRow("a newer version") << u"v"_s << QJsonValue(2);
    }

    void turnsDownWhatItDoesNotKnow()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        SmallTown town;
        auto command = envelope(town, 1, HoldStop{.stop = town.stop(0)});
        command.insert(key, value);
        const auto verdicts = run(town, requestOf({command}));
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().code, u"unknown_verb"_s);
    }

    void keepsTextByteForByte()
    {
        SmallTown town;
        const auto text = u"<img src=x> \u202e\u0007 =cmd|' /C calc'!A0 \U0001F69A"_s;
        qint64 sequence = 0;
        for (const auto &verb : {Verb(CancelStop{.stop = town.stop(0), .reason = text}),
                                 Verb(AddNote{.note = NoteId(u"n"_s),
                                              .depot = DepotId(u"d1"_s),
                                              .about = Subject::of(town.stop(0)),
                                              .text = text})})
            QCOMPARE(run(town, requestOf({envelope(town, ++sequence, verb)}))->first().kind, Kind::Applied);
        QCOMPARE(town.body(u"stop"_s, town.stop(0).toString())["note"_L1].toString(), text);
        QCOMPARE(town.body(u"note"_s, u"n"_s)["text"_L1].toString(), text);
    }

    void namesTheFieldAtFault()
    {
        SmallTown town;
        auto command = envelope(town, 1, HoldStop{.stop = town.stop(0)});
        command.insert("body"_L1, QJsonObject{{u"stop"_s, town.stop(0).toString()}, {u"held"_s, u"yes"_s}});
        const auto verdicts = run(town, requestOf({command}));
        QCOMPARE(verdicts->first().code, u"malformed"_s);
        QCOMPARE(verdicts->first().field, u"held"_s);
    }

    void cannotReachAnotherDepotsStops()
    {
        SmallTown town;
        auto command = envelope(town, 1, HoldStop{.stop = town.stop(0)});
        command.insert("feed"_L1, u"depot-d2"_s); // not one that this person follows
        QCOMPARE(run(town, requestOf({command}))->first().code, u"malformed"_s);
        CommandAuthor author{.user = SmallTown::dispatcher(), .feeds = {FeedId(u"depot-d2"_s)}};
        auto request = Wire::commandRequestFromJson(requestOf({command}));
        request->device = DeviceId(u"desk-2"_s);
        request->commands.first().id = CommandId(u"other"_s);
        const auto verdicts = sync_wait(runCommands(*town.store, std::move(*request), std::move(author), town.now));
        QCOMPARE(verdicts->first().code, u"unknown_stop"_s); // it follows that one, but the stop is not there
        QVERIFY(!town.body(u"stop"_s, town.stop(0).toString()).contains("held"_L1));
    }

    void copesWithAHugePlan()
    {
        SmallTown town;
        QList<StopId> stops;
        for (int i = 0; i < 2'000; ++i)
            stops.append(StopId(u"s%1"_s.arg(i)));
        ArrangeRoutes verb;
        for (int i = 0; i < 12; ++i)
            verb.routes.append({.route = RouteId(u"r%1"_s.arg(i)), .was = {}, .stops = stops});
        const auto verdicts = run(town, requestOf({envelope(town, 1, verb)}));
        QVERIFY(verdicts);
        QCOMPARE(verdicts->first().code, u"unknown_route"_s);
    }
};

QTEST_GUILESS_MAIN(TestHostileCommands)
#include "tst_hostilecommands.moc"
