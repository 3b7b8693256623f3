// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/warnings.h"
#include "widgets/shell/toasts.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// Where messages lie and what of them can be read.
class ToastsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnOurWarnings(); }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("offer");
        const auto address = u"Placed Isal de Gorriti 9237, La Comercial, where the driver will find it"_s;
        QTest::newRow("short, wide") << 1200 << u"Sent"_s << u"Undo"_s;
        QTest::newRow("long, wide") << 1200 << address << u"Undo"_s;
        QTest::newRow("long, narrow") << 340 << address << u"Undo"_s;
        QTest::newRow("long, narrow, nothing offered") << 340 << address << QString();
        QTest::newRow("very long, very narrow") << 300 << address.repeated(3) << u"Undo"_s;
    }
    void nothingIsCut()
    {
        QFETCH(const int, width);
        QFETCH(const QString, text);
        QFETCH(const QString, offer);
        QWidget host;
        host.resize(width, 700);
        host.show();
        Toasts toasts(&host);
        toasts.tell(Toast::Tone::Done, text, offer);
        toasts.tell(Toast::Tone::Done, text, offer); // "(2 times)" is more to say
        auto *toast = host.findChild<Toast *>();
        QVERIFY(toast);
        QVERIFY(host.rect().contains(toast->geometry()));
        auto *label = toast->findChild<QLabel *>();
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        for (const auto *button : toast->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QVERIFY(!button->geometry().intersects(label->geometry()));
            QVERIFY(!button->isVisible() || toast->rect().contains(button->geometry()));
        }
    }

    void oneLineStaysOne()
    {
        QWidget host;
        host.resize(900, 700);
        host.show();
        Toasts toasts(&host);
        toasts.tell(Toast::Tone::Done, u"Asked the phone of Federico Castro for its position"_s, u"Undo"_s);
        const auto *label = host.findChild<Toast *>()->findChild<QLabel *>();
        QVERIFY(label->height() < 2 * label->fontMetrics().height());
    }
};

QTEST_MAIN(ToastsTest)
#include "tst_toasts.moc"
