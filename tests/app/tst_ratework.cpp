// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/ratework.h"
#include "tests/app/workeddesk.h"
#include "widgets/rates/ratesheet.h"

#include <QDoubleSpinBox>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class RateWorkTest : public Test::WorkedDesk
{
    Q_OBJECT

private:
    [[nodiscard]] RateSheet &sheet() { return *m_place->window().findChild<RateSheet *>(); }
    [[nodiscard]] DepotId depot() const { return m_store->fleet.depots().at(0).id; }
    [[nodiscard]] Rates shown() const { return m_store->fleet.ratesOf(depot()); }
    void change(std::size_t row, const QString &text)
    {
        auto *box = sheet().box(row);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }

private Q_SLOTS:
    void setsThemOfflineAndTakesItBackAsOneDecision()
    {
        action(u"depot.rates"_s)->trigger();
        QTRY_VERIFY(sheet().isVisible());
        change(0, u"520"_s);
        change(4, u"0"_s);
        QTest::keyClick(sheet().box(4), Qt::Key_Return);
        QTRY_COMPARE(shown(), (Rates{.perHour = 520.0, .gramsCo2PerKilometerVan = 0.0}));
        QTRY_VERIFY(toasts().newest());

        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(shown(), Rates());
        action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE(shown().perHour, 520.0);

        action(u"depot.rates"_s)->trigger(); // and the sheet begins with what is so now
        QTRY_VERIFY(sheet().isVisible());
        QCOMPARE(sheet().box(0)->value(), 520.0);
    }

    void leavesAloneWhatAnotherChangedWhileTheSheetWasOpen()
    {
        action(u"depot.rates"_s)->trigger();
        QTRY_VERIFY(sheet().isVisible());
        Batch batch;
        batch.rates.written = {{.id = depot(), .rates = {.fixed = 77.0}}};
        m_store->overlay.apply(batch);
        change(0, u"520"_s);
        QTest::keyClick(sheet().box(0), Qt::Key_Return);
        QTRY_COMPARE(shown(), (Rates{.perHour = 520.0, .fixed = 77.0}));
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
        QTRY_COMPARE(action(u"depot.rates"_s)->isEnabled(), may);
    }
};

QTEST_MAIN(RateWorkTest)

#include "tst_ratework.moc"
