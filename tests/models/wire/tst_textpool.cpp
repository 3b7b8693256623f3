// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/jsonview.h"
#include "models/wire/rawjson.h"
#include "models/wire/stopwire.h"
#include "models/wire/textpool.h"
#include "tests/support/samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

class TextPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keepsOneCopyOfAText_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        QTest::newRow("ASCII") << QByteArray("stop-1");
        QTest::newRow("accents") << QByteArray("José Ellauri");
        QTest::newRow("beyond 16 bits") << QByteArray("\xf0\x9f\x9a\x9a van");
        QTest::newRow("a zero") << QByteArray("a\0b", 3);
        QTest::newRow("the longest") << QByteArray(Wire::TextPool::longest, 'x');
    }

    void keepsOneCopyOfAText()
    {
        QFETCH(const QByteArray, utf8);
        Wire::TextPool pool;
        const auto first = pool.text(utf8);
        QCOMPARE(first, QString::fromUtf8(utf8));
        const auto second = pool.text(QByteArray(utf8.constData(), utf8.size()));
        QVERIFY(first.constData() == second.constData());
        QCOMPARE(pool.size(), 1);
        // Who changes a copy changes only that.
        auto changed = second;
        changed += u'!';
        QCOMPARE(pool.text(utf8), QString::fromUtf8(utf8));
    }

    void doesNotKeepWhatIsLong()
    {
        Wire::TextPool pool;
        const QByteArray text(Wire::TextPool::longest + 1, 'x');
        QCOMPARE(pool.text(text), QString::fromUtf8(text));
        QCOMPARE(pool.text(QByteArray("")), QString());
        QCOMPARE(pool.size(), 0);
    }

    void letsGoOfWhatNobodyHas()
    {
        Wire::TextPool pool;
        QList<QString> kept;
        for (int i = 0; i < 200'000; ++i) { // many times what it holds before it sweeps
            const auto text = pool.text(QByteArray::number(i));
            if (i % 1'000 == 0)
                kept.append(text);
        }
        QVERIFY(pool.size() < 20'000);
        for (int i = 0; i < kept.size(); ++i)
            QVERIFY(pool.text(QByteArray::number(i * 1'000)).constData() == kept.at(i).constData());
        pool.sweep(2);
        QCOMPARE(pool.size(), 0); // each was said once
        const auto shared = pool.text("shared");
        const auto alsoShared = pool.text("shared");
        pool.sweep(2);
        QCOMPARE(pool.size(), 1);
    }

    void agreesWithASetWhateverIsAsked()
    {
        QRandomGenerator random(11);
        Wire::TextPool pool;
        QHash<QByteArray, QString> held;
        for (int round = 0; round < 100'000; ++round) {
            const auto utf8 = "t" + QByteArray::number(random.bounded(9'000));
            if (random.bounded(3) == 0)
                held.remove(utf8);
            else
                held.insert(utf8, pool.text(utf8));
            if (random.bounded(20'000) == 0)
                pool.sweep(1);
        }
        for (const auto &[utf8, text] : held.asKeyValueRange()) {
            QCOMPARE(text, QString::fromLatin1(utf8));
            QVERIFY(pool.text(utf8).constData() == text.constData());
        }
    }

    void changesNothingThatIsRead()
    {
        Wire::TextPool pool;
        for (int i = 0; i < 3; ++i) {
            auto stop = someStop();
            stop.note = u"said \"%1\"\n"_s.arg(i % 2); // escaped
            stop.customer = u"José %1"_s.arg(i);
            const auto body = Wire::compact(Wire::toJson(stop));
            const auto json = Wire::JsonView::parse(body, &pool);
            QVERIFY(json);
            QCOMPARE(Wire::readStop(*json).value_or(Stop()), stop);
        }
    }
};

QTEST_APPLESS_MAIN(TextPoolTest)
#include "tst_textpool.moc"
