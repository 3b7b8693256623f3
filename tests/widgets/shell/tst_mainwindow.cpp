// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/warnings.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/theme.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/figurebutton.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/topbar.h"
#include "widgets/shell/workbench.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    ActionList actions;
    std::unique_ptr<MainWindow> window;

    explicit Shown(Appearance &appearance)
        : window(std::make_unique<MainWindow>(actions, appearance, SearchFunction{}))
    {
        for (const auto &name :
             {u"routes"_s, u"map"_s, u"attention"_s, u"timeline"_s, u"details"_s, u"stops"_s, u"drivers"_s, u"day"_s})
            window->addPane({.name = name, .title = name.toUpper(), .header = nullptr, .body = new QWidget});
        window->resize(1600, 1000);
    }

    void open() const
    {
        window->showWorkbench();
        window->show();
        window->activateWindow();
    }
};

QStringList panesOf(const MainWindow &window)
{
    QStringList names;
    for (const auto *dock : window.workbench().docks()) {
        if (!dock->isHidden())
            names.append(dock->objectName().section(u'.', 1));
    }
    names.sort();
    return names;
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    }
    void init() { Test::failOnOurWarnings(); }

    void changesArrangementsByKey()
    {
        const Shown shown(*m_appearance);
        shown.window->workbench().showArrangement(Arrangement::Dispatch);
        shown.open();
        QTRY_VERIFY(shown.window->isActiveWindow());
        auto &bench = shown.window->workbench();
        QVERIFY(bench.dock(u"timeline"_s)->isVisible());
        QVERIFY(!bench.dock(u"stops"_s)->isVisible());
        QTest::keyClick(shown.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(bench.arrangement(), Arrangement::Support);
        QVERIFY(bench.dock(u"stops"_s)->isVisible());
        QVERIFY(!bench.dock(u"timeline"_s)->isVisible());
        QTest::keyClick(shown.window.get(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(bench.dock(u"drivers"_s)->isVisible());
        QVERIFY(!bench.dock(u"map"_s)->isVisible());
    }

    void givesTheMapTheRoomOfALargerWindow()
    {
        const Shown shown(*m_appearance);
        auto &bench = shown.window->workbench();
        bench.showArrangement(Arrangement::Dispatch);
        shown.open();
        QTRY_VERIFY(bench.dock(u"routes"_s)->width() < 300);
        const int routes = bench.dock(u"routes"_s)->width();
        const int map = bench.dock(u"map"_s)->width();
        QVERIFY2(routes > 230, qPrintable(QString::number(routes)));
        QVERIFY2(map > 800, qPrintable(QString::number(map)));
        shown.window->resize(1900, 1000);
        QTRY_COMPARE(bench.dock(u"routes"_s)->width(), routes);
        QVERIFY(bench.dock(u"map"_s)->width() > map + 280);
        const int timeline = bench.dock(u"timeline"_s)->height();
        QVERIFY2(timeline > 150 && timeline < 230, qPrintable(QString::number(timeline)));
    }

    void comesBackFromATinyWindowAsItWas()
    {
        const Shown shown(*m_appearance);
        auto &bench = shown.window->workbench();
        bench.showArrangement(Arrangement::Dispatch);
        shown.open();
        QTRY_VERIFY(bench.dock(u"routes"_s)->width() < 300);
        QHash<QString, QSize> before;
        for (const auto *dock : bench.docks()) {
            if (dock->isVisible())
                before.insert(dock->objectName(), dock->size());
        }
        shown.window->resize(640, 480);
        QTRY_VERIFY(shown.window->width() < 1600);
        QCoreApplication::processEvents();
        shown.window->resize(1600, 1000);
        for (const auto *dock : bench.docks()) {
            if (dock->isVisible()) {
                const auto was = before.value(dock->objectName());
                QTRY_VERIFY2(std::abs(dock->height() - was.height()) <= 2 && std::abs(dock->width() - was.width()) <= 2,
                             qPrintable(u"%1: %2×%3, was %4×%5"_s.arg(dock->objectName())
                                            .arg(dock->width())
                                            .arg(dock->height())
                                            .arg(was.width())
                                            .arg(was.height())));
            }
        }
    }

    void remembersHowEachArrangementWasLeft()
    {
        const QTemporaryDir folder;
        {
            const Shown shown(*m_appearance);
            auto &bench = shown.window->workbench();
            bench.showArrangement(Arrangement::Dispatch);
            shown.open();
            bench.dock(u"timeline"_s)->hide();
            bench.toggleFloating(u"map"_s);
            bench.showArrangement(Arrangement::Support);
            QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
            shown.window->save(settings);
        }
        const Shown again(*m_appearance);
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        again.window->restore(settings);
        again.open();
        auto &bench = again.window->workbench();
        QCOMPARE(bench.arrangement(), Arrangement::Support);
        QVERIFY(!bench.dock(u"map"_s)->isFloating());
        bench.showArrangement(Arrangement::Dispatch);
        QVERIFY(bench.dock(u"timeline"_s)->isHidden());
        QVERIFY(bench.dock(u"map"_s)->isFloating());
        bench.resetArrangement();
        QVERIFY(!bench.dock(u"timeline"_s)->isHidden());
        QVERIFY(!bench.dock(u"map"_s)->isFloating());
    }

    void comesBackWithThePanesOfItsArrangementAndNoOthers()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        const QStringList wanted{u"attention"_s, u"details"_s, u"map"_s, u"stops"_s};
        {
            const Shown shown(*m_appearance);
            shown.window->workbench().showArrangement(Arrangement::Dispatch);
            shown.open();
            shown.window->workbench().showArrangement(Arrangement::Support);
            QCOMPARE(panesOf(*shown.window), wanted);
            shown.window->save(settings);
        }
        const Shown again(*m_appearance);
        again.window->restore(settings);
        again.open();
        QCOMPARE(panesOf(*again.window), wanted);
    }

    void isAnotherPersonsWithoutARestart()
    {
        const QTemporaryDir folder;
        QSettings ana(folder.filePath(u"ana.ini"_s), QSettings::IniFormat);
        QSettings bea(folder.filePath(u"bea.ini"_s), QSettings::IniFormat);
        const Shown shown(*m_appearance);
        auto &bench = shown.window->workbench();
        bench.showArrangement(Arrangement::Dispatch);
        shown.open();
        shown.window->save(bea);
        bench.dock(u"timeline"_s)->hide();
        shown.window->save(ana);

        shown.window->restore(bea);
        QVERIFY(!bench.dock(u"timeline"_s)->isHidden());
        shown.window->restore(ana);
        QCOMPARE(bench.arrangement(), Arrangement::Dispatch);
        QVERIFY(bench.dock(u"timeline"_s)->isHidden());
        shown.window->restore(bea);
        QVERIFY(!bench.dock(u"timeline"_s)->isHidden());
    }

    void ignoresASavedStateThatIsBroken()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        settings.setValue("geometry"_L1, QByteArray("nonsense"));
        settings.setValue("arrangement"_L1, u"no-such"_s);
        settings.setValue("arrangements/dispatch"_L1, QByteArray(5000, '\xff'));
        const Shown shown(*m_appearance);
        shown.window->restore(settings);
        shown.open();
        QCOMPARE(shown.window->workbench().arrangement(), Arrangement::Dispatch);
        QVERIFY(shown.window->workbench().dock(u"map"_s)->isVisible());
    }

    void saysAFigureAndFiltersByIt()
    {
        const Shown shown(*m_appearance);
        shown.open();
        auto &bar = shown.window->topBar();
        const QSignalSpy asked(&bar, &TopBar::figureRequested);
        auto &figure = bar.figure(TopBar::Figure::AtRisk);
        figure.setFigure(u"14"_s, u"next 90 min"_s, FigureButton::Tone::Risk);
        QCOMPARE(figure.accessibleName(), u"At risk: 14 next 90 min"_s);
        QTest::mouseClick(&figure, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<TopBar::Figure>(), TopBar::Figure::AtRisk);
    }

    void fitsASmallWindow()
    {
        const Shown shown(*m_appearance);
        auto &bar = shown.window->topBar();
        bar.setDepot(u"Montevideo · Aguada depot"_s);
        for (const auto figure : {TopBar::Figure::Delivered, TopBar::Figure::OnTime, TopBar::Figure::AtRisk,
                                  TopBar::Figure::Exceptions, TopBar::Figure::Drivers})
            bar.figure(figure).setFigure(u"1 234"_s, u"of 5 678 and more"_s);
        bar.setClock(u"Thu 14:07"_s);
        shown.window->resize(1280, 720);
        shown.open();
        QCOMPARE(shown.window->size(), QSize(1280, 720));
        int right = 0;
        for (const auto *child : bar.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            QVERIFY(child->geometry().right() < bar.width());
            right = std::max(right, child->geometry().right());
        }
        QVERIFY(right > 1200);
    }

    void namesEveryControl()
    {
        const Shown shown(*m_appearance);
        shown.open();
        for (const auto *button : shown.window->findChildren<QAbstractButton *>())
            QVERIFY2(button->isHidden() || !button->accessibleName().isEmpty() || !button->text().isEmpty()
                         || button->parentWidget()->inherits("QLineEdit") || button->objectName().startsWith("qt_"_L1),
                     button->parentWidget()->metaObject()->className());
        for (const auto *field : shown.window->findChildren<QLineEdit *>())
            QVERIFY(!field->accessibleName().isEmpty());
    }

    void putsEveryActionInTheMenuBarWithItsKey()
    {
        const Shown shown(*m_appearance);
        shown.open();
        QList<QAction *> inBar;
        for (const auto *menu : shown.window->menuBar()->actions())
            inBar += menu->menu()->actions();
        QSet<QKeySequence> keys;
        for (auto *action : shown.actions.actions()) {
            QVERIFY2(inBar.contains(action), qPrintable(action->objectName()));
            if (!action->shortcut().isEmpty()) {
                QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->shortcut().toString()));
                keys.insert(action->shortcut());
            }
        }
        QVERIFY(keys.contains(QKeySequence(Qt::CTRL | Qt::Key_K)));
    }

    void changesTheThemeFromItsMenu()
    {
        const Shown shown(*m_appearance);
        shown.open();
        shown.actions.find(u"view.dark"_s)->trigger();
        QVERIFY(Theme::of(shown.window->palette()).isDark);
        QVERIFY(shown.actions.find(u"view.dark"_s)->isChecked());
        shown.actions.find(u"view.light"_s)->trigger();
        QVERIFY(!Theme::of(shown.window->palette()).isDark);
    }

    void asksForEverythingBeforeSigningIn()
    {
        const Shown shown(*m_appearance);
        shown.window->showSignIn();
        shown.window->show();
        auto &page = shown.window->signInPage();
        const QSignalSpy asked(&page, &SignInPage::signInRequested);
        QPushButton *submit = nullptr;
        for (auto *button : page.findChildren<QPushButton *>())
            if (button->property("primary").toBool())
                submit = button;
        QVERIFY(submit);
        const auto fields = page.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 3);
        QTest::mouseClick(submit, Qt::LeftButton);
        QCOMPARE(asked.size(), 0);
        page.setServer(QUrl(u"http://127.0.0.1:7080"_s));
        page.setUser(u"ana"_s);
        QTest::keyClicks(fields.at(2), u"secret"_s);
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).toUrl(), QUrl(u"http://127.0.0.1:7080"_s));
        QVERIFY(!submit->isEnabled());
        page.showError(u"The name or the password is not right."_s);
        QVERIFY(submit->isEnabled());
    }

private:
    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
