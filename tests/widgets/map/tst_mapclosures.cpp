// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "widgets/map/hovercard.h"
#include "widgets/map/mapview.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

const QGeoCoordinate centre(-34.9, -56.16);
const SystemClock systemClock;

ClosureArea around(const QGeoCoordinate &middle, double meters, const QString &name = u"Flood"_s)
{
    ClosureArea area{.id = ClosureId(u"flood"_s), .name = name};
    for (const double azimuth : {45.0, 135.0, 225.0, 315.0})
        area.outline.append(middle.atDistanceAndAzimuth(meters, azimuth));
    return area;
}

/// Pixels of \a picture within \a reach of its middle that are about \a colour.
int count(const QImage &picture, const QColor &colour, int reach)
{
    const QPoint middle(picture.width() / 2, picture.height() / 2);
    int found = 0;
    for (int y = middle.y() - reach; y < middle.y() + reach; ++y) {
        for (int x = middle.x() - reach; x < middle.x() + reach; ++x) {
            const auto seen = picture.pixelColor(x, y);
            found += std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green())
                    + std::abs(seen.blue() - colour.blue())
                < 40;
        }
    }
    return found;
}

using End = void (*)(MapView &);

} // namespace

Q_DECLARE_METATYPE(End)

class MapClosuresTest : public QObject
{
    Q_OBJECT

private:
    static void show(MapView &view)
    {
        view.setAnimated(false);
        view.resize(800, 600);
        view.setCamera({.centre = centre, .zoom = 14.0});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void hatchesWhatIsClosedAndNamesIt_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void hatchesWhatIsClosedAndNamesIt()
    {
        QFETCH(const bool, dark);
        const auto theme = dark ? Theme::dark() : Theme::light();
        MapView view(systemClock);
        view.setPalette(theme.palette());
        show(view);
        const auto before = view.grab().toImage();
        view.setClosures({around(centre, 500)});
        const auto after = view.grab().toImage();
        int different = 0;
        for (int y = 0; y < after.height(); y += 2) {
            for (int x = 0; x < after.width(); x += 2)
                different += before.pixelColor(x, y) != after.pixelColor(x, y) ? 1 : 0;
        }
        QVERIFY2(different > 500, qPrintable(QString::number(different)));
        QVERIFY(different < 30'000); // hatched, not painted over
        const auto labels = view.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text() == u"Flood"_s; }));
        view.setClosures({});
        QCOMPARE(view.grab().toImage(), before);
    }

    void leavesAHoleAlone()
    {
        MapView view(systemClock);
        show(view);
        auto ring = around(centre, 700, {});
        ring.holes = {around(centre, 350).outline};
        view.setClosures({ring});
        const auto bad = Theme::of(view.palette()).bad;
        QCOMPARE(count(view.grab().toImage(), bad, 12), 0);
        ring.holes.clear();
        view.setClosures({ring});
        QVERIFY(!view.closureAt({400, 300}).toString().isEmpty());
        ring.holes = {around(centre, 350).outline};
        view.setClosures({ring});
        QVERIFY(!view.closureAt({400, 300}).isValid());
    }

    void describesTheClosureUnderThePointer()
    {
        MapView view(systemClock);
        show(view);
        view.setClosureDescription([](const ClosureId &id) { return MapCard{.title = id.toString()}; });
        view.setClosures({around(centre, 500)});
        QTest::mouseMove(&view, {420, 330});
        auto *card = view.findChild<HoverCard *>();
        QTRY_COMPARE(card->card().title, u"flood"_s);
        const QSignalSpy activated(&view, &MapView::closureActivated);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {420, 330});
        QCOMPARE(activated.size(), 1);
    }

    void drawsAnAreaCornerByCorner_data()
    {
        QTest::addColumn<End>("end");
        const auto row = [](const char *name, End end) { QTest::newRow(name) << end; };
        row("Enter", [](MapView &view) { QTest::keyClick(&view, Qt::Key_Return); });
        row("a double click", [](MapView &view) { QTest::mouseDClick(&view, Qt::LeftButton, {}, {500, 400}); });
        row("the first corner again", [](MapView &view) { QTest::mouseClick(&view, Qt::LeftButton, {}, {302, 201}); });
    }
    void drawsAnAreaCornerByCorner()
    {
        QFETCH(const End, end);
        MapView view(systemClock);
        show(view);
        const QSignalSpy sketched(&view, &MapView::sketched);
        const QSignalSpy selected(&view, &MapView::selectionRequested);
        view.setSketching(true);
        for (const QPoint corner : {QPoint(300, 200), QPoint(500, 200), QPoint(500, 400), QPoint(100, 100)})
            QTest::mouseClick(&view, Qt::LeftButton, {}, corner);
        QTest::keyClick(&view, Qt::Key_Backspace); // the last one was a slip
        end(view);
        QCOMPARE(sketched.size(), 1);
        const auto corners = sketched.constFirst().constFirst().value<QList<QGeoCoordinate>>();
        QCOMPARE(corners.size(), 3);
        QVERIFY(corners.at(0).latitude() > corners.at(2).latitude());
        QVERIFY(corners.at(0).longitude() < corners.at(1).longitude());
        QVERIFY(!view.isSketching());
        QCOMPARE(selected.size(), 0);
    }

    void givesUpWithEscapeAndDoesNotEndTooEarly()
    {
        MapView view(systemClock);
        show(view);
        const QSignalSpy sketched(&view, &MapView::sketched);
        const QSignalSpy givenUp(&view, &MapView::sketchGivenUp);
        view.setSketching(true);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {300, 200});
        QTest::mouseClick(&view, Qt::LeftButton, {}, {400, 200});
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.isSketching()); // two corners are no area
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(givenUp.size(), 1);
        QCOMPARE(sketched.size(), 0);
        QVERIFY(!view.isSketching());
        QTest::keyClick(&view, Qt::Key_Backspace);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(givenUp.size(), 1);
    }

    void pansWhileDrawing()
    {
        MapView view(systemClock);
        show(view);
        view.setSketching(true);
        const auto before = view.camera().centre;
        QTest::mousePress(&view, Qt::LeftButton, {}, {400, 300});
        QTest::mouseMove(&view, {460, 300});
        QTest::mouseMove(&view, {500, 300});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {500, 300});
        QVERIFY(view.camera().centre != before);
        QVERIFY(view.isSketching());
    }
};

QTEST_MAIN(MapClosuresTest)

#include "tst_mapclosures.moc"
