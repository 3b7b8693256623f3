// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"
#include "widgets/map/mappins.h"
#include "widgets/map/mapview.h"

#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

/// Pins upon the map, by a real pointer.
class MapPinsTest : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    std::unique_ptr<MapView> m_map;
    MapPins *m_pins = nullptr;
    const QGeoCoordinate m_middle{-34.9, -56.16};

    [[nodiscard]] QList<MapPin *> buttons() const
    {
        QList<MapPin *> shown;
        for (auto *pin : m_map->findChildren<MapPin *>()) {
            if (pin->isVisible())
                shown.append(pin);
        }
        std::ranges::sort(shown, {}, &MapPin::number); // the current one was raised
        return shown;
    }
    static QPointF tipOf(const MapPin *pin)
    {
        return QPointF(pin->pos()) + QPointF(pin->width() / 2.0, pin->height() - 2.0);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_map = std::make_unique<MapView>(m_clock);
        m_map->setAnimated(false);
        m_map->resize(800, 600);
        m_pins = new MapPins(*m_map);
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
        m_map->setCamera({.centre = m_middle, .zoom = 15});
    }

    void standWhereThePlacesAre()
    {
        m_pins->setPins({{.name = u"Rivera 1"_s, .where = m_middle},
                         {.name = u"Far away"_s, .where = QGeoCoordinate(-30, -50)},
                         {.name = u"Nowhere"_s, .where = {}}});
        QCOMPARE(buttons().size(), 1);
        QVERIFY((tipOf(buttons()[0]) - QPointF(400, 300)).manhattanLength() < 2.0);
        QCOMPARE(buttons()[0]->accessibleName(), u"Pin 1: Rivera 1"_s);
        m_map->setCamera({.centre = QGeoCoordinate(-34.9, -56.161), .zoom = 15});
        QVERIFY(tipOf(buttons()[0]).x() > 410);
        m_pins->setPins({});
        QCOMPARE(buttons().size(), 0);
    }

    void areChosenByAClick()
    {
        QSignalSpy chosen(m_pins, &MapPins::chosen);
        const QSignalSpy mapClicked(m_map.get(), &MapView::selectionRequested);
        m_pins->setPins(
            {{.name = u"A"_s, .where = m_middle}, {.name = u"B"_s, .where = QGeoCoordinate(-34.902, -56.16)}});
        m_pins->setCurrent(0);
        QTest::mouseClick(buttons()[1], Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
        QVERIFY(buttons()[0]->isCurrent() && !buttons()[1]->isCurrent()); // until it is told so
        m_pins->setCurrent(1);
        QVERIFY(!buttons()[0]->isCurrent() && buttons()[1]->isCurrent());
        QCOMPARE(mapClicked.size(), 0); // the map below hears nothing of it
    }

    void areDraggedToSayWhere()
    {
        QSignalSpy dropped(m_pins, &MapPins::dropped);
        const QSignalSpy chosen(m_pins, &MapPins::chosen);
        m_pins->setPins({{.name = u"A"_s, .where = m_middle}});
        auto *pin = buttons()[0];
        const auto before = pin->pos();
        const QPoint grip(14, 14);
        QTest::mousePress(pin, Qt::LeftButton, {}, grip);
        QTest::mouseMove(pin, grip + QPoint(60, 40));
        QTest::mouseRelease(pin, Qt::LeftButton, {}, grip);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(chosen.size(), 0);
        const auto place = dropped[0][1].value<QGeoCoordinate>();
        QVERIFY(place.longitude() > m_middle.longitude());
        QVERIFY(place.latitude() < m_middle.latitude());
        QCOMPARE(pin->pos(), before); // it stays where it was: another one is set there
    }
};

QTEST_MAIN(MapPinsTest)
#include "tst_mappins.moc"
