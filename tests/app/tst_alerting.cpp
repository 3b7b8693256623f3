// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/alerting.h"
#include "models/desk/desk.h"
#include "tests/app/workeddesk.h"
#include "widgets/attention/alertsheet.h"
#include "widgets/attention/attentionpane.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimeEdit>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

/// Writes down what it would say.
class Diary : public Announcer
{
public:
    void announce(const Announcement &announcement) override { said.append(announcement); }
    void withdraw(const QString &key) override { withdrawn.append(key); }
    void withdrawAll() override { wasEmptied = true; }

    QList<Announcement> said;
    QStringList withdrawn;
    bool wasEmptied = false;
};

} // namespace

/// New cases are told to a person the way they want to hear of them.
class AlertingTest : public Test::WorkedDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        WorkedDesk::init();
        m_diary = std::make_unique<Diary>();
        m_place->setAnnouncer(*m_diary);
        m_place->alerting().setWallClock([this] { return m_wallClock; });
        m_place->alerting().setWhereabouts([this] { return m_whereabouts; });
        m_whereabouts = Alerting::Whereabouts::Elsewhere;
        m_wallClock = QTime(14, 7);
        m_place->alerting().begin();
    }

    void cleanup()
    {
        WorkedDesk::cleanup();
        m_diary.reset();
    }

    void whatIsThereIsNoNews()
    {
        QVERIFY(queue()->model()->rowCount() > 0);
        const auto stop = failedStop(at14To(60));
        QTRY_COMPARE(m_diary->said.size(), 1);
        QCOMPARE(m_diary->said.first().key, u"stop:"_s + stop.toString());
        QVERIFY(!m_diary->said.first().title.isEmpty());
        QVERIFY(m_diary->said.first().text.contains(shown(stop).address.line()));
        QVERIFY(m_diary->said.first().way.isShown);
    }

    void nothingIsToldBeforeThePersonSeesTheDay()
    {
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_place->setAnnouncer(*m_diary);
        m_place->alerting().setWhereabouts([] { return Alerting::Whereabouts::Elsewhere; });
        QVERIFY(failedStop(at14To(60)).isValid());
        m_place->alerting().begin();
        const auto later = failedStop(at14To(60));
        QTRY_COMPARE(m_diary->said.size(), 1);
        QCOMPARE(m_diary->said.first().key, u"stop:"_s + later.toString());
    }

    void manyAtOnceAreOneAnnouncement()
    {
        const auto failed = failAll(6);
        QTRY_COMPARE(m_diary->said.size(), 1);
        QVERIFY(m_diary->said.first().key.isEmpty());
        QVERIFY(m_diary->said.first().title.contains(QString::number(failed)));
    }

    void oneThatGoesAndComesBackIsToldOnce()
    {
        const auto stop = failedStop(at14To(60));
        QTRY_COMPARE(m_diary->said.size(), 1);
        const auto failed = shown(stop);
        auto repaired = failed;
        repaired.status = Stop::Status::Planned;
        put(repaired);
        QTRY_COMPARE(m_diary->withdrawn, QStringList{u"stop:"_s + stop.toString()});
        put(failed);
        const auto later = failedStop(at14To(60)); // would be told with it
        QTRY_COMPARE(m_diary->said.size(), 2);
        QCOMPARE(m_diary->said.last().key, u"stop:"_s + later.toString());
        auto another = failed; // the next attempt is news again
        another.attempts = 2;
        put(repaired);
        put(another);
        QTRY_COMPARE(m_diary->said.size(), 3);
    }

    void quietHoursKeepAllButUrgentCasesToTheQueue()
    {
        m_place->alerting().setRules({.hasQuietHours = true, .quietFrom = QTime(14, 0), .quietTo = QTime(15, 0)});
        QVERIFY(failedStop(at14To(60)).isValid());
        QSignalSpy told(&m_place->alerting(), &Alerting::considered);
        QVERIFY(told.wait());
        QVERIFY(m_diary->said.isEmpty());
        m_wallClock = QTime(15, 0);
        QVERIFY(failedStop(at14To(60)).isValid());
        QTRY_COMPARE(m_diary->said.size(), 1);
    }

    void whoHasTheConsoleInFrontOfThemOnlyHears()
    {
        m_whereabouts = Alerting::Whereabouts::Here;
        AlertRules rules;
        rules.ways.fill({.isShown = true, .isHeard = true});
        m_place->alerting().setRules(rules);
        QVERIFY(failedStop(at14To(60)).isValid());
        QTRY_COMPARE(m_diary->said.size(), 1);
        QVERIFY(!m_diary->said.first().way.isShown);
        QVERIFY(m_diary->said.first().way.isHeard);
    }

    void aLockedConsoleSaysNothingOfTheCustomer()
    {
        auto &window = m_place->window();
        window.showLocked();
        QVERIFY(m_diary->wasEmptied);
        m_whereabouts = Alerting::Whereabouts::Away;
        const auto stop = failedStop(at14To(60));
        QTRY_COMPARE(m_diary->said.size(), 1);
        const auto said = m_diary->said.first();
        QVERIFY(said.key.isEmpty()); // nothing to snooze
        QVERIFY(!said.text.contains(shown(stop).address.line()));
        QVERIFY(!said.title.contains(shown(stop).address.line()));

        const auto before = m_store->selection.stop();
        Q_EMIT m_diary->snoozed(u"stop:"_s + stop.toString());
        Q_EMIT m_diary->opened(u"stop:"_s + stop.toString());
        QCOMPARE(m_store->selection.stop(), before);
        window.showWorkbench();
        QVERIFY(rowOf(*queue(), AttentionListModel::KeyRole, u"stop:"_s + stop.toString()).isValid());
    }

    void openShowsTheCaseInFrontOfEverything()
    {
        const auto stop = failedStop(at14To(60));
        QTRY_COMPARE(m_diary->said.size(), 1);
        m_place->window().showMinimized();
        Q_EMIT m_diary->opened(m_diary->said.first().key);
        QVERIFY(!m_place->window().isMinimized());
        QCOMPARE(m_store->selection.stop(), stop);
    }

    void snoozePutsItOffAndItIsToldAgain()
    {
        const auto stop = failedStop(at14To(60));
        QTRY_COMPARE(m_diary->said.size(), 1);
        const auto key = m_diary->said.first().key;
        Q_EMIT m_diary->snoozed(key);
        const auto inQueue = [&] { return rowOf(*queue(), AttentionListModel::KeyRole, key).isValid(); };
        QTRY_VERIFY(!inQueue());
        m_store->clock.set(at14To(11), 0);
        QTRY_VERIFY(inQueue());
        QTRY_COMPARE(m_diary->said.size(), 2);
        QCOMPARE(m_diary->said.last().key, key);
        Q_EMIT m_diary->snoozed(u"stop:unknown"_s); // long gone
        QVERIFY(m_store->selection.stop() != stop);
    }

    void whatWasLookedAtIsNotNewAnyMoreAlsoTheNextDay()
    {
        const auto stop = failedStop(at14To(60));
        const auto key = u"stop:"_s + stop.toString();
        const auto isNew = [&] {
            return rowOf(*queue(), AttentionListModel::KeyRole, key).data(AttentionListModel::IsNewRole).toBool();
        };
        QTRY_VERIFY(isNew());
        m_store->selection.selectStop(stop);
        QVERIFY(!isNew());

        const QTemporaryDir directory;
        QSettings settings(directory.filePath(u"console.ini"_s), QSettings::IniFormat);
        m_place->save(settings);
        m_store->selection.clear();
        m_store->seen.reset({});
        QVERIFY(isNew());
        m_place->restore(settings);
        QVERIFY(!isNew());
    }

    void rulesAreChosenByKeysAndKept()
    {
        action(u"case.alerts"_s)->trigger();
        auto *sheet = m_place->window().findChild<AlertSheet *>();
        QVERIFY(sheet->isVisible());
        auto *sound = named<QCheckBox>(*sheet, u"Medium: sound"_s);
        auto *from = named<QTimeEdit>(*sheet, u"Quiet from"_s);
        QVERIFY(sound != nullptr && from != nullptr);
        QVERIFY(!from->isEnabled());
        sound->setFocus();
        QTest::keyClick(sound, Qt::Key_Space);
        auto *quiet = sheet->findChildren<QCheckBox *>().at(6);
        quiet->setFocus();
        QTest::keyClick(quiet, Qt::Key_Space);
        QVERIFY(from->isEnabled());
        from->setTime(QTime(21, 30));
        QTest::keyClick(quiet, Qt::Key_Return);
        QVERIFY(!sheet->isVisible());
        const auto rules = m_place->alerting().rules();
        QVERIFY(rules.ways.at(1).isHeard);
        QVERIFY(rules.hasQuietHours);
        QCOMPARE(rules.quietFrom, QTime(21, 30));

        const QTemporaryDir directory;
        QSettings settings(directory.filePath(u"console.ini"_s), QSettings::IniFormat);
        m_place->alerting().save(settings);
        m_place->alerting().setRules({});
        m_place->alerting().restore(settings);
        QCOMPARE(m_place->alerting().rules(), rules);
        settings.setValue("alerts/quiet_from"_L1, u"half past nonsense"_s);
        m_place->alerting().restore(settings);
        QCOMPARE(m_place->alerting().rules().quietFrom, AlertRules().quietFrom);
    }

private:
    [[nodiscard]] QListView *queue() { return m_place->window().findChild<AttentionPane *>()->list(); }

    template <typename Widget>
    [[nodiscard]] static Widget *named(const QWidget &parent, const QString &name)
    {
        for (auto *child : parent.findChildren<Widget *>()) {
            if (child->accessibleName() == name)
                return child;
        }
        return nullptr;
    }

    void put(const Stop &stop)
    {
        Batch batch;
        batch.stops.written = {stop};
        m_store->overlay.apply(batch);
    }

    int failAll(int most)
    {
        Batch batch;
        for (const auto &stop : m_store->fleet.stops()) {
            if (stop.status != Stop::Status::Planned || !stop.where.isValid() || batch.stops.written.size() == most)
                continue;
            auto failed = stop;
            failed.status = Stop::Status::Failed;
            failed.failure = Stop::Failure::NobodyHome;
            failed.attempts = 1;
            failed.completedAt = Test::at(14, 5);
            batch.stops.written.append(failed);
        }
        m_store->overlay.apply(batch);
        return static_cast<int>(batch.stops.written.size());
    }

    std::unique_ptr<Diary> m_diary;
    QTime m_wallClock;
    Alerting::Whereabouts m_whereabouts = Alerting::Whereabouts::Elsewhere;
};

QTEST_MAIN(AlertingTest)
#include "tst_alerting.moc"
