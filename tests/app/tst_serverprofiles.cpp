// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/serverprofiles.h"
#include "app/unsent.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

ServerProfile profile(const QString &host, const QString &user, const QByteArray &fingerprint = {})
{
    return {.server = QUrl(u"https://%1"_s.arg(host)), .user = user, .fingerprint = fingerprint};
}

const QByteArray fingerprint(32, 'f');

} // namespace

class ServerProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_directory = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_directory->filePath(u"x.ini"_s), QSettings::IniFormat);
    }

    void putsTheLastUsedFirst()
    {
        ServerProfiles profiles;
        profiles.use(profile(u"a.example"_s, u"ana"_s));
        profiles.use(profile(u"b.example"_s, u"ana"_s));
        profiles.use(profile(u"a.example"_s, u"ana"_s));
        QCOMPARE(profiles.all().size(), 2);
        QCOMPARE(profiles.last(), profile(u"a.example"_s, u"ana"_s));
    }

    void comesBackFromItsSettings()
    {
        ServerProfiles profiles;
        profiles.use(profile(u"b.example"_s, u"bea"_s, fingerprint));
        profiles.use(profile(u"a.example"_s, u"ana"_s));
        profiles.saveTo(*m_settings);
        QCOMPARE(ServerProfiles::from(*m_settings).all(), profiles.all());
    }

    void trustsAServerForEverybodyWhoUsesIt()
    {
        ServerProfiles profiles;
        profiles.use(profile(u"a.example"_s, u"ana"_s));
        profiles.use(profile(u"a.example"_s, u"bea"_s, fingerprint));
        QCOMPARE(profiles.profileOf(QUrl(u"https://a.example"_s), u"new"_s).fingerprint, fingerprint);
        QCOMPARE(profiles.profileOf(QUrl(u"https://b.example"_s), u"new"_s).fingerprint, QByteArray());
        QVERIFY(std::ranges::all_of(profiles.all(), [](const auto &one) { return one.fingerprint == fingerprint; }));
    }

    void knowsAServerHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        for (const auto *typed : {"https://a.example", "https://a.example/", "https://A.Example",
                                  "https://a.example:443/", "https://ana@a.example/?x#y", "https://a.example/."})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void knowsAServerHoweverItIsTyped()
    {
        QFETCH(const QString, typed);
        QCOMPARE(ServerProfiles().profileOf(QUrl(typed), u"ana"_s).key(), profile(u"a.example"_s, u"ana"_s).key());
        // One that was kept under another spelling keeps it: its outbox is there.
        ServerProfiles profiles;
        const ServerProfile early{.server = QUrl(u"https://a.example/"_s), .user = u"ana"_s, .fingerprint = {}};
        profiles.use(early);
        QCOMPARE(profiles.profileOf(QUrl(typed), u"ana"_s), early);
        QCOMPARE(profiles.profileOf(QUrl(u"https://a.example:444"_s), u"ana"_s).server.port(), 444);
    }

    void remembersWhoLeftSomethingUnsent()
    {
        const auto ana = profile(u"a.example"_s, u"ana"_s);
        const auto bea = profile(u"a.example:8443"_s, u"bea.o@x"_s);
        QCOMPARE(Unsent::ofOthers(*m_settings, ana), Unsent());
        Unsent::note(*m_settings, bea, 2);
        Unsent::note(*m_settings, profile(u"b.example"_s, u"bea.o@x"_s), 1);
        Unsent::note(*m_settings, ana, 4);
        QCOMPARE(Unsent::ofOthers(*m_settings, ana), (Unsent{.people = {u"bea.o@x"_s}, .decisions = 3}));
        QCOMPARE(Unsent::ofOthers(*m_settings, {}), (Unsent{.people = {u"ana"_s, u"bea.o@x"_s}, .decisions = 7}));
        Unsent::note(*m_settings, ana, 0);
        QCOMPARE(Unsent::ofOthers(*m_settings, bea), (Unsent{.people = {u"bea.o@x"_s}, .decisions = 1}));
        m_settings->setValue(u"unsent/nonsense"_s, u"x"_s);
        QCOMPARE(Unsent::ofOthers(*m_settings, bea).decisions, 1);
    }

    void keepsTwentyAtMost()
    {
        ServerProfiles profiles;
        for (int i = 0; i < 50; ++i)
            profiles.use(profile(u"a%1.example"_s.arg(i), u"ana"_s));
        QCOMPARE(profiles.all().size(), ServerProfiles::most);
        QCOMPARE(profiles.last(), profile(u"a49.example"_s, u"ana"_s));
    }

    void leavesOutWhatMakesNoSense_data()
    {
        QTest::addColumn<QVariant>("url");
        QTest::addColumn<QVariant>("certificate");
        QTest::addColumn<int>("kept");
        QTest::newRow("no address") << QVariant() << QVariant() << 0;
        QTest::newRow("a file") << QVariant(QUrl(u"file:///etc/passwd"_s)) << QVariant() << 0;
        QTest::newRow("no host") << QVariant(QUrl(u"https:///"_s)) << QVariant() << 0;
        QTest::newRow("a number") << QVariant(7) << QVariant() << 0;
        QTest::newRow("half a fingerprint") << QVariant(QUrl(u"https://a.example"_s)) << QVariant(u"abcd"_s) << 1;
    }
    void leavesOutWhatMakesNoSense()
    {
        QFETCH(const QVariant, url);
        QFETCH(const QVariant, certificate);
        QFETCH(const int, kept);
        m_settings->beginWriteArray(u"servers"_s, 1);
        m_settings->setArrayIndex(0);
        m_settings->setValue("url"_L1, url);
        m_settings->setValue("certificate"_L1, certificate);
        m_settings->endArray();

        const auto profiles = ServerProfiles::from(*m_settings);

        QCOMPARE(profiles.all().size(), kept);
        QVERIFY(std::ranges::all_of(profiles.all(), [](const auto &one) { return one.fingerprint.isEmpty(); }));
    }

    void survivesACountThatLies()
    {
        m_settings->setValue("servers/size"_L1, 2'000'000'000);
        m_settings->setValue("servers/1/url"_L1, QUrl(u"https://a.example"_s));
        QCOMPARE(ServerProfiles::from(*m_settings).all().size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
};

QTEST_GUILESS_MAIN(ServerProfilesTest)

#include "tst_serverprofiles.moc"
