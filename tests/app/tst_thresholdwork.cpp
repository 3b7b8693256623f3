// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/thresholdwork.h"
#include "models/domain/uuid.h"
#include "models/sync/trialclient.h"
#include "tests/app/workeddesk.h"
#include "tests/support/cannedserver.h"
#include "widgets/parts/notice.h"
#include "widgets/supervision/casespane.h"
#include "widgets/thresholds/thresholdsheet.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <atomic>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class ThresholdWorkTest : public Test::WorkedDesk
{
    Q_OBJECT

private:
    [[nodiscard]] ThresholdSheet &sheet() { return *m_place->window().findChild<ThresholdSheet *>(); }
    [[nodiscard]] QSpinBox &box(Threshold threshold)
    {
        return *sheet().findChildren<QSpinBox *>().at(static_cast<int>(threshold));
    }
    [[nodiscard]] DepotId depot() const { return m_store->fleet.depots().at(0).id; }
    [[nodiscard]] std::optional<int> shownOf(Threshold threshold) const
    {
        const auto *thresholds = m_store->fleet.thresholds().find(depot());
        return thresholds == nullptr ? std::nullopt : thresholds->values.own(threshold);
    }
    [[nodiscard]] QToolButton *offer()
    {
        for (auto *button : m_place->window().findChild<CasesPane *>()->findChildren<QToolButton *>()) {
            if (button->text().startsWith(u"Thresholds"_s))
                return button;
        }
        return nullptr;
    }
    void change(Threshold threshold, const QString &text)
    {
        auto &spin = box(threshold);
        spin.setFocus();
        spin.selectAll();
        QTest::keyClicks(&spin, text);
    }

private Q_SLOTS:
    void setsThemOfflineAndTakesItBackAsOneDecision()
    {
        action(u"case.thresholds"_s)->trigger();
        QTRY_VERIFY(sheet().isVisible());
        QVERIFY(sheet().notice()->text().contains(u"Offline"_s)); // nobody has said who replays
        change(Threshold::LateStops, u"5"_s);
        change(Threshold::OffRoute, u"900"_s);
        QTest::keyClick(&box(Threshold::OffRoute), Qt::Key_Return);
        QTRY_COMPARE(shownOf(Threshold::LateStops), std::optional(5));
        QCOMPARE(shownOf(Threshold::OffRoute), std::optional(900));
        QTRY_VERIFY(toasts().newest());

        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(shownOf(Threshold::LateStops), std::nullopt);
        QCOMPARE(shownOf(Threshold::OffRoute), std::nullopt);
        action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE(shownOf(Threshold::OffRoute), std::optional(900));

        action(u"case.thresholds"_s)->trigger(); // and the sheet begins with what is so now
        QTRY_VERIFY(sheet().isVisible());
        QCOMPARE(box(Threshold::OffRoute).value(), 900);
    }

    void leavesAloneWhatAnotherChangedWhileTheSheetWasOpen()
    {
        action(u"case.thresholds"_s)->trigger();
        QTRY_VERIFY(sheet().isVisible());
        DepotThresholds theirs{.id = depot(), .values = {}};
        theirs.values.set(Threshold::LateStops, 7);
        Batch batch;
        batch.thresholds.written = {theirs};
        m_store->overlay.apply(batch);
        change(Threshold::OffRoute, u"900"_s);
        QTest::keyClick(&box(Threshold::OffRoute), Qt::Key_Return);
        QTRY_COMPARE(shownOf(Threshold::OffRoute), std::optional(900));
        QCOMPARE(shownOf(Threshold::LateStops), std::optional(7));
    }

    void isOfferedToThoseWhoMayDecideIt_data()
    {
        QTest::addColumn<User::Role>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("supervisor") << User::Role::Supervisor << true;
        QTest::newRow("dispatcher") << User::Role::Dispatcher << false;
        QTest::newRow("support") << User::Role::Support << false;
    }
    void isOfferedToThoseWhoMayDecideIt()
    {
        QFETCH(const User::Role, role);
        QFETCH(const bool, may);
        signIn(role);
        QTRY_COMPARE(action(u"case.thresholds"_s)->isEnabled(), may);
        QVERIFY(offer() != nullptr);
        QCOMPARE(offer()->isEnabled(), may);
    }

    void opensFromTheKindsOfCases()
    {
        m_place->window().workbench().showArrangement(Arrangement::Supervise);
        QTRY_VERIFY(offer()->isVisible());
        QTest::mouseClick(offer(), Qt::LeftButton);
        QTRY_VERIFY(sheet().isVisible());
        QTest::keyClick(&sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet().isVisible());
    }

    void showsWhatTheServerReplayed()
    {
        std::atomic<int> asked = 0;
        const Test::CannedServer server([&asked](const QUrl &url) -> Test::CannedServer::Reply {
            ++asked;
            if (!url.path().endsWith("/thresholds/trial"_L1))
                return {.status = 404, .body = "{}"};
            return {.status = 200,
                    .body = R"({"days":["2026-03-12"],"kinds":[{"kind":"silent","now":14,"proposed":22}]})"};
        });
        TrialClient trials({.server = server.url()});
        m_place->setTrials(&trials);
        action(u"case.thresholds"_s)->trigger();
        QTRY_VERIFY(sheet().notice()->text().contains(u"Replayed"_s));
        const auto says = [this](const QString &text) {
            return std::ranges::any_of(sheet().findChildren<QLabel *>(),
                                       [&text](const QLabel *label) { return label->text().contains(text); });
        };
        QVERIFY(says(u"22"_s));
        const int before = asked;
        change(Threshold::SilentAfter, u"9"_s);
        QTRY_VERIFY(asked > before);
        m_place->setTrials(nullptr);
    }
};

QTEST_MAIN(ThresholdWorkTest)

#include "tst_thresholdwork.moc"
