// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/decisions.h"
#include "tests/support/backendprocess.h"
#include "tests/support/workingconsole.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

EditStop newPhone(const WorkingConsole &console, const StopId &stop, const QString &phone)
{
    EditStop edit{.stop = stop};
    edit.was.phone = console.fleet.stops().find(stop)->phone;
    edit.set.phone = phone;
    return edit;
}

QString phoneAt(const WorkingConsole &console, const StopId &stop)
{
    const auto *known = console.fleet.stops().find(stop);
    return known == nullptr ? QString() : known->phone;
}

} // namespace

/// Two people at their desks and the real doorstepd.
class TwoDesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_backend.start(), qPrintable(m_backend.problem()));
        m_stops = fillTown(m_backend.url(), 3, 30);
        QCOMPARE(m_stops.size(), 30);
        m_ana = join(m_anaDirectory);
        m_bea = join(m_beaDirectory);
        QTRY_VERIFY_WITH_TIMEOUT(isCalm() && m_bea->fleet.stops().size() == 30, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->fleet.routes().size(), 3, 20'000);
    }

    void cleanup() { QTRY_VERIFY_WITH_TIMEOUT(isCalm(), 20'000); }

    void whatOneDecidesTheOtherSees()
    {
        const auto stop = m_stops.at(0);
        const auto was = m_ana->fleet.stops().find(stop)->route;
        const RouteId to(u"route-1"_s);
        QVERIFY(was != to);
        QVERIFY(m_ana->desk.perform(u"Moved"_s, Decisions::assign(m_ana->desk.scene(), {stop}, to, 2)));
        QTRY_COMPARE(m_bea->fleet.routeOf(stop)->id, to);
        QCOMPARE(m_bea->fleet.placeOf(stop).position, 2);
        QTRY_VERIFY(!m_ana->overlay.isWaiting(Subject::of(stop)));
        m_ana->desk.undo();
        QTRY_COMPARE(m_bea->fleet.routeOf(stop)->id, was);
    }

    void aConflictIsShownToOneOfThem()
    {
        const auto stop = m_stops.at(1);
        QVERIFY(m_ana->desk.perform(u"Ana's"_s, {newPhone(*m_ana, stop, u"+1"_s)}));
        QVERIFY(m_bea->desk.perform(u"Bea's"_s, {newPhone(*m_bea, stop, u"+2"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->setbacks.all().size() + m_bea->setbacks.all().size(), 1, 10'000);
        auto &loser = m_ana->setbacks.all().isEmpty() ? *m_bea : *m_ana;
        auto &winner = &loser == m_ana.get() ? *m_bea : *m_ana;
        const auto setback = loser.setbacks.all().constFirst();
        QCOMPARE(setback.kind, Setback::Kind::Conflict);
        QCOMPARE(setback.code, u"field_changed"_s);
        QCOMPARE(setback.fields.size(), 1);
        const auto &field = setback.fields.constFirst();
        QCOMPARE(field.name, u"phone"_s);
        QVERIFY(field.isDisputed);
        QCOMPARE(field.theirs.toString(), phoneAt(winner, stop));
        QTRY_COMPARE(phoneAt(loser, stop), field.theirs.toString());
        QTRY_VERIFY(loser.setbacks.find(setback.id)->canTryAgain);
        QVERIFY(loser.desk.keepMine(setback.id));
        QTRY_COMPARE(phoneAt(winner, stop), field.mine.toString());
        QTRY_COMPARE(phoneAt(loser, stop), field.mine.toString());
        QTRY_VERIFY(loser.setbacks.all().isEmpty());
        QTRY_COMPARE(loser.uplink.attention(), 0);
    }

    void aSetbackSurvivesARestart()
    {
        const auto stop = m_stops.at(5);
        QVERIFY(m_ana->desk.perform(u"Ana's"_s, {newPhone(*m_ana, stop, u"+8"_s)}));
        QVERIFY(m_bea->desk.perform(u"Bea's"_s, {newPhone(*m_bea, stop, u"+9"_s)}));
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->setbacks.all().size() + m_bea->setbacks.all().size(), 1, 10'000);
        auto &loser = m_ana->setbacks.all().isEmpty() ? m_bea : m_ana;
        const auto &directory = &loser == &m_ana ? m_anaDirectory : m_beaDirectory;
        const auto before = loser->setbacks.all().constFirst();
        loser.reset();
        loser = join(directory);
        QTRY_COMPARE(loser->setbacks.all().size(), 1);
        const auto &after = loser->setbacks.all().constFirst();
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.text, before.text);
        QCOMPARE(after.fields, before.fields);
        loser->desk.takeTheirs(before.id);
        QTRY_COMPARE(loser->uplink.attention(), 0);
        loser.reset();
        loser = join(directory);
        QTRY_VERIFY_WITH_TIMEOUT(isCalm(), 20'000);
        QVERIFY(loser->setbacks.all().isEmpty());
    }

    void fieldsThatOnlyOneChangedMerge()
    {
        const auto stop = m_stops.at(2);
        EditStop gate{.stop = stop};
        gate.was.gateCode = QString();
        gate.set.gateCode = u"4711#"_s;
        QVERIFY(m_ana->desk.perform(u"Ana's"_s, {newPhone(*m_ana, stop, u"+3"_s)}));
        QVERIFY(m_bea->desk.perform(u"Bea's"_s, {gate}));
        for (auto *console : {m_ana.get(), m_bea.get()}) {
            QTRY_COMPARE(phoneAt(*console, stop), u"+3"_s);
            QTRY_COMPARE(console->fleet.stops().find(stop)->gateCode, u"4711#"_s);
            QVERIFY(console->setbacks.all().isEmpty());
        }
    }

    void nothingIsLostWhenTheBackendIsKilled()
    {
        const auto stop = m_stops.at(3);
        for (int i = 0; i < 6; ++i) {
            const auto phone = u"+5%1"_s.arg(i);
            QVERIFY(m_ana->desk.perform(u"Phone"_s, {newPhone(*m_ana, stop, phone)}));
            QTRY_COMPARE(phoneAt(*m_ana, stop), phone);
            if (i % 2 == 0)
                m_backend.kill();
            QVERIFY(m_ana->desk.perform(
                u"Note"_s,
                Decisions::addNote(DepotId(u"aguada"_s), Subject::of(stop), phone, QDateTime::currentDateTimeUtc())));
            if (i % 2 == 0)
                QVERIFY2(m_backend.start(), qPrintable(m_backend.problem()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(isCalm(), 30'000);
        for (auto *console : {m_ana.get(), m_bea.get()}) {
            QTRY_COMPARE(phoneAt(*console, stop), u"+55"_s);
            QTRY_COMPARE(console->fleet.notes().size(), 6); // each once
            QVERIFY(console->setbacks.all().isEmpty());
        }
    }

    void showsWhoDidWhat()
    {
        const auto stop = m_stops.at(6);
        QVERIFY(m_ana->desk.perform(u"Held"_s, Decisions::hold(stop, true)));
        QTRY_VERIFY(isCalm());
        m_bea->history.show(feedOf(DepotId(u"aguada"_s)), Subject::of(stop));
        QTRY_VERIFY(!m_bea->history.isAsking());
        QVERIFY(!m_bea->history.problem());
        QVERIFY(!m_bea->history.entries().isEmpty());
        const auto &entry = m_bea->history.entries().constFirst();
        QCOMPARE(entry.action, u"hold_stop"_s);
        QCOMPARE(entry.actor, m_ana->desk.person()->id);
        QVERIFY(entry.about.contains(Subject::of(stop)));
    }

    void eachSeesWhatTheOtherEdits()
    {
        const auto subject = Subject::of(m_stops.at(4));
        m_ana->connection.setHere({subject}, {subject});
        QTRY_COMPARE_WITH_TIMEOUT(m_bea->presence.editing(subject).size(), 1, 10'000);
        m_ana->connection.setHere({}, {});
        QTRY_VERIFY_WITH_TIMEOUT(m_bea->presence.lookingAt(subject).isEmpty(), 10'000);
    }

private:
    std::unique_ptr<WorkingConsole> join(const QTemporaryDir &directory)
    {
        auto console = std::make_unique<WorkingConsole>(m_backend.url(), directory.path());
        console->signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password));
        return console;
    }
    [[nodiscard]] bool isCalm() const { return m_ana->isReady() && m_bea->isReady(); }

    BackendProcess m_backend{QStringLiteral(DOORSTEP_PROGRAMS)};
    QTemporaryDir m_anaDirectory;
    QTemporaryDir m_beaDirectory;
    std::unique_ptr<WorkingConsole> m_ana;
    std::unique_ptr<WorkingConsole> m_bea;
    QList<StopId> m_stops;
};

QTEST_GUILESS_MAIN(TwoDesksTest)
#include "tst_twodesks.moc"
