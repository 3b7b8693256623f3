// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/casework.h"
#include "app/livestore.h"
#include "app/workplace.h"
#include "models/store/cause.h"
#include "models/sync/uplink.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/closecasesheet.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/notespage.h"
#include "widgets/conflicts/conflicttray.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopeditor.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/panelheader.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workbench.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// Cases, notes, the editor and the tray upon a desk without a backend, by real keys and clicks.
class CaseworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        m_appearance->setScheme(Appearance::Scheme::Light);
    }

    void init()
    {
        Test::failOnOurWarnings();
        m_store = std::make_unique<LiveStore>();
        m_store->clock.set(Test::at(14, 7), 0);
        auto day = Test::someDay(12, 200);
        m_user = Test::someUser();
        m_user.roles = {User::Role::Dispatcher, User::Role::Supervisor};
        day.users.written = {m_user};
        m_store->overlay.apply(day);
        m_uplink = std::make_unique<Uplink>(UplinkOptions{.server = QUrl(u"http://127.0.0.1:1"_s), .outboxPath = {}});
        m_desk = std::make_unique<Desk>(m_store->fleet, m_store->overlay, m_store->setbacks, *m_uplink, m_store->clock);
        QSignalSpy loaded(m_uplink.get(), &Uplink::loaded);
        m_desk->setPerson(m_user);
        m_uplink->setPerson(m_user, u"token"_s);
        m_uplink->start();
        QVERIFY(loaded.wait(5'000));
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_place->setDesk(m_desk.get());
        m_place->window().resize(1600, 1000);
        m_place->window().workbench().showArrangement(Arrangement::Dispatch);
        m_place->window().showWorkbench();
        m_place->window().show();
        m_place->window().activateWindow();
        QTRY_VERIFY(m_place->window().isActiveWindow());
        m_place->selectMostUrgent();
        QTRY_VERIFY(cards()->hasFocus());
    }

    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
        m_uplink.reset();
        m_store.reset();
    }

    void takesACardAndLetsItGo()
    {
        const auto row = [this] { return cards()->model()->index(0, 0); };
        QTest::keyClick(cards(), Qt::Key_A);
        QTRY_COMPARE(row().data(AttentionListModel::OwnerIdRole).toString(), m_user.id.toString());
        QTest::keyClick(cards(), Qt::Key_A);
        QTRY_VERIFY(row().data(AttentionListModel::OwnerIdRole).toString().isEmpty());
        m_desk->undo();
        QTRY_COMPARE(row().data(AttentionListModel::OwnerIdRole).toString(), m_user.id.toString());
    }

    void putsACardOffAndTheNextFollows()
    {
        const int before = cards()->model()->rowCount();
        const auto first = m_store->selection.stop();
        QTest::keyClick(cards(), Qt::Key_S);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return); // ten minutes
        QTRY_COMPARE(cards()->model()->rowCount(), before - 1);
        QTRY_VERIFY(m_store->selection.stop() != first);
        QVERIFY(cards()->currentIndex().isValid());
        m_store->clock.set(Test::at(14, 18), 0);
        QTRY_COMPARE(cards()->model()->rowCount(), before); // its time has come
    }

    void closesACardUntilItIsReopened()
    {
        const int before = cards()->model()->rowCount();
        const auto stop = m_store->selection.stop();
        QTest::keyClick(cards(), Qt::Key_X);
        auto *sheet = pane<CloseCaseSheet>();
        QTRY_VERIFY(sheet->isVisible());
        auto *resolution = sheet->findChild<QComboBox *>();
        QVERIFY(resolution->count() > 1);
        resolution->lineEdit()->clear();
        QVERIFY(!sheet->acceptButton()->isEnabled()); // not without a word
        QTest::keyClicks(resolution->lineEdit(), u"Left with the neighbour"_s);
        QTest::keyClick(resolution->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(cards()->model()->rowCount(), before - 1);
        QCOMPARE(m_store->fleet.exceptions().size(), 1);
        QCOMPARE(m_store->fleet.exceptions().at(0).resolution, u"Left with the neighbour"_s);
        QTRY_VERIFY(m_store->selection.stop() != stop); // the next card follows
        m_store->selection.selectStop(stop);
        const auto labels = pane<DetailsPane>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"Left with the neighbour"_s); }));
        QTest::keyClick(cards(), Qt::Key_X, Qt::ShiftModifier);
        QTRY_COMPARE(cards()->model()->rowCount(), before);
    }

    void closesAllOfAKindAtOnceAndTakesItBackAtOnce()
    {
        const int before = cards()->model()->rowCount();
        const auto kind = chooseOneOfSeveralAlike();
        const auto stop = m_store->selection.stop();
        const int alike = countOf(kind);
        QVERIFY(alike > 1 && alike < before);

        m_place->actions().find(u"case.close_alike"_s)->trigger();
        auto *sheet = pane<CloseCaseSheet>();
        QTRY_VERIFY(sheet->isVisible());
        QTRY_VERIFY(sheet->acceptButton()->isEnabled());
        QTest::keyClick(sheet->findChild<QComboBox *>()->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(cards()->model()->rowCount(), before - alike);
        QTRY_VERIFY(m_store->selection.stop() != stop); // what is left goes on
        QCOMPARE(countOf(kind), 0);
        m_desk->undo();
        QTRY_COMPARE(cards()->model()->rowCount(), before);
    }

    void takesAllOfAKind()
    {
        const auto kind = chooseOneOfSeveralAlike();
        m_place->actions().find(u"case.take_alike"_s)->trigger();
        QTRY_COMPARE(m_store->fleet.exceptions().size(), countOf(kind));
        for (int row = 0; row < cards()->model()->rowCount(); ++row) {
            const auto card = cards()->model()->index(row, 0);
            const bool isTaken = !card.data(AttentionListModel::OwnerIdRole).toString().isEmpty();
            QCOMPARE(isTaken, card.data(AttentionListModel::KindWordRole).toString() == kind);
        }
    }

    void escalatesACardAndTakesItBack()
    {
        const auto shown = [this] { return cards()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
        QTest::keyClick(cards(), Qt::Key_E, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(m_store->fleet.exceptions().size(), 1);
        const auto exception = m_store->fleet.exceptions().at(0);
        QCOMPARE(exception.escalation, Exception::Escalation::Raised);
        QCOMPARE(exception.escalatedBy, m_user.id);
        QVERIFY(!exception.escalationReason.isEmpty());
        QVERIFY2(shown().contains(u"Escalated"_s), qPrintable(shown()));
        showFilter(u"Escalated ("_s);
        QCOMPARE(cards()->model()->rowCount(), 1);
        m_place->actions().find(u"case.lower"_s)->trigger();
        QTRY_COMPARE(cards()->model()->rowCount(), 0);
        m_desk->undo();
        QTRY_COMPARE(cards()->model()->rowCount(), 1);
        m_desk->undo();
        QTRY_COMPARE(cards()->model()->rowCount(), 0);
        QCOMPARE(m_store->fleet.exceptions().at(0).escalation, Exception::Escalation::None);
    }

    void mergesACardWithAnotherAndTakesItBack()
    {
        const int before = cards()->model()->rowCount();
        const auto first = cards()->model()->index(0, 0).data(AttentionListModel::KeyRole).toString();
        QTest::keyClick(cards(), Qt::Key_M);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(cards()->model()->rowCount(), before - 1);
        QVERIFY(cards()->model()->index(0, 0).data(AttentionListModel::KeyRole).toString() != first);
        const auto whole = wholeCard();
        QVERIFY(whole.isValid());
        QVERIFY(whole.data(Qt::AccessibleTextRole).toString().contains(u"with 1 more"_s));
        // What is decided about the whole counts for its part.
        cards()->scrollTo(whole);
        QTest::mouseClick(cards()->viewport(), Qt::LeftButton, {}, cards()->visualRect(whole).center());
        QTest::keyClick(cards(), Qt::Key_A);
        const auto isMine = [this](const Exception &one) { return one.owner == m_user.id; };
        QTRY_COMPARE(std::ranges::count_if(m_store->fleet.exceptions(), isMine), 2);
        m_desk->undo();
        QTRY_COMPARE(std::ranges::count_if(m_store->fleet.exceptions(), isMine), 0);
        m_desk->undo();
        QTRY_COMPARE(cards()->model()->rowCount(), before);
    }

    void followsACard()
    {
        QTest::keyClick(cards(), Qt::Key_W);
        QTRY_COMPARE(m_store->fleet.exceptions().size(), 1);
        showFilter(u"Followed ("_s);
        QCOMPARE(cards()->model()->rowCount(), 1);
        QTest::keyClick(cards(), Qt::Key_W);
        QTRY_COMPARE(cards()->model()->rowCount(), 0);
    }

    void showsOneKindOnly()
    {
        auto *menu = pane<AttentionPane>()->header()->findChild<QToolButton *>()->menu();
        Q_EMIT menu->aboutToShow();
        const auto named = [menu](const QString &text) {
            const auto all = menu->findChildren<QAction *>();
            const auto found =
                std::ranges::find_if(all, [&](const QAction *one) { return one->text().startsWith(text); });
            return found == all.end() ? nullptr : *found;
        };
        const int before = cards()->model()->rowCount();
        QVERIFY(named(u"Addresses not found ("_s));
        named(u"Addresses not found ("_s)->trigger();
        QVERIFY(cards()->model()->rowCount() < before);
        QVERIFY(cards()->model()->rowCount() > 0);
        for (int row = 0; row < cards()->model()->rowCount(); ++row)
            QCOMPARE(cards()->model()->index(row, 0).data(AttentionListModel::KindWordRole), u"address"_s);
        Q_EMIT menu->aboutToShow();
        named(u"Every kind"_s)->trigger();
        QCOMPARE(cards()->model()->rowCount(), before);
    }

    void writesANoteAndTakesItBack()
    {
        m_place->casework().writeNote();
        auto *field = pane<NotesPage>()->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"Bell is broken"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_store->fleet.notes().size(), 1);
        QCOMPARE(m_store->fleet.notes().at(0).text, u"Bell is broken"_s);
        m_desk->undo();
        QTRY_COMPARE(m_store->fleet.notes().size(), 0);
    }

    void giveBackANoteThatCannotBeKept()
    {
        m_place->casework().writeNote();
        auto *field = pane<NotesPage>()->findChild<QPlainTextEdit *>();
        m_place->setDesk(nullptr);
        QTest::keyClicks(field, u"Bell is broken"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(field->toPlainText(), u"Bell is broken"_s);
    }

    void editsAStopInPlaceOfItsFacts()
    {
        QSignalSpy editing(&m_place->casework(), &Casework::editingChanged);
        const auto id = Test::stopId(7);
        m_store->selection.selectStop(id);
        m_place->casework().edit(id);
        QCOMPARE(editing.last().first().value<QList<Subject>>(), QList{Subject::of(id)});
        auto *phone = field(u"Phone"_s);
        QVERIFY(phone->isVisible());
        phone->selectAll();
        QTest::keyClicks(phone, u"+598 91 234 567"_s);
        QTest::keyClick(phone, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_store->fleet.stops().find(id)->phone, u"+598 91 234 567"_s);
        QVERIFY(!phone->isVisible());
        QVERIFY(editing.last().first().value<QList<Subject>>().isEmpty());
    }

    void keepsAHalfWrittenEditWhenTheSelectionGoes()
    {
        const auto id = Test::stopId(7);
        m_store->selection.selectStop(id);
        m_place->casework().edit(id);
        m_store->selection.selectStop(Test::stopId(8));
        QVERIFY(!field(u"Phone"_s)->isVisible()); // nothing was written
        m_place->casework().edit(id);
        field(u"Phone"_s)->setText(u"+598 91 1"_s);
        m_store->selection.selectStop(Test::stopId(8));
        QVERIFY(field(u"Phone"_s)->isVisible());
        QTest::keyClick(field(u"Phone"_s), Qt::Key_Escape);
        QVERIFY(!field(u"Phone"_s)->isVisible());
    }

    void pinsAPlaceByAClickOnTheMap()
    {
        const auto id = Test::stopId(7);
        m_place->casework().edit(id);
        const auto buttons = pane<StopEditor>()->findChildren<QPushButton *>();
        const auto pin = std::ranges::find(buttons, true, &QPushButton::isCheckable);
        QTest::mouseClick(*pin, Qt::LeftButton);
        QVERIFY(m_place->map().isPicking());
        const auto selected = m_store->selection.stop();
        QTest::mouseClick(&m_place->map(), Qt::LeftButton, {}, m_place->map().rect().center());
        QVERIFY(!m_place->map().isPicking());
        QCOMPARE(m_store->selection.stop(), selected);
        QVERIFY(pane<StopEditor>()->isDirty());
    }

    void showsWhatWasNotTaken()
    {
        auto *tray = m_place->window().findChild<ConflictTray *>();
        auto *strip = pane<AttentionPane>()->findChild<Notice *>();
        QVERIFY(!strip->isVisible());
        m_store->setbacks.put(someSetback());
        QVERIFY(strip->isVisible());
        QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(tray->isVisible());
        QCOMPARE(m_store->history.about(), someSetback().about); // who was first is asked for
        m_store->history.take(someSetback().about, 0,
                              {{.number = 3, .at = Test::at(14, 1), .actor = UserId(u"other"_s)}}, false);
        QVERIFY(tray->findChild<Notice *>()->text().contains(u"14:01"_s)
                || tray->findChild<Notice *>()->text().contains(u"11:01"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_E);
        QVERIFY(!tray->isVisible());
        QCOMPARE(field(u"Phone"_s)->text(), u"+598 99 2"_s);
        QCOMPARE(m_store->setbacks.all().size(), 1); // until something is decided
        m_store->setbacks.remove(someSetback().id);
        QVERIFY(!strip->isVisible());
    }

    void drawsItself_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1600, 1000);
        QTest::newRow("dark") << true << QSize(1600, 1000);
        QTest::newRow("small") << false << QSize(1280, 720);
    }

    void drawsItself()
    {
        QFETCH(const bool, isDark);
        QFETCH(const QSize, size);
        const auto folder = qEnvironmentVariable("DOORSTEP_SCREENS");
        if (folder.isEmpty())
            QSKIP("Set DOORSTEP_SCREENS to a folder to have it drawn");
        m_appearance->setScheme(isDark ? Appearance::Scheme::Dark : Appearance::Scheme::Light);
        m_place->window().resize(size);
        const auto shoot = [&](const QString &name) {
            QTest::qWait(300); // only for pictures
            const auto tag = QString::fromLatin1(QTest::currentDataTag());
            QVERIFY(m_place->window().grab().save(u"%1/case-%2-%3.png"_s.arg(folder, name, tag)));
        };
        m_store->selection.selectStop(Test::stopId(7));
        m_place->casework().edit(Test::stopId(7));
        field(u"Phone"_s)->setText(u"+598 91 234 567"_s);
        auto stop = *m_store->fleet.stops().find(Test::stopId(7));
        stop.phone = u"+598 99 999 999"_s;
        Batch batch;
        batch.stops.written = {stop};
        m_store->overlay.apply(batch);
        m_store->presence.set({{.user = UserId(u"a"_s),
                                .name = u"Ana Pérez"_s,
                                .looking = {Subject::of(Test::stopId(7))},
                                .editing = {Subject::of(Test::stopId(7))}}});
        shoot(u"editor"_s);
        m_store->setbacks.put(someSetback());
        auto moved = someSetback();
        moved.id = CommandId(u"c2"_s);
        moved.text = u"Moved 2 stops to Carla Núñez"_s;
        moved.code = u"route_changed"_s;
        const auto stops = m_store->fleet.routes().find(Test::routeId(2))->stops;
        auto mine = stops;
        mine.move(1, 4);
        mine.removeAt(7);
        moved.fields = {{.name = u"stops"_s,
                         .of = Subject::of(Test::routeId(2)),
                         .was = QVariant::fromValue(stops),
                         .mine = QVariant::fromValue(mine),
                         .theirs = QVariant::fromValue(stops),
                         .isDisputed = true}};
        m_store->setbacks.put(moved);
        m_place->casework().showSetbacks();
        shoot(u"tray"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        shoot(u"orders"_s);
        m_appearance->setScheme(Appearance::Scheme::Light);
    }

private:
    [[nodiscard]] QString kindOf(int row) const
    {
        return cards()->model()->index(row, 0).data(AttentionListModel::KindWordRole).toString();
    }

    [[nodiscard]] int countOf(const QString &kind) const
    {
        int count = 0;
        for (int row = 0; row < cards()->model()->rowCount(); ++row)
            count += kindOf(row) == kind ? 1 : 0;
        return count;
    }

    /// Its kind.
    QString chooseOneOfSeveralAlike()
    {
        for (int row = 0; row < cards()->model()->rowCount(); ++row) {
            const auto card = cards()->model()->index(row, 0);
            const StopId stop(card.data(AttentionListModel::StopIdRole).toString());
            if (countOf(kindOf(row)) < 2 || !stop.isValid())
                continue;
            m_store->selection.selectStop(stop);
            return kindOf(row);
        }
        return {};
    }

    void showFilter(const QString &text)
    {
        const auto all = pane<AttentionPane>()->header()->findChild<QToolButton *>()->menu()->actions();
        const auto found = std::ranges::find_if(all, [&](const QAction *one) { return one->text().startsWith(text); });
        QVERIFY(found != all.end());
        (*found)->trigger();
    }

    /// The card that stands for another.
    [[nodiscard]] QModelIndex wholeCard() const
    {
        for (int row = 0; row < cards()->model()->rowCount(); ++row) {
            if (cards()->model()->index(row, 0).data(AttentionListModel::PartsRole).toInt() > 0)
                return cards()->model()->index(row, 0);
        }
        return {};
    }

    static Setback someSetback()
    {
        return {.id = CommandId(u"c1"_s),
                .kind = Setback::Kind::Conflict,
                .text = u"Edited Río Negro 1007"_s,
                .at = Test::at(14, 2),
                .about = Subject::of(Test::stopId(7)),
                .code = u"field_changed"_s,
                .field = u"phone"_s,
                .fields = {{.name = u"phone"_s,
                            .of = Subject::of(Test::stopId(7)),
                            .was = u"+598 99 1"_s,
                            .mine = u"+598 99 2"_s,
                            .theirs = u"+598 99 3"_s,
                            .isDisputed = true}},
                .canTryAgain = true};
    }
    template <typename T>
    T *pane() const
    {
        return m_place->window().findChild<T *>();
    }
    CardList *cards() const { return pane<AttentionPane>()->list(); }
    QLineEdit *field(const QString &name) const
    {
        const auto all = pane<StopEditor>()->findChildren<QLineEdit *>();
        const auto found = std::ranges::find(all, name, &QWidget::accessibleName);
        return found == all.end() ? nullptr : *found;
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<LiveStore> m_store;
    User m_user;
    std::unique_ptr<Uplink> m_uplink;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Workplace> m_place;
};

QTEST_MAIN(CaseworkTest)

#include "tst_casework.moc"
