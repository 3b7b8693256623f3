// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/casework.h"
#include "tests/app/workeddesk.h"
#include "widgets/shell/keyssheet.h"
#include "widgets/shell/lockpage.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/trustdialog.h"

#include <QPushButton>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// Draws what is seldom seen, for whoever looks at how it looks: DOORSTEP_SCREENS names the folder. Without it only
/// opens each, so that none of them says anything on the log or is larger than its window.
class PicturesTest : public Test::WorkedDesk
{
    Q_OBJECT

private Q_SLOTS:
    void draws_data()
    {
        QTest::addColumn<Test::Look>("look");
        QTest::newRow("light") << Test::Look{
            .isDark = false, .size = {1600, 1000}, .language = u"en"_s, .isMirrored = false};
        QTest::newRow("dark") << Test::Look{
            .isDark = true, .size = {1600, 1000}, .language = u"en"_s, .isMirrored = false};
        QTest::newRow("small") << Test::Look{
            .isDark = false, .size = {1280, 720}, .language = u"en"_s, .isMirrored = false};
        QTest::newRow("spanish") << Test::Look{
            .isDark = false, .size = {1280, 720}, .language = u"es"_s, .isMirrored = false};
        QTest::newRow("mirrored") << Test::Look{
            .isDark = true, .size = {1280, 720}, .language = u"en"_s, .isMirrored = true};
    }

    void draws()
    {
        QFETCH(const Test::Look, look);
        wear(look);
        drawWork();
        drawSheets();
        drawEditorAndTray();
        drawPages();
        wearUsual();
    }

private:
    void shoot(const QString &name, QWidget *what = nullptr)
    {
        const auto folder = qEnvironmentVariable("DOORSTEP_SCREENS");
        for (int i = 0; i < 5; ++i) // layouts settle one inside the other
            QCoreApplication::processEvents();
        auto *widget = what == nullptr ? &m_place->window() : what;
        for (const auto *child : widget->findChildren<QPushButton *>()) {
            if (!child->isVisible())
                continue;
            const QRect place(child->mapTo(widget, QPoint()), child->size());
            QVERIFY2(widget->rect().contains(place), qPrintable(u"%1: %2"_s.arg(name, child->text())));
        }
        if (!folder.isEmpty())
            QVERIFY(
                widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, name, QLatin1StringView(QTest::currentDataTag()))));
    }

    void drawWork()
    {
        select({failedStop(at14To(60))});
        toasts().tell(Toast::Tone::Done, u"Moved Rivera 2100 to Carla Núñez"_s, u"Undo"_s);
        shoot(u"work"_s);
        toasts().clear();
    }

    void drawSheets()
    {
        const auto stop = openStop(1);
        select({stop});
        m_place->handlingActions().refresh();
        for (const auto &[id, name] :
             {std::pair{u"stop.calloff"_s, u"calloff"_s}, std::pair{u"stop.reschedule"_s, u"reschedule"_s},
              std::pair{u"stop.delivered"_s, u"visit"_s}}) {
            action(id)->trigger();
            shoot(name);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        }
        select({failedStop(at14To(60))});
        m_place->casework().refresh();
        action(u"case.close"_s)->trigger();
        shoot(u"closecase"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        action(u"help.keys"_s)->trigger();
        shoot(u"keys"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }

    void drawEditorAndTray()
    {
        const auto stop = openStop(2);
        select({stop});
        m_place->casework().edit(stop);
        m_store->presence.set({{.user = UserId(u"a"_s),
                                .name = u"Ana Pérez"_s,
                                .looking = {Subject::of(stop)},
                                .editing = {Subject::of(stop)}}});
        shoot(u"editor"_s);
        m_store->setbacks.put({.id = CommandId(u"c1"_s),
                               .kind = Setback::Kind::Conflict,
                               .text = u"Edited Río Negro 1007"_s,
                               .at = Test::at(14, 2),
                               .about = Subject::of(stop),
                               .code = u"field_changed"_s,
                               .field = u"phone"_s,
                               .fields = {{.name = u"phone"_s,
                                           .of = Subject::of(stop),
                                           .was = u"+598 99 1"_s,
                                           .mine = u"+598 99 2"_s,
                                           .theirs = u"+598 99 3"_s,
                                           .isDisputed = true}},
                               .canTryAgain = true});
        m_place->casework().showSetbacks();
        shoot(u"tray"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }

    void drawPages()
    {
        auto &window = m_place->window();
        window.showSignIn();
        window.signInPage().setServer(QUrl(u"https://dispatch.example"_s));
        window.signInPage().setUser(u"ana"_s);
        window.signInPage().setForgetful(true);
        shoot(u"signin"_s);
        window.signInPage().showError(u"The name or the password is wrong."_s);
        shoot(u"signinerror"_s);
        auto *dialog = new TrustDialog({.server = u"dispatch.example"_s,
                                        .subject = u"CN=dispatch.example"_s,
                                        .issuer = u"CN=dispatch.example"_s,
                                        .expiresAt = Test::at(14).addYears(1),
                                        .fingerprint = u"3F:A1:09:7C:55:E2:90:0B:1D:44:AE:C8:71:6F:02:B3:"
                                                       "88:5E:D7:2A:19:C0:FB:64:3E:97:0D:A5:B2:48:6C:F1"_s,
                                        .problem = u"The certificate is self-signed, and untrusted"_s,
                                        .isChanged = true},
                                       &window); // gone when it is closed
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        shoot(u"trust"_s, dialog);
        dialog->close();
        window.showWorkbench();
        window.lockPage().setPerson(u"María López"_s);
        window.showLocked();
        shoot(u"lock"_s);
        window.showWorkbench();
    }
};

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
