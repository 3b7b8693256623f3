// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "models/store/fleet.h"
#include "models/store/setbacks.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/conflicts/conflicttray.h"
#include "widgets/conflicts/ordercomparison.h"
#include "widgets/conflicts/ordertable.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

class StoppedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Test::at(14, 7); }
};

Setback phoneConflict()
{
    return {.id = CommandId(u"c1"_s),
            .kind = Setback::Kind::Conflict,
            .text = u"Changed the phone of <b>Ana</b>"_s,
            .at = Test::at(14, 2),
            .about = Subject::of(Test::stopId(3)),
            .code = u"field_changed"_s,
            .field = u"phone"_s,
            .fields = {{.name = u"phone"_s,
                        .of = Subject::of(Test::stopId(3)),
                        .was = u"099 1"_s,
                        .mine = u"099 2"_s,
                        .theirs = u"099 3"_s,
                        .isDisputed = true},
                       {.name = u"gate_code"_s,
                        .of = Subject::of(Test::stopId(3)),
                        .was = QString(),
                        .mine = u"4711"_s,
                        .theirs = QString()}},
            .canTryAgain = true};
}

Setback refusal()
{
    return {.id = CommandId(u"c2"_s),
            .kind = Setback::Kind::Rejected,
            .text = u"Moved 3 stops"_s,
            .at = Test::at(13, 58),
            .about = Subject::of(Test::routeId(2)),
            .code = u"stop_is_done"_s};
}

QList<StopId> ids(const QString &letters)
{
    QList<StopId> list;
    for (const auto letter : letters)
        list.append(StopId(QString(letter)));
    return list;
}

QString marks(const QList<ComparedStop> &stops)
{
    QString text;
    for (const auto &[stop, mark] : stops)
        text += stop.toString()
            + (mark == ComparedStop::Mark::Moved          ? u"~"_s
                   : mark == ComparedStop::Mark::OnlyHere ? u"+"_s
                                                          : QString());
    return text;
}

} // namespace

/// The conflict tray, by real clicks and keys.
class ConflictTrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnOurWarnings();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->apply(Test::someDay(4, 40));
        m_setbacks = std::make_unique<Setbacks>();
        m_model = std::make_unique<SetbackListModel>(*m_setbacks);
        m_host = std::make_unique<QWidget>();
        m_host->setPalette(Theme::light().palette());
        m_host->resize(1280, 720);
        m_tray = new ConflictTray(m_host.get(), *m_model, *m_fleet, m_clock);
        m_host->show();
        QVERIFY(QTest::qWaitForWindowActive(m_host.get()));
    }

    void cleanup() { m_host.reset(); }

    void showsMineBesideTheirs()
    {
        m_setbacks->put(phoneConflict());
        m_tray->openAt();
        QVERIFY(says(u"099 1"_s));
        QVERIFY(says(u"099 2"_s));
        QVERIFY(says(u"099 3"_s));
        QVERIFY(says(u"4711"_s));
        QVERIFY(says(u"Changed the phone of <b>Ana</b>"_s)); // plain, as it was written
        QVERIFY(says(u"≠ Phone"_s)); // told without colour
        QVERIFY(says(u"not changed"_s)); // the gate code merges by itself
        QVERIFY(!button(u"Try again"_s)->isVisible());
    }

    void saysThresholdsAsSupervisorsReadThem()
    {
        auto conflict = phoneConflict();
        conflict.fields = {{.name = u"silent_after_s"_s, .was = 300, .mine = 600, .theirs = 420, .isDisputed = true},
                           {.name = u"late_chance_percent"_s, .was = 70, .mine = 80, .theirs = QVariant()}};
        m_setbacks->put(conflict);
        m_tray->openAt();
        QVERIFY(says(u"≠ Driver silent after"_s));
        for (const auto *value : {u"5 min", u"10 min", u"7 min", u"70 %", u"80 %"})
            QVERIFY2(says(QString::fromUtf16(value)), qPrintable(QString::fromUtf16(value)));
    }

    void asksWhoWasFirstAndSaysIt()
    {
        QSignalSpy asked(m_tray, &ConflictTray::authorRequested);
        m_setbacks->put(phoneConflict());
        m_tray->openAt();
        QCOMPARE(asked.size(), 1);
        auto user = Test::someUser();
        user.fullName = u"Ana Pérez"_s;
        Batch batch;
        batch.users.written = {user};
        m_fleet->apply(batch);
        m_tray->setAuthor(CommandId(u"c1"_s), user.id, Test::at(14, 1));
        QVERIFY(m_tray->findChild<Notice *>()->text().contains(u"Ana Pérez"_s));
        QCOMPARE(asked.size(), 1);
    }

    void doesWhatAKeyOrAClickSays_data()
    {
        QTest::addColumn<bool>("isConflict");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("keep mine") << true << int(Qt::Key_M) << u"Keep mine"_s
                                   << QByteArray(SIGNAL(keepMineRequested(Doorstep::CommandId)));
        QTest::newRow("take theirs") << true << int(Qt::Key_T) << u"Take theirs"_s
                                     << QByteArray(SIGNAL(takeTheirsRequested(Doorstep::CommandId)));
        QTest::newRow("edit") << true << int(Qt::Key_E) << u"Edit…"_s
                              << QByteArray(SIGNAL(editRequested(Doorstep::CommandId)));
        QTest::newRow("clear") << false << int(Qt::Key_Delete) << u"Clear"_s
                               << QByteArray(SIGNAL(clearRequested(Doorstep::CommandId)));
    }

    void doesWhatAKeyOrAClickSays()
    {
        QFETCH(const bool, isConflict);
        QFETCH(const int, key);
        QFETCH(const QString, text);
        QFETCH(const QByteArray, signal);
        const auto setback = isConflict ? phoneConflict() : refusal();
        m_setbacks->put(setback);
        m_tray->openAt();
        QSignalSpy asked(m_tray, signal.constData());
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<CommandId>(), setback.id);
        QTest::mouseClick(button(text), Qt::LeftButton);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_model->rowCount(), 1); // nothing leaves before the desk says so
    }

    void triesAgainOnlyWhatCanBe()
    {
        m_setbacks->put(refusal());
        m_tray->openAt();
        QSignalSpy asked(m_tray, &ConflictTray::tryAgainRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R);
        QVERIFY(asked.isEmpty());
        auto possible = refusal();
        possible.canTryAgain = true;
        m_setbacks->put(possible);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R);
        QCOMPARE(asked.size(), 1);
    }

    void goesOnToTheNextWhenOneIsDealtWith()
    {
        m_setbacks->put(phoneConflict());
        m_setbacks->put(refusal());
        m_tray->openAt(refusal().id);
        QVERIFY(says(u"Moved 3 stops"_s));
        m_setbacks->remove(refusal().id);
        QVERIFY(says(u"099 2"_s));
        m_setbacks->remove(phoneConflict().id);
        QVERIFY(!button(u"Take theirs"_s)->isVisible());
        QVERIFY(says(u"Nothing is waiting for you"_s));
    }

    void putsBothOrdersSideBySide()
    {
        auto setback = phoneConflict();
        const auto stops = m_fleet->routes().find(Test::routeId(1))->stops;
        auto mine = stops;
        mine.move(0, 3);
        setback.fields = {{.name = u"stops"_s,
                           .of = Subject::of(Test::routeId(1)),
                           .was = QVariant::fromValue(stops),
                           .mine = QVariant::fromValue(mine),
                           .theirs = QVariant::fromValue(stops),
                           .isDisputed = true}};
        m_setbacks->put(setback);
        m_tray->openAt();
        const auto *table = m_tray->findChild<OrderTable *>();
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), static_cast<int>(stops.size()));
        QCOMPARE(table->differences(), 2); // one stop, where it was and where it went
        QVERIFY(table->model()->index(3, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"moved"_s));
        QVERIFY(!button(u"Edit…"_s)->isVisible());
    }

    void marksAsFewMovesAsCanBe_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("marked");
        QTest::newRow("the same") << u"abc"_s << u"abc"_s << u"abc|abc"_s;
        QTest::newRow("one moved to the end") << u"bcda"_s << u"abcd"_s << u"bcda~|a~bcd"_s;
        QTest::newRow("one only mine") << u"axb"_s << u"ab"_s << u"ax+b|ab"_s;
        QTest::newRow("one only theirs") << u"ab"_s << u"aby"_s << u"ab|aby+"_s;
        QTest::newRow("nothing in common") << u"ab"_s << u"cd"_s << u"a+b+|c+d+"_s;
        QTest::newRow("nothing of theirs") << u"ab"_s << QString() << u"a+b+|"_s;
    }

    void marksAsFewMovesAsCanBe()
    {
        QFETCH(const QString, mine);
        QFETCH(const QString, theirs);
        const auto compared = compareOrders(ids(mine), ids(theirs));
        QTEST(marks(compared.mine) + u'|' + marks(compared.theirs), "marked");
    }

    void keepsWhatIsUnmarkedInOneOrder()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            auto mine = ids(u"abcdefghijkl"_s);
            auto theirs = mine;
            std::shuffle(mine.begin(), mine.end(), random);
            mine.resize(random.bounded(13));
            std::shuffle(theirs.begin(), theirs.end(), random);
            const auto compared = compareOrders(mine, theirs);
            const auto same = [](QList<ComparedStop> stops) {
                stops.removeIf([](const ComparedStop &stop) { return stop.mark != ComparedStop::Mark::Same; });
                return stops;
            };
            QCOMPARE(same(compared.mine), same(compared.theirs));
        }
    }

    void drawsItself()
    {
        const auto folder = qEnvironmentVariable("DOORSTEP_SCREENS");
        if (folder.isEmpty())
            QSKIP("Set DOORSTEP_SCREENS to a folder to have the tray drawn");
        m_setbacks->put(phoneConflict());
        m_setbacks->put(refusal());
        m_tray->openAt();
        QVERIFY(m_host->grab().save(folder + u"/tray.png"_s));
    }

private:
    bool says(const QString &words) const
    {
        const auto labels = m_tray->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->text() == words && label->isVisible() && label->textFormat() == Qt::PlainText;
        });
    }
    QPushButton *button(const QString &text) const
    {
        const auto all = m_tray->findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, text, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }

    StoppedClock m_clock;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Setbacks> m_setbacks;
    std::unique_ptr<SetbackListModel> m_model;
    std::unique_ptr<QWidget> m_host;
    ConflictTray *m_tray = nullptr;
};

QTEST_MAIN(ConflictTrayTest)

#include "tst_conflicttray.moc"
