// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/access/access.h"
#include "backend/access/newuser.h"
#include "backend/access/passwords.h"
#include "backend/access/visibility.h"
#include "backend/store/sqlite/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Doorstep;
using namespace std::chrono_literals;
using drogon::sync_wait;

namespace {

class HandClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return time; }
    QDateTime time = QDateTime(QDate(2026, 3, 12), QTime(9, 0), QTimeZone::UTC);
};

/// A store with Ana, who is a dispatcher, and Dario, who drives.
class House
{
public:
    House()
        : store(*SqliteStore::open(directory.filePath(u"store.sqlite"_s)))
        , access(*store, clock)
    {
        add(u"ana"_s, {User::Role::Dispatcher}, {});
        add(u"dario"_s, {User::Role::Driver}, DriverId(u"d1"_s));
        if (!sync_wait(access.load()))
            qFatal("no access");
    }
    Result<Wire::Session> signIn(const QString &name, const QByteArray &password, const QString &from = u"10.0.0.1"_s)
    {
        return sync_wait(access.signIn(name, password, from));
    }

    QTemporaryDir directory;
    HandClock clock;
    std::unique_ptr<Store> store;
    Access access;

private:
    void add(const QString &name, const QList<User::Role> &roles, const DriverId &driver)
    {
        NewUser user{.name = name, .fullName = {}, .roles = roles, .driver = driver, .password = "right password"};
        if (!sync_wait(addUser(*store, std::move(user), clock.now())))
            qFatal("no user");
    }
};

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void hashesPasswords()
    {
        const auto hash = hashPassword("correct horse");
        QVERIFY(hash);
        QVERIFY(hash->startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        QVERIFY(isPassword("correct horse", *hash));
        QVERIFY(!isPassword("correct horsE", *hash));
        QVERIFY(!isPassword("", *hash));
        QVERIFY(!isPassword("correct horse", "garbage"));
        QVERIFY(*hashPassword("correct horse") != *hash); // salted
        QVERIFY(!hashPassword("short"));
        QVERIFY(!hashPassword(QByteArray(201, 'x')));
    }

    void opensForAGoodTokenOnly()
    {
        House house;
        const auto session = house.signIn(u"ana"_s, "right password");
        QVERIFY(session);
        const auto token = session->token.toLatin1();
        QVERIFY(token.size() >= 43); // 256 bits
        QCOMPARE(house.access.holderOf(token)->name, u"ana"_s);
        QVERIFY(!house.access.holderOf(token.chopped(1)));
        QVERIFY(!house.access.holderOf({}));
        QVERIFY(sync_wait(house.access.load())); // as after a restart: it is in the store
        QVERIFY(house.access.holderOf(token));
        QVERIFY(sync_wait(house.access.signOut(token)));
        QVERIFY(!house.access.holderOf(token));
    }

    void keepsNoTokenInTheStore()
    {
        House house;
        const auto token = house.signIn(u"ana"_s, "right password")->token.toLatin1();
        house.store->close();
        QFile file(house.directory.filePath(u"store.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(!bytes.contains(token));
        QVERIFY(!bytes.contains("right password"));
    }

    void letsTokensExpire()
    {
        House house;
        const auto token = house.signIn(u"ana"_s, "right password")->token.toLatin1();
        house.clock.time = house.clock.time.addSecs(12 * 3600 - 1);
        QVERIFY(house.access.holderOf(token));
        house.clock.time = house.clock.time.addSecs(1);
        QVERIFY(!house.access.holderOf(token));
    }

    void slowsGuessingAtAnAccountDown()
    {
        House house;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(house.signIn(u"ana"_s, "wrong password", u"10.0.0.%1"_s.arg(i)).error().kind,
                     Error::Kind::Unauthorised);
        const auto refused = house.signIn(u"ana"_s, "right password");
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(refused.error().detail.toInt() >= 1);
        house.clock.time = house.clock.time.addSecs(refused.error().detail.toInt());
        QVERIFY(house.signIn(u"ana"_s, "right password"));
    }

    void slowsGuessingFromAnAddressDown()
    {
        House house;
        for (int i = 0; i < 20; ++i)
            QVERIFY(!house.signIn(u"nobody%1"_s.arg(i), "wrong password"));
        QCOMPARE(house.signIn(u"ana"_s, "right password").error().kind, Error::Kind::Refused);
        QVERIFY(house.signIn(u"ana"_s, "right password", u"10.0.0.2"_s));
    }

    void makesGuessersWaitLongerAndLonger()
    {
        const QDateTime start(QDate(2026, 3, 12), QTime(9, 0), QTimeZone::UTC);
        GuessLimit limit(2);
        std::chrono::seconds before = 0s;
        for (int i = 0; i < 12; ++i) {
            limit.failed(u"x"_s, start);
            const auto wait = limit.waitOf(u"x"_s, start);
            QVERIFY(wait >= before);
            before = wait;
        }
        QCOMPARE(before, 300s);
        QCOMPARE(limit.waitOf(u"y"_s, start), 0s);
        limit.failed(u"x"_s, start.addSecs(7200)); // a quiet hour forgets
        QCOMPARE(limit.waitOf(u"x"_s, start.addSecs(7200)), 0s);
    }

    void showsFeedsToDesksOnly()
    {
        House house;
        QVERIFY(!house.signIn(u"ana"_s, "right password")->feeds.isEmpty());
        QVERIFY(house.signIn(u"dario"_s, "right password")->feeds.isEmpty());
    }

    void refusesUsersThatCannotBe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("no name") << QString() << QByteArray("right password");
        QTest::newRow("a space") << u"a b"_s << QByteArray("right password");
        QTest::newRow("a line break") << u"a\nb"_s << QByteArray("right password");
        QTest::newRow("too long") << QString(65, u'x') << QByteArray("right password");
        QTest::newRow("no password") << u"eva"_s << QByteArray();
    }

    void refusesUsersThatCannotBe()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, password);
        House house;
        NewUser user{.name = name, .fullName = {}, .roles = {User::Role::Admin}, .driver = {}, .password = password};
        QCOMPARE(sync_wait(addUser(*house.store, std::move(user), house.clock.now())).error().kind,
                 Error::Kind::Malformed);
    }

    void hidesDeviceIdsFromAllButAdmins()
    {
        const Document driver{
            .kind = u"driver"_s, .id = u"d"_s, .version = 1, .body = R"({"device_id":"secret","x":1})"};
        User user{.id = UserId(u"u"_s), .name = {}, .fullName = {}, .roles = {User::Role::Dispatcher}, .driver = {}};
        QCOMPARE(asSeenBy(user, driver).body, R"({"x":1})");
        user.roles.append(User::Role::Admin);
        QCOMPARE(asSeenBy(user, driver), driver);
    }

    void refreshesATokenBeforeItExpires()
    {
        House house;
        const auto first = house.signIn(u"ana"_s, "right password");
        QVERIFY(first);
        house.clock.time = house.clock.time.addSecs(11 * 3600);
        const auto second = sync_wait(house.access.refresh(first->token.toLatin1()));
        QVERIFY(second);
        QVERIFY(second->token != first->token);
        QCOMPARE(second->expiresAt, house.clock.time.addSecs(12 * 3600));
        QVERIFY(house.access.holderOf(first->token.toLatin1())); // in case the answer was lost
        house.clock.time = house.clock.time.addSecs(61);
        QCOMPARE(house.access.holderOf(first->token.toLatin1()).error().kind, Error::Kind::Unauthorised);
        QVERIFY(house.access.holderOf(second->token.toLatin1()));
        QCOMPARE(sync_wait(house.access.refresh(first->token.toLatin1())).error().kind, Error::Kind::Unauthorised);
        QVERIFY(sync_wait(house.access.load())); // and so it is on disk
        QVERIFY(!house.access.holderOf(first->token.toLatin1()));
        QVERIFY(house.access.holderOf(second->token.toLatin1()));
    }

    void asksForThePasswordAgainAfterAWeek()
    {
        House house;
        auto session = house.signIn(u"ana"_s, "right password");
        const auto end = house.clock.time.addDays(7);
        for (;;) {
            house.clock.time = std::min(house.clock.time.addSecs(10 * 3600), end.addSecs(-1));
            session = sync_wait(house.access.refresh(session->token.toLatin1()));
            QVERIFY(session);
            QCOMPARE_LE(session->expiresAt, end);
            if (session->expiresAt == end)
                break;
        }
        house.clock.time = end;
        QCOMPARE(sync_wait(house.access.refresh(session->token.toLatin1())).error().kind, Error::Kind::Unauthorised);
    }

    void shutsOutWhoIsDisabled()
    {
        House house;
        const auto session = house.signIn(u"ana"_s, "right password");
        QVERIFY(session);
        QCOMPARE(sync_wait(disableUser(*house.store, u"nobody"_s, house.clock.now())).error().kind,
                 Error::Kind::NotFound);
        QVERIFY(sync_wait(disableUser(*house.store, u"ana"_s, house.clock.now())));
        QVERIFY(sync_wait(house.access.load()));
        QCOMPARE(house.access.holderOf(session->token.toLatin1()).error().kind, Error::Kind::Unauthorised);
        QCOMPARE(house.signIn(u"ana"_s, "right password").error().kind, Error::Kind::Unauthorised);
        QVERIFY(house.signIn(u"dario"_s, "right password"));

        NewUser back{.name = u"ana"_s,
                     .fullName = {},
                     .roles = {User::Role::Dispatcher},
                     .driver = {},
                     .password = "another password"};
        QVERIFY(sync_wait(addUser(*house.store, std::move(back), house.clock.now())));
        QVERIFY(sync_wait(house.access.load()));
        QVERIFY(house.signIn(u"ana"_s, "another password"));
        QVERIFY(!house.access.holderOf(session->token.toLatin1())); // the old one stays ended
        const auto trail = *sync_wait(house.store->audit(FeedId(u"organisation"_s), u"user/doorstepd"_s, 0, 9));
        QCOMPARE(trail.size(), std::size_t(4));
        QCOMPARE(trail[1].note.action, u"disable_user"_s);
        for (const auto &entry : trail)
            QVERIFY(!entry.note.body.contains("password"));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
