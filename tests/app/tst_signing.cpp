// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/signing.h"
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "models/sync/connection.h"
#include "tests/support/backendprocess.h"
#include "widgets/parts/appearance.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/lockpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/trustdialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A keychain in memory.
class MemoryVault : public TokenVault
{
public:
    [[nodiscard]] bool isLasting() const override { return !isBroken; }
    void read(const QString &name, QObject *context, std::function<void(const QString &token)> answer) override
    {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), token = tokens.value(name)] { answer(token); }, Qt::QueuedConnection);
    }
    void write(const QString &name, const QString &token) override { tokens.insert(name, token); }
    void forget(const QString &name) override { tokens.remove(name); }

    void fail()
    {
        isBroken = true;
        Q_EMIT lastingChanged();
    }

    QHash<QString, QString> tokens;
    bool isBroken = false;
};

/// Does for a Signing what the console does: makes connections, hands passwords on.
class Desk
{
public:
    Desk(QSettings &settings, TokenVault &vault, MainWindow &window)
        : signing(settings, vault)
    {
        signing.showIn(window);
        QObject::connect(
            &signing, &Signing::connectRequested, &signing, [this](const ServerProfile &profile, bool isTokenAwaited) {
                connection = std::make_unique<Connection>(
                    fleet, clock,
                    SyncOptions{
                        .server = profile.server, .cachePath = {}, .token = {}, .isTokenAwaited = isTokenAwaited});
                signing.follow(*connection);
                connection->start();
            });
        QObject::connect(&signing, &Signing::tokenFound, &signing,
                         [this](const QString &token) { connection->useToken(token); });
        QObject::connect(&signing, &Signing::passwordGiven, &signing,
                         [this](const QString &user, const QString &password) { connection->signIn(user, password); });
        QObject::connect(&signing, &Signing::signedOut, &signing, [this] { connection->signOut(); });
    }

    [[nodiscard]] bool isLive() const
    {
        return connection && connection->status().state == ConnectionStatus::State::Live;
    }

    Fleet fleet;
    ServerClock clock;
    Signing signing;
    std::unique_ptr<Connection> connection;
};

} // namespace

class SigningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault.tokens.clear();
        m_vault.isBroken = false;
        m_directory = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_directory->filePath(u"x.ini"_s), QSettings::IniFormat);
        m_appearance = std::make_unique<Appearance>(*qApp);
        m_actions = std::make_unique<ActionList>();
        m_window = std::make_unique<MainWindow>(*m_actions, *m_appearance,
                                                [](const QString &, int) { return QList<SearchHit>(); });
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void asksForTheTokenOfWhoWasHereLast()
    {
        ServerProfiles profiles;
        const ServerProfile last{.server = QUrl(u"http://127.0.0.1:9"_s), .user = u"ana"_s, .fingerprint = {}};
        profiles.use(last);
        profiles.saveTo(*m_settings);
        m_vault.tokens.insert(last.key(), u"secret"_s);
        Desk desk(*m_settings, m_vault, *m_window);
        QSignalSpy connecting(&desk.signing, &Signing::connectRequested);
        QSignalSpy found(&desk.signing, &Signing::tokenFound);

        desk.signing.begin({}, {});

        QCOMPARE(connecting.count(), 1); // what is cached does not wait for the keychain
        QCOMPARE(connecting.first().at(0).value<ServerProfile>(), last);
        QCOMPARE(connecting.first().at(1).toBool(), true);
        QCOMPARE(found.count(), 0);
        QTRY_COMPARE(found.count(), 1);
        QCOMPARE(found.first().at(0).toString(), u"secret"_s);
        QVERIFY(desk.connection->isLoaded());
    }

    void remembersWhoSignedInUntilTheySignOut()
    {
        Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        const auto user = QString::fromLatin1(Test::BackendProcess::user);
        const auto password = QString::fromLatin1(Test::BackendProcess::password);
        auto &page = m_window->signInPage();
        {
            Desk desk(*m_settings, m_vault, *m_window);
            desk.signing.begin(backend.url(), user);
            Q_EMIT page.signInRequested(backend.url(), user, u"a wrong password"_s);
            QTRY_VERIFY(!desk.signing.isSigningIn());
            QVERIFY(m_vault.tokens.isEmpty());

            Q_EMIT page.signInRequested(backend.url(), user, password);
            QTRY_VERIFY(desk.isLive());
            QTRY_COMPARE(m_vault.tokens.size(), 1);
            QVERIFY(!m_vault.tokens.cbegin()->contains(password));

            desk.signing.lock();
            QVERIFY(m_window->lockPage().isVisible());
            QSignalSpy unlocked(&desk.signing, &Signing::unlocked);
            Q_EMIT m_window->lockPage().unlockRequested(u"a wrong password"_s);
            QCOMPARE(unlocked.count(), 0);
            Q_EMIT m_window->lockPage().unlockRequested(password);
            QCOMPARE(unlocked.count(), 1);
            m_window->showWorkbench();
        }
        const auto token = *m_vault.tokens.cbegin();
        {
            Desk desk(*m_settings, m_vault, *m_window);
            desk.signing.begin({}, {}); // the next start: nobody is asked
            QTRY_VERIFY(desk.isLive());
            QCOMPARE(desk.connection->token(), token);
            Q_EMIT m_window->signOutRequested();
            QVERIFY(m_vault.tokens.isEmpty());
            QTRY_COMPARE(desk.connection->status().state, ConnectionStatus::State::NeedsSignIn);
        }
        m_vault.tokens.insert(ServerProfile{.server = backend.url(), .user = user, .fingerprint = {}}.key(), token);
        Desk desk(*m_settings, m_vault, *m_window);
        desk.signing.begin({}, {}); // the token was ended there, too
        QTRY_VERIFY(desk.connection != nullptr);
        QTRY_COMPARE(desk.connection->status().state, ConnectionStatus::State::NeedsSignIn);
        QTRY_VERIFY(m_vault.tokens.isEmpty());
    }

    void takesNoAnswerForALaterQuestion()
    {
        Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        const auto user = QString::fromLatin1(Test::BackendProcess::user);
        const auto password = QString::fromLatin1(Test::BackendProcess::password);
        Desk desk(*m_settings, m_vault, *m_window);
        auto &page = m_window->signInPage();

        // The connection begins with "nobody has signed in", and refuses the first password: both are told late.
        Q_EMIT page.signInRequested(backend.url(), user, u"a wrong password"_s);
        Q_EMIT page.signInRequested(backend.url(), user, password);
        QTRY_VERIFY(desk.isLive());
        QVERIFY(!desk.signing.isSigningIn());

        desk.signing.lock();
        QSignalSpy unlocked(&desk.signing, &Signing::unlocked);
        Q_EMIT m_window->lockPage().unlockRequested(password); // it was kept as the good one
        QCOMPARE(unlocked.count(), 1);
    }

    void getsANewTokenWhileItWorks()
    {
        Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        Fleet fleet;
        ServerClock clock;
        Connection connection(fleet, clock,
                              SyncOptions{.server = backend.url(), .cachePath = {}, .timings = {.refresh = 300ms}});
        QStringList tokens;
        connect(&connection, &Connection::userChanged, this, [&] {
            if (!tokens.contains(connection.token()))
                tokens.append(connection.token());
        });
        connection.signIn(QString::fromLatin1(Test::BackendProcess::user),
                          QString::fromLatin1(Test::BackendProcess::password));
        connection.start();

        QTRY_VERIFY(tokens.size() >= 3);
        QTRY_COMPARE(connection.status().state, ConnectionStatus::State::Live);
        QVERIFY(!tokens.contains(QString()));
    }

    void keepsTheTokenOutOfTheSettings()
    {
        Signing signing(*m_settings, m_vault);
        signing.showIn(*m_window);
        signing.begin(QUrl(u"https://a.example"_s), u"ana"_s);
        m_vault.write(signing.profile().key(), u"secret-token"_s);
        m_settings->sync();
        QFile file(m_settings->fileName());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("secret-token"));
    }

    void forgetsTheTokenOnSigningOut()
    {
        const ServerProfile profile{.server = QUrl(u"https://a.example"_s), .user = u"ana"_s, .fingerprint = {}};
        m_vault.tokens.insert(profile.key(), u"secret"_s);
        Signing signing(*m_settings, m_vault);
        signing.showIn(*m_window);
        signing.begin(profile.server, profile.user);
        QSignalSpy out(&signing, &Signing::signedOut);

        Q_EMIT m_window->signOutRequested();

        QCOMPARE(out.count(), 1);
        QVERIFY(m_vault.tokens.isEmpty());
    }

    void saysWhenTheKeychainTurnsOutNotToWork()
    {
        Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        Desk desk(*m_settings, m_vault, *m_window);
        QSignalSpy told(&desk.signing, &Signing::notRemembered);
        const auto isSaid = [this] {
            const auto labels = m_window->signInPage().findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return !label->isHidden() && label->text().contains(u"forgets you"_s);
            });
        };
        QVERIFY(!isSaid());
        m_vault.fail();
        QVERIFY(isSaid()); // before anybody signs in
        QCOMPARE(told.count(), 0);

        const auto user = QString::fromLatin1(Test::BackendProcess::user);
        desk.signing.begin(backend.url(), user);
        Q_EMIT m_window->signInPage().signInRequested(backend.url(), user,
                                                      QString::fromLatin1(Test::BackendProcess::password));
        QTRY_VERIFY(desk.isLive());
        m_vault.fail(); // and when what the keychain was given is not taken
        QCOMPARE(told.count(), 1);
    }

    void hidesEverythingWhileLocked()
    {
        m_window->showWorkbench();
        auto *search = m_actions->find(u"go.search"_s);
        m_window->showLocked();
        QVERIFY(m_window->lockPage().isVisible());
        QVERIFY(!search->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->lockPage().isVisible());
        QVERIFY(QApplication::activePopupWidget() == nullptr);
        search->setEnabled(true); // as when the day behind the page goes on
        QVERIFY(!search->isEnabled());

        m_window->showWorkbench();
        QVERIFY(!m_window->lockPage().isVisible());
        QVERIFY(search->isEnabled());
    }

    void asksForThePasswordByKeyboard()
    {
        m_window->showLocked();
        QSignalSpy unlocking(&m_window->lockPage(), &LockPage::unlockRequested);
        auto *field = m_window->lockPage().findChild<QLineEdit *>();
        QTest::keyClicks(field, u"right horse"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(unlocking.count(), 1);
        QCOMPARE(unlocking.first().first().toString(), u"right horse"_s);
    }

    void knowsAPasswordAgainWithoutKeepingIt()
    {
        const PasswordMark mark(u"right horse"_s);
        QVERIFY(mark.matches(u"right horse"_s));
        QVERIFY(!mark.matches(u"wrong horse"_s));
        QVERIFY(!mark.matches({}));
        QVERIFY(!PasswordMark().matches({}));
    }

    void noticesThatNobodyIsThere()
    {
        QObject application;
        IdleWatch watch(application);
        QSignalSpy idled(&watch, &IdleWatch::idled);
        watch.setLimit(20ms);
        QTRY_COMPARE(idled.count(), 1);
        watch.setLimit(0ms);
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&application, &key);
        QCOMPARE(idled.count(), 1);
    }

    void locksWhenTheMenuSaysSo()
    {
        Signing signing(*m_settings, m_vault);
        QVERIFY(!m_actions->find(u"lock.15"_s)->isVisible()); // until somebody locks
        signing.showIn(*m_window);
        QVERIFY(m_actions->find(u"lock.15"_s)->isVisible());
        QVERIFY(m_actions->find(u"lock.15"_s)->isChecked());
        m_actions->find(u"lock.5"_s)->trigger();
        QCOMPARE(m_settings->value("lockAfter"_L1).toInt(), 5);
        QVERIFY(m_actions->find(u"lock.5"_s)->isChecked());
        QVERIFY(!m_actions->find(u"lock.15"_s)->isChecked());
        m_actions->find(u"lock.0"_s)->trigger();
        QCOMPARE(m_settings->value("lockAfter"_L1).toInt(), 0);

        Signing later(*m_settings, m_vault); // the next start
        ActionList actions;
        MainWindow window(actions, *m_appearance, [](const QString &, int) { return QList<SearchHit>(); });
        later.showIn(window);
        QVERIFY(actions.find(u"lock.0"_s)->isChecked());
    }

    void trustsNothingByEnterOrEscape_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Enter") << Qt::Key_Return;
        QTest::newRow("Escape") << Qt::Key_Escape;
    }
    void trustsNothingByEnterOrEscape()
    {
        QFETCH(const Qt::Key, key);
        auto *dialog = new TrustDialog({.server = u"a.example"_s,
                                        .subject = u"<b>a</b>"_s,
                                        .issuer = u"a"_s,
                                        .expiresAt = QDateTime::currentDateTimeUtc(),
                                        .fingerprint = u"AA:BB"_s,
                                        .problem = u"self-signed"_s},
                                       m_window.get());
        QSignalSpy trusted(dialog, &TrustDialog::trusted);
        QSignalSpy finished(dialog, &QDialog::finished);
        dialog->open();
        QTest::keyClick(dialog, key);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(trusted.count(), 0);
    }

private:
    MemoryVault m_vault;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ActionList> m_actions;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(SigningTest)

#include "tst_signing.moc"
