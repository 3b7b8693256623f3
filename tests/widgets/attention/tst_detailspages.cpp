// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "models/domain/depot.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/lists/notelistmodel.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/history.h"
#include "models/store/presence.h"
#include "models/store/selection.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/historypage.h"
#include "widgets/attention/historywords.h"
#include "widgets/attention/notespage.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/peoplemarks.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

class StoppedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Test::at(14, 7); }
};

Note noteOf(const QString &id, const Subject &about, const UserId &author, const QString &text)
{
    return {.id = NoteId(id), .about = about, .text = text, .author = author, .at = Test::at(13)};
}

} // namespace

/// Notes, history and presence beside the facts, and the cases of what needs attention.
class DetailsPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnOurWarnings();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->apply(Test::someDay(4, 40));
        m_selection = std::make_unique<Selection>(*m_fleet);
        m_notes = std::make_unique<NoteListModel>(*m_fleet);
        m_history = std::make_unique<History>();
        m_presence = std::make_unique<Presence>();
        m_pane = std::make_unique<DetailsPane>(*m_fleet, *m_selection, m_clock, *m_notes,
                                               new HistoryPage(*m_history, readable, *m_fleet, m_clock));
        m_pane->setPresence(*m_presence);
        m_pane->resize(340, 600);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_selection->selectStop(Test::stopId(3));
    }

    void writesANote()
    {
        QSignalSpy asked(&m_pane->notes(), &NotesPage::noteRequested);
        m_pane->showPage(DetailsPane::Page::Notes);
        m_pane->notes().write();
        auto *field = m_pane->findChild<QPlainTextEdit *>();
        QTest::keyClicks(field, u"Bell is broken"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).value<Subject>(), Subject::of(Test::stopId(3)));
        QCOMPARE(asked.first().at(1).toString(), u"Bell is broken"_s);
        QVERIFY(field->toPlainText().isEmpty());
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1); // nothing is no note
    }

    void refusesANoteThatIsTooLong()
    {
        const QSignalSpy asked(&m_pane->notes(), &NotesPage::noteRequested);
        m_pane->showPage(DetailsPane::Page::Notes);
        auto *field = m_pane->findChild<QPlainTextEdit *>();
        field->setPlainText(QString(2'001, u'x'));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(asked.isEmpty());
    }

    void keepsADraftWithWhatItIsAbout()
    {
        auto *field = m_pane->findChild<QPlainTextEdit *>();
        field->setPlainText(u"half a"_s);
        m_selection->selectStop(Test::stopId(4));
        QVERIFY(field->toPlainText().isEmpty());
        m_selection->selectStop(Test::stopId(3));
        QCOMPARE(field->toPlainText(), u"half a"_s);
    }

    void removesOnlyOnesOwnNotes()
    {
        QSignalSpy asked(&m_pane->notes(), &NotesPage::removeRequested);
        const auto about = Subject::of(Test::stopId(3));
        m_pane->notes().setPerson(UserId(u"me"_s));
        m_pane->showPage(DetailsPane::Page::Notes);
        Batch batch;
        batch.notes.written = {noteOf(u"n1"_s, about, UserId(u"me"_s), u"<b>mine</b>"_s),
                               noteOf(u"n2"_s, about, UserId(u"other"_s), u"theirs"_s),
                               noteOf(u"n3"_s, Subject::of(Test::stopId(4)), UserId(u"me"_s), u"elsewhere"_s)};
        m_fleet->apply(batch);
        QVERIFY(says(u"<b>mine</b>"_s));
        QVERIFY(says(u"theirs"_s));
        QVERIFY(!says(u"elsewhere"_s));
        const auto buttons = m_pane->notes().findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 1);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<NoteId>(), NoteId(u"n1"_s));
    }

    void asksForTheHistoryWhenItIsSeen()
    {
        QSignalSpy asked(m_history.get(), &History::wanted);
        m_selection->selectStop(Test::stopId(4));
        QVERIFY(asked.isEmpty());
        m_pane->showPage(DetailsPane::Page::History);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(0).value<FeedId>(), feedOf(m_fleet->stops().find(Test::stopId(4))->depot));
        QCOMPARE(asked.last().at(1).value<Subject>(), Subject::of(Test::stopId(4)));
        m_selection->selectRoute(Test::routeId(1));
        QCOMPARE(asked.last().at(1).value<Subject>(), Subject::of(Test::routeId(1)));
        m_selection->selectDriver(Test::driverId(1));
        QVERIFY(says(u"Asking the server…"_s));
    }

    void showsPagesOfHistory()
    {
        m_pane->showPage(DetailsPane::Page::History);
        QSignalSpy asked(m_history.get(), &History::wanted);
        const auto about = m_history->about();
        m_history->take(about, 0, {cancelled(9), cancelled(8)}, true);
        QVERIFY(says(u"Called the delivery off: “Moved <b>away</b>”"_s));
        auto *more = named(u"Show earlier decisions"_s);
        QTRY_VERIFY(more->isVisible());
        QTest::mouseClick(more, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(2).toLongLong(), 8);
        m_history->take(about, 8, {cancelled(7)}, false);
        QVERIFY(!more->isVisible());
        m_history->show(feedOf(DepotId(u"d"_s)), about);
        QVERIFY(!says(u"Called the delivery off: “Moved <b>away</b>”"_s));
    }

    void saysWhyThereIsNoHistory()
    {
        m_pane->showPage(DetailsPane::Page::History);
        const QSignalSpy asked(m_history.get(), &History::wanted);
        m_history->fail(m_history->about(), {.kind = Error::Kind::Offline});
        auto *notice = m_pane->history().findChild<Notice *>();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().startsWith(u"Offline."_s));
        QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!notice->isVisible());
    }

    void letsASupervisorAskForAPerson()
    {
        Batch batch;
        batch.users.written = {Test::someUser()};
        m_fleet->apply(batch);
        m_pane->history().setMayFilter(true);
        m_pane->showPage(DetailsPane::Page::History);
        QSignalSpy asked(m_history.get(), &History::wanted);
        auto *people = m_pane->history().findChild<QComboBox *>();
        QVERIFY(people->isVisible());
        people->setFocus();
        QTest::keyClick(people, Qt::Key_End);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(1).value<Subject>(),
                 (Subject{.kind = Subject::Kind::User, .id = Test::someUser().id.toString()}));
    }

    void tellsWhatChanged_data()
    {
        QTest::addColumn<PastDecision>("decision");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a field") << PastDecision{.action = u"edit_stop"_s,
                                                 .changes = {{.name = u"phone"_s, .was = u"1"_s, .now = u"2"_s}}}
                                 << u"Phone: 1 → 2"_s;
        QTest::newRow("emptied") << PastDecision{.action = u"edit_stop"_s,
                                                 .changes = {{.name = u"phone"_s, .was = u"1"_s, .now = QString()}}}
                                 << u"Phone: 1 → nothing"_s;
        QTest::newRow("a newer backend's")
            << PastDecision{.action = u"teleport"_s} << u"Did something this console has no words for (teleport)"_s;
        QTest::newRow("duty") << PastDecision{.action = u"set_duty"_s,
                                              .changes = {{.name = u"duty"_s,
                                                           .now = QVariant::fromValue(Driver::Duty::OnBreak)}}}
                              << u"Noted that the driver is on a break"_s;
        QTest::newRow("failed") << PastDecision{.action = u"record_visit"_s,
                                                .changes = {{.name = u"failure"_s,
                                                             .now = QVariant::fromValue(Stop::Failure::Refused)}}}
                                << u"Recorded a failed visit, refused"_s;
        QTest::newRow("window, in the depot's time")
            << PastDecision{.action = u"reschedule_stop"_s,
                            .changes = {{.name = u"window"_s,
                                         .was = QVariant::fromValue(TimeWindow()),
                                         .now = QVariant::fromValue(TimeWindow(Test::at(14), Test::at(16)))}}}
            << u"Window: any time → Thu 11:00–13:00"_s;
    }

    void tellsWhatChanged()
    {
        QFETCH(const PastDecision, decision);
        QTEST(HistoryWords::sentence(decision, ValueWords(*m_fleet, DepotTime(u"America/Montevideo"_s))), "sentence");
    }

    void showsWhoElseIsThere()
    {
        auto *marks = m_pane->findChild<PeopleMarks *>();
        QVERIFY(!marks->isVisible());
        const auto about = Subject::of(Test::stopId(3));
        m_presence->set({{.user = UserId(u"a"_s), .name = u"Ana <i>P</i>"_s, .looking = {about}, .editing = {about}},
                         {.user = UserId(u"b"_s), .name = u"Leo"_s, .looking = {about}, .editing = {}}});
        QVERIFY(marks->isVisible());
        QCOMPARE(marks->accessibleName(), u"Ana <i>P</i> is editing this, Leo is looking at this"_s);
        QVERIFY(marks->toolTip().contains(u"&lt;i&gt;"_s)); // plain to whoever reads it
        m_selection->selectStop(Test::stopId(4));
        QVERIFY(!marks->isVisible());
    }

    void putsCasesAsideAndBringsThemBack()
    {
        const Concerns concerns(*m_fleet);
        AttentionListModel all(*m_fleet, concerns);
        AttentionFilterModel open(all);
        open.setNow(Test::at(14, 7));
        using Filter = AttentionFilterModel::Filter;
        const int before = open.count(Filter::Open);
        QVERIFY(before >= 3);
        const auto change = [&](int row, auto what) {
            const auto cause = causeOf(all.at(row), *m_fleet);
            Exception exception{.id = cause.id, .kind = cause.occasion.kind, .about = cause.occasion.about};
            what(exception);
            Batch batch;
            batch.exceptions.written = {exception};
            m_fleet->apply(batch);
        };
        change(0, [](Exception &exception) { exception.snoozedUntil = Test::at(14, 30); });
        change(1, [](Exception &exception) { exception.status = Exception::Status::Closed; });
        change(2, [](Exception &exception) { exception.owner = UserId(u"me"_s); });
        open.setPerson(UserId(u"me"_s));
        QCOMPARE(open.count(Filter::Open), before - 2);
        QCOMPARE(open.rowCount(), before - 2);
        QCOMPARE(open.count(Filter::Snoozed), 1);
        QCOMPARE(open.count(Filter::Mine), 1);
        open.setView({.filter = Filter::Closed});
        QCOMPARE(open.rowCount(), 1);
        open.setView({});
        open.setNow(Test::at(14, 29));
        QCOMPARE(open.rowCount(), before - 2);
        open.setNow(Test::at(14, 30));
        QCOMPARE(open.rowCount(), before - 1); // its time has come
    }

    void aClosedCaseStaysSoUntilItsCauseComesAgain()
    {
        auto stop = *m_fleet->stops().find(Test::stopId(3));
        stop.status = Stop::Status::Failed;
        stop.completedAt = Test::at(13);
        stop.attempts = 1;
        const auto causeNow = [&] {
            Batch batch;
            batch.stops.written = {stop};
            m_fleet->apply(batch);
            const Concerns concerns(*m_fleet);
            return causeOf(concerns.all().value(Subject::of(stop.id)), *m_fleet).id;
        };
        const auto first = causeNow();
        stop.note = u"another word"_s;
        QCOMPARE(causeNow(), first);
        stop.attempts = 2;
        QVERIFY(causeNow() != first);
        QVERIFY(causeNow().isValid());
    }

private:
    static AuditEntry cancelled(qint64 number)
    {
        return {.number = number,
                .at = Test::at(13, 30),
                .actor = UserId(u"a"_s),
                .action = u"cancel_stop"_s,
                .body = {{u"reason"_s, u"Moved <b>away</b>"_s}}};
    }
    static PastDecision readable(const AuditEntry &entry)
    {
        return {.number = entry.number,
                .at = entry.at,
                .actor = entry.actor,
                .action = entry.action,
                .text = entry.body["reason"_L1].toString()};
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        return std::ranges::any_of(m_pane->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->text() == words && label->textFormat() == Qt::PlainText;
        });
    }
    [[nodiscard]] QPushButton *named(const QString &name) const
    {
        const auto all = m_pane->findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, name, &QWidget::accessibleName);
        return found == all.end() ? nullptr : *found;
    }

    StoppedClock m_clock;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<NoteListModel> m_notes;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Presence> m_presence;
    std::unique_ptr<DetailsPane> m_pane;
};

QTEST_MAIN(DetailsPagesTest)

#include "tst_detailspages.moc"
