// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/concerns.h"
#include "models/store/dayfigures.h"
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/supervision/daypane.h"

#include <QLabel>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

Stop promised(int number, const QDateTime &visitedAt)
{
    auto stop = someStop();
    stop.id = StopId(u"stop-%1"_s.arg(number));
    stop.promises = {{.window = {.from = at(14), .to = at(15)}, .toldAt = at(9)}};
    stop.status = visitedAt.isValid() ? Stop::Status::Delivered : Stop::Status::Planned;
    stop.actualArrival = stop.completedAt = visitedAt;
    return stop;
}

} // namespace

/// What a supervisor reads of the promises made to customers.
class DayPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnOurWarnings(); }

    void saysHowManyPromisesWereKept()
    {
        Fleet fleet;
        ServerClock clock;
        clock.set(at(14, 30), 0.0);
        const Concerns concerns(fleet);
        DayFigures figures(fleet, concerns, clock);
        DayPane pane(fleet, clock);
        pane.setFigures(figures);
        pane.resize(700, 300);
        pane.show();
        const auto line = [&pane] {
            const auto labels = pane.findChildren<QLabel *>();
            const auto found =
                std::ranges::find_if(labels, [](const QLabel *one) { return one->toolTip().contains(u"Broken"_s); });
            return found == labels.end() ? nullptr : *found;
        };
        QVERIFY(line() != nullptr);
        QVERIFY(!line()->isVisible()); // nobody was told anything

        Batch batch;
        batch.stops.written = {promised(1, {})};
        fleet.apply(batch);
        QTRY_VERIFY(line()->isVisible());
        QVERIFY2(line()->text().startsWith(u"No promise to a customer was due yet"_s), qPrintable(line()->text()));

        batch.stops.written = {promised(2, at(14, 10)), promised(3, at(14, 20)), promised(4, at(15, 1)),
                               promised(5, at(14, 29))};
        fleet.apply(batch);
        QTRY_VERIFY(line()->text().startsWith(u"Promises kept: 75.0 % of 4 that were due · 1 broken"_s));
        QVERIFY(line()->text().contains(u"1 to come"_s));
        QCOMPARE(line()->accessibleName(), line()->text());

        clock.set(at(15, 1), 0.0); // nobody has come to the first
        figures.refresh();
        QVERIFY2(line()->text().startsWith(u"Promises kept: 60.0 % of 5 that were due · 2 broken"_s),
                 qPrintable(line()->text()));
    }
};

QTEST_MAIN(DayPaneTest)
#include "tst_daypane.moc"
