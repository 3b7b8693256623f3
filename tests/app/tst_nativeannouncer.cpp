// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/nativeannouncer.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// What a desktop shows notifications with, as its specification says: Desktop Notifications 1.2.
class NotificationServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        QString title;
        QString text;
        QStringList actions; ///< Identifier and words in turn.
        QVariantMap hints;
    };
    QList<Shown> shown;
    QList<uint> closed;
    uint last = 0; ///< What it called the one before; never again, as those of an earlier test close late.

public Q_SLOTS:
    QStringList GetCapabilities() { return {u"actions"_s, u"body"_s, u"body-markup"_s}; }
    QString GetServerInformation(QString &vendor, QString &version, QString &spec)
    {
        vendor = u"Doorstep"_s;
        version = u"1"_s;
        spec = u"1.2"_s;
        return u"test"_s;
    }
    uint Notify(const QString & /*program*/, uint /*replaces*/, const QString & /*icon*/, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int /*timeout*/)
    {
        shown.append({.title = title, .text = text, .actions = actions, .hints = hints});
        return ++last;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString &action);
};

/// On a session bus of its own, with a notification server that writes down what it is told.
class NativeAnnouncerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"server"_s);
        QVERIFY2(bus.isConnected(), "run it under dbus-run-session");
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_server,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }

    void init()
    {
        m_server.shown.clear();
        m_server.closed.clear();
    }

    void showsTheCaseWithOpenAndSnooze()
    {
        NativeAnnouncer announcer;
        const QSignalSpy opened(&announcer, &Announcer::opened);
        QSignalSpy snoozed(&announcer, &Announcer::snoozed);
        announcer.announce(late());
        QTRY_COMPARE(m_server.shown.size(), 1);
        const auto shown = m_server.shown.first();
        QCOMPARE(shown.title, u"Will miss window by 11 min"_s);
        QVERIFY(shown.text.contains(u"Rambla 2210 &lt;b&gt;"_s)); // what a shop wrote is no markup
        QCOMPARE(shown.hints.value(u"urgency"_s).toInt(), 1); // 2 would stay until it is dismissed
        QCOMPARE(shown.actions.indexOf(u"default"_s) % 2, 0);
        const auto act = [&shown](const QString &words) {
            return shown.actions.at(shown.actions.lastIndexOf(words) - 1);
        };
        Q_EMIT m_server.ActionInvoked(m_server.last, act(u"Snooze"_s));
        QTRY_COMPARE(snoozed.count(), 1);
        QCOMPARE(snoozed.first().first(), u"stop:s-1"_s);
        QCOMPARE(opened.count(), 0);
    }

    void opensByAClickUponIt()
    {
        NativeAnnouncer announcer;
        const QSignalSpy opened(&announcer, &Announcer::opened);
        announcer.announce(late());
        QTRY_COMPARE(m_server.shown.size(), 1);
        Q_EMIT m_server.ActionInvoked(m_server.last, u"default"_s);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first(), u"stop:s-1"_s);
    }

    void takesBackWhatSomebodyHasSeenTo()
    {
        NativeAnnouncer announcer;
        announcer.announce(late());
        QTRY_COMPARE(m_server.shown.size(), 1);
        hearAllAnswers(); // what it is called, without which nothing can be taken back
        announcer.withdraw(u"stop:another"_s);
        announcer.withdraw(u"stop:s-1"_s);
        QTRY_VERIFY(m_server.closed.contains(m_server.last));
    }

    void offersNoSnoozeForManyCases()
    {
        NativeAnnouncer announcer;
        auto many = late();
        many.key.clear();
        announcer.announce(many);
        QTRY_COMPARE(m_server.shown.size(), 1);
        QVERIFY(!m_server.shown.first().actions.contains(u"Snooze"_s));
    }

    void showsNothingThatIsOnlyHeard() const
    {
        NativeAnnouncer announcer;
        auto heard = late();
        heard.way = {.isShown = false, .isHeard = true};
        announcer.announce(heard);
        heard.way = {};
        announcer.announce(heard);
        announcer.announce(late()); // it would come after them
        QTRY_COMPARE(m_server.shown.size(), 1);
    }

private:
    /// A round trip after those that are under way, by the same connections: the bus keeps their order, and so does
    /// this thread, which is told of each by an event. That one has finished is known before it is told.
    static void hearAllAnswers()
    {
        const auto ping = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/"_s,
                                                         u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
        const QDBusPendingCallWatcher answer(QDBusConnection::sessionBus().asyncCall(ping));
        const QSignalSpy told(&answer, &QDBusPendingCallWatcher::finished);
        QTRY_COMPARE(told.count(), 1);
    }

    static Announcer::Announcement late()
    {
        return {.key = u"stop:s-1"_s,
                .title = u"Will miss window by 11 min"_s,
                .text = u"Rambla 2210 <b>\nAna Pérez"_s,
                .severity = Exception::Severity::High,
                .way = {.isShown = true, .isHeard = false}};
    }

    NotificationServer m_server;
};

QTEST_MAIN(NativeAnnouncerTest)
#include "tst_nativeannouncer.moc"
