// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/livestore.h"
#include "app/queueviews.h"
#include "app/workplace.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/nameviewsheet.h"
#include "widgets/attention/queuebutton.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/panelheader.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workbench.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// Choosing, naming and finding again which cases the queue shows, by real keys and clicks.
class QueueWorkTest : public QObject
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
        m_store->overlay.apply(Test::someDay(40, 600));
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_place->window().resize(1600, 1000);
        m_place->window().workbench().showArrangement(Arrangement::Dispatch);
        m_place->window().showWorkbench();
        m_place->window().show();
        m_place->window().activateWindow();
        QTRY_VERIFY(m_place->window().isActiveWindow());
        m_place->selectMostUrgent();
        QTRY_VERIFY(cards()->hasFocus());
        m_all = cards()->model()->rowCount();
        QVERIFY(m_all > 20);
    }

    void cleanup()
    {
        m_place.reset();
        m_store.reset();
    }

    void offersThoseWhoHaveCasesAndNotEverybody()
    {
        const auto choices = offered(u"Driver"_s);
        QCOMPARE(choices.size(), 1 + QueueButton::mostDrivers);
        QCOMPARE(choices.first()->text(), u"Every driver"_s);
        QVERIFY(choices.first()->isChecked());
        choices.at(1)->trigger();
        QVERIFY(cards()->model()->rowCount() < m_all);
        QVERIFY(cards()->model()->rowCount() > 0);
        QVERIFY(choices.at(1)->text().endsWith(u"(%1)"_s.arg(cards()->model()->rowCount())));
        const auto driver = cards()->model()->index(0, 0).data(AttentionListModel::DriverNameRole).toString();
        QVERIFY(!driver.isEmpty());
        QVERIFY2(shown()->isVisible() && shown()->text().contains(driver), qPrintable(shown()->text()));
        QCOMPARE(pane()->header()->badge(), QString::number(cards()->model()->rowCount()));
        offered(u"Driver"_s).first()->trigger();
        QCOMPARE(cards()->model()->rowCount(), m_all);
        QVERIFY(!shown()->isVisible());
    }

    void doesNotOfferTheOnlyDepot()
    {
        Q_EMIT pane()->chooser()->menu()->aboutToShow();
        QVERIFY(!menu(u"Depot"_s)->menuAction()->isVisible());
        auto depot = Test::someDepot();
        depot.id = DepotId(u"norte"_s);
        depot.name = u"Fish & Chips"_s;
        Batch batch;
        batch.depots.written = {depot};
        m_store->overlay.apply(batch);
        const auto choices = offered(u"Depot"_s);
        QVERIFY(menu(u"Depot"_s)->menuAction()->isVisible());
        const auto other = std::ranges::find(choices, u"Fish && Chips (0)"_s, &QAction::text);
        QVERIFY(other != choices.end());
        (*other)->trigger();
        QCOMPARE(cards()->model()->rowCount(), 0);
        QVERIFY(shown()->text().contains(u"Fish & Chips"_s));
    }

    void showsOnlyTheSelectedCardsDriverUntilEscape()
    {
        const auto driver = cards()->currentIndex().data(AttentionListModel::DriverIdRole).toString();
        QVERIFY(!driver.isEmpty());
        auto *only = action(u"queue.driver"_s);
        QVERIFY(only->isEnabled());
        only->trigger();
        for (int row = 0; row < cards()->model()->rowCount(); ++row)
            QCOMPARE(cards()->model()->index(row, 0).data(AttentionListModel::DriverIdRole), driver);
        QVERIFY(!only->isEnabled()); // it is so already
        QVERIFY(cards()->hasFocus());
        QTest::keyClick(cards(), Qt::Key_Escape);
        QCOMPARE(cards()->model()->rowCount(), m_all);
        QVERIFY(!shown()->isVisible());
    }

    void showsAllAgainByOneClick()
    {
        action(u"queue.driver"_s)->trigger();
        QVERIFY(cards()->model()->rowCount() < m_all);
        auto *all = shown()->findChild<QPushButton *>();
        QCOMPARE(all->accessibleName(), u"Show all"_s);
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(cards()->model()->rowCount(), m_all);
        QVERIFY(cards()->hasFocus());
    }

    void keepsAViewUnderANameAndAKey()
    {
        QVERIFY(!action(u"queue.name"_s)->isEnabled()); // there is nothing to keep
        QVERIFY(!action(u"queue.view1"_s)->isVisible());
        name(u"Ana's & Leo's"_s);
        const int few = cards()->model()->rowCount();
        QVERIFY(pane()->chooser()->text().startsWith(u"Ana's && Leo's"_s));
        QCOMPARE(action(u"queue.view1"_s)->text(), u"Cases: Ana's && Leo's"_s);
        QTest::keyClick(cards(), Qt::Key_Escape);
        QCOMPARE(cards()->model()->rowCount(), m_all);
        m_place->window().workbench().showArrangement(Arrangement::Supervise);
        QTest::keyClick(&m_place->window(), Qt::Key_F3);
        QCOMPARE(cards()->model()->rowCount(), few);
        QTRY_VERIFY(cards()->hasFocus()); // and is there to be worked
        QVERIFY(action(u"queue.view1"_s)->isChecked());
        QTest::keyClick(cards(), Qt::Key_F3);
        QVERIFY(action(u"queue.view1"_s)->isChecked()); // pressed again it is in force still
    }

    void renamesAndRemovesAView()
    {
        name(u"Mine"_s);
        QVERIFY(action(u"queue.name"_s)->text().startsWith(u"Rena"_s));
        name(u"Yours"_s);
        QCOMPARE(m_place->queueViews().saved().all().size(), 1);
        QCOMPARE(m_place->queueViews().saved().all().first().name, u"Yours"_s);
        const int few = cards()->model()->rowCount();
        action(u"queue.remove"_s)->trigger();
        QVERIFY(m_place->queueViews().saved().all().isEmpty());
        QVERIFY(!action(u"queue.view1"_s)->isVisible());
        QCOMPARE(cards()->model()->rowCount(), few); // so that it can be named again
    }

    void refusesAViewWithoutAName()
    {
        action(u"queue.driver"_s)->trigger();
        action(u"queue.name"_s)->trigger();
        auto *field = sheet()->findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        field->clear();
        QVERIFY(!sheet()->acceptButton()->isEnabled());
        QTest::keyClicks(field, u"   "_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_place->queueViews().saved().all().isEmpty());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!sheet()->isVisible());
    }

    void keepsViewsForEachPerson()
    {
        const QTemporaryDir directory;
        QSettings settings(directory.filePath(u"settings.ini"_s), QSettings::IniFormat);
        name(u"Ana's"_s);
        settings.beginGroup("ana"_L1);
        m_place->save(settings);
        settings.endGroup();
        settings.beginGroup("leo"_L1);
        settings.setValue("views"_L1, u"[{\"name\":"_s); // cut off
        m_place->restore(settings);
        settings.endGroup();
        QVERIFY(m_place->queueViews().saved().all().isEmpty());
        settings.beginGroup("ana"_L1);
        m_place->restore(settings);
        QCOMPARE(m_place->queueViews().saved().all().first().name, u"Ana's"_s);
    }

private:
    AttentionPane *pane() { return m_place->window().findChild<AttentionPane *>(); }
    CardList *cards() { return pane()->list(); }
    Notice *shown() { return pane()->findChildren<Notice *>().at(1); }
    NameViewSheet *sheet() { return m_place->window().findChild<NameViewSheet *>(); }
    QAction *action(const QString &id) { return m_place->actions().find(id); }

    QMenu *menu(const QString &title)
    {
        for (auto *one : pane()->chooser()->menu()->findChildren<QMenu *>()) {
            if (one->title().remove(u'&') == title)
                return one;
        }
        return nullptr;
    }

    QList<QAction *> offered(const QString &title)
    {
        Q_EMIT pane()->chooser()->menu()->aboutToShow();
        return menu(title)->actions();
    }

    /// The present view, or the selected driver's where there is none.
    void name(const QString &name)
    {
        if (cards()->model()->rowCount() == m_all)
            action(u"queue.driver"_s)->trigger();
        action(u"queue.name"_s)->trigger();
        auto *field = sheet()->findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        field->selectAll();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!sheet()->isVisible());
        QTRY_VERIFY(cards()->hasFocus());
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<Workplace> m_place;
    int m_all = 0;
};

QTEST_MAIN(QueueWorkTest)
#include "tst_queuework.moc"
