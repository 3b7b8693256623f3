// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsEverything()
    {
        const auto options =
            parseOptions({u"doorstep"_s, u"--demo"_s, u"--speed"_s, u"20"_s, u"--screenshots"_s, u"/tmp/x"_s,
                          u"--after"_s, u"5"_s, u"--arrangement"_s, u"support"_s, u"--theme"_s, u"dark"_s, u"--size"_s,
                          u"1280x720"_s, u"--language"_s, u"es"_s, u"doorstep://stop/s-1"_s});
        QVERIFY(options);
        QVERIFY(options->isDemo);
        QCOMPARE(options->speed, 20.0);
        QCOMPARE(options->screenshots, u"/tmp/x"_s);
        QCOMPARE(options->after, std::chrono::seconds(5));
        QCOMPARE(options->arrangement, Arrangement::Support);
        QCOMPARE(options->scheme, Appearance::Scheme::Dark);
        QCOMPARE(options->size, QSize(1280, 720));
        QCOMPARE(options->language, u"es"_s);
        QCOMPARE(options->link, (Link{u"stop"_s, u"s-1"_s}));
    }

    void refusesWhatItCannotDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--no-such"_s};
        QTest::newRow("speed without a number") << QStringList{u"--speed"_s, u"fast"_s};
        QTest::newRow("speed of zero") << QStringList{u"--speed"_s, u"0"_s};
        QTest::newRow("speed that is not a number") << QStringList{u"--speed"_s, u"nan"_s};
        QTest::newRow("negative wait") << QStringList{u"--after"_s, u"-1"_s};
        QTest::newRow("unknown arrangement") << QStringList{u"--arrangement"_s, u"chaos"_s};
        QTest::newRow("unknown theme") << QStringList{u"--theme"_s, u"pink"_s};
        QTest::newRow("size of one number") << QStringList{u"--size"_s, u"1600"_s};
        QTest::newRow("huge size") << QStringList{u"--size"_s, u"999999x10"_s};
        QTest::newRow("unknown language") << QStringList{u"--language"_s, u"xx"_s};
        QTest::newRow("server that is a file") << QStringList{u"--server"_s, u"file:///etc/passwd"_s};
        QTest::newRow("server without a host") << QStringList{u"--server"_s, u"http://"_s};
        QTest::newRow("demo of another server") << QStringList{u"--demo"_s, u"--server"_s, u"http://127.0.0.1"_s};
        QTest::newRow("another scheme") << QStringList{u"https://stop/x"_s};
        QTest::newRow("two links") << QStringList{u"doorstep://stop/a"_s, u"doorstep://stop/b"_s};
    }

    void refusesWhatItCannotDo()
    {
        QFETCH(const QStringList, arguments);
        const auto options = parseOptions(QStringList{u"doorstep"_s} + arguments);
        QVERIFY(!options);
        QVERIFY(!options.error().detail.isEmpty());
    }

    void knowsALink_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("stop") << u"doorstep://stop/018f-a_B"_s << true;
        QTest::newRow("driver") << u"doorstep://driver/d1"_s << true;
        QTest::newRow("trailing slash") << u"doorstep://driver/d1/"_s << true;
        QTest::newRow("a verb") << u"doorstep://delete/d1"_s << false;
        QTest::newRow("no id") << u"doorstep://stop/"_s << false;
        QTest::newRow("path out") << u"doorstep://stop/../x"_s << false;
        QTest::newRow("query") << u"doorstep://stop/a?b=c"_s << false;
        QTest::newRow("long id") << u"doorstep://stop/"_s + QString(65, u'a') << false;
        QTest::newRow("line break") << u"doorstep://stop/a\nb"_s << false;
        QTest::newRow("empty") << u""_s << false;
    }

    void knowsALink()
    {
        QFETCH(const QString, text);
        QTEST(linkOf(text).has_value(), "isLink");
    }
};

QTEST_MAIN(OptionsTest)
#include "tst_options.moc"
