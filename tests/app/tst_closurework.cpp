// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/closurework.h"
#include "models/store/touched.h"
#include "tests/app/workeddesk.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/closures/closuresheet.h"
#include "widgets/map/mapview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class ClosureWorkTest : public Test::WorkedDesk
{
    Q_OBJECT

private:
    [[nodiscard]] ClosureSheet &sheet() { return *m_place->window().findChild<ClosureSheet *>(); }
    [[nodiscard]] const Table<Closure> &closures() const { return m_store->fleet.closures(); }

    [[nodiscard]] static QList<QGeoCoordinate> around(const QGeoCoordinate &centre, double meters)
    {
        QList<QGeoCoordinate> corners;
        for (const double azimuth : {45.0, 135.0, 225.0, 315.0})
            corners.append(centre.atDistanceAndAzimuth(meters, azimuth));
        return corners;
    }

    void nameIt(const QString &name)
    {
        QTRY_VERIFY(sheet().isVisible());
        auto *field = sheet().findChild<QLineEdit *>();
        field->setText(name);
        QVERIFY(sheet().acceptButton()->isEnabled());
        sheet().acceptButton()->click();
    }

    QString write(const QByteArray &bytes)
    {
        const auto path = m_folder.filePath(u"areas.geojson"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void drawsOneAndTakesItBack()
    {
        const auto stop = openStop(0);
        action(u"closure.draw"_s)->trigger();
        QVERIFY(m_place->map().isSketching());
        m_place->map().setSketching(false);
        Q_EMIT m_place->map().sketched(around(shown(stop).where, 200));
        nameIt(u"Flood"_s);
        QTRY_COMPARE(closures().size(), 1);
        QCOMPARE(closures().at(0).name, u"Flood"_s);
        QVERIFY(touchedBy(closures().at(0), m_store->fleet, Test::at(14, 7)).stops.contains(stop));

        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(closures().size(), 0);
        action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE(closures().size(), 1);
    }

    void refusesAnAreaThatCrossesItself()
    {
        auto corners = around(shown(openStop(0)).where, 200);
        std::swap(corners[1], corners[2]);
        Q_EMIT m_place->map().sketched(corners);
        QTRY_VERIFY(toasts().newest());
        QVERIFY(toasts().newest()->text().contains(u"crosses itself"_s));
        QVERIFY(!sheet().isVisible());
    }

    void holdsWhatItTouchesAsOneDecision()
    {
        const auto where = shown(openStop(0)).where;
        Q_EMIT m_place->map().sketched(around(where, 1'500));
        nameIt(u"Flood"_s);
        QTRY_COMPARE(closures().size(), 1);
        const auto touched = touchedBy(closures().at(0), m_store->fleet, Test::at(14, 7)).stops;
        QVERIFY(!touched.isEmpty());
        const auto areHeld = [&](bool held) {
            return std::ranges::all_of(touched, [&](const StopId &stop) { return shown(stop).held == held; });
        };
        action(u"closure.hold"_s)->trigger();
        QTRY_VERIFY(areHeld(true));
        QVERIFY(touchedBy(closures().at(0), m_store->fleet, Test::at(14, 7)).stops.isEmpty());
        action(u"edit.undo"_s)->trigger();
        QTRY_VERIFY(areHeld(false));
    }

    void selectsWhatItTouchesAndLiftsIt()
    {
        Q_EMIT m_place->map().sketched(around(shown(openStop(0)).where, 300));
        nameIt(u"Flood"_s);
        QTRY_COMPARE(closures().size(), 1);
        action(u"closure.show"_s)->trigger();
        QVERIFY(m_store->selection.contains(openStop(0)));
        action(u"closure.lift"_s)->trigger();
        QTRY_COMPARE(closures().size(), 0);
        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(closures().size(), 1);
        QCOMPARE(closures().at(0).name, u"Flood"_s);
    }

    void showsItsCaseWithoutAStop()
    {
        Q_EMIT m_place->map().sketched(around(shown(openStop(0)).where, 300));
        nameIt(u"Feria"_s);
        QTRY_COMPARE(closures().size(), 1);
        Exception exception;
        exception.about = Subject::of(closures().at(0).id);
        exception.id = exceptionIdOf(u"closure"_s, exception.about, u"0"_s);
        exception.depot = closures().at(0).depot;
        exception.kind = u"closure"_s;
        exception.detail = u"3/2"_s;
        exception.openedAt = Test::at(14, 7);
        exception.dueAt = Test::at(14, 8);
        Batch batch;
        batch.exceptions.written = {exception};
        m_store->overlay.apply(batch);
        const auto *concerns = &m_store->concerns;
        QTRY_VERIFY(concerns->all().contains(Subject::of(exception.id)));
        m_store->selection.selectException(exception.id, {}, {});
        QTRY_VERIFY(m_place->window().findChild<DetailsPane *>()->isVisible());
        QCOMPARE(concerns->chosen(m_store->selection)->exception, exception.id);
        QMenu menu;
        m_place->closureWork().fill(menu);
        QVERIFY(menu.actions().contains(action(u"closure.hold"_s)));
        QVERIFY(action(u"case.close"_s)->isEnabled());

        exception.status = Exception::Status::Closed;
        exception.isCleared = true;
        batch.exceptions.written = {exception};
        m_store->overlay.apply(batch);
        QTRY_VERIFY(!concerns->all().contains(Subject::of(exception.id)));
    }

    void importsAllAreasOfAFileAsOneDecision()
    {
        m_place->closureWork().import(write(
            R"({"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"name":"North"},"geometry":{"type":"Polygon",
                 "coordinates":[[[-56.18,-34.9],[-56.17,-34.9],[-56.17,-34.89],[-56.18,-34.9]]]}},
                {"type":"Feature","properties":{},"geometry":{"type":"Polygon",
                 "coordinates":[[[-56.28,-34.9],[-56.27,-34.9],[-56.27,-34.89],[-56.28,-34.9]]]}}]})"));
        nameIt(u"Storm"_s);
        QTRY_COMPARE(closures().size(), 2);
        QStringList names;
        for (const auto &closure : closures())
            names.append(closure.name);
        names.sort(); // made in one moment: their ids say nothing of their order
        QCOMPARE(names, (QStringList{u"Storm"_s, u"Storm (2)"_s}));
        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(closures().size(), 0);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("no JSON") << QByteArray("PK\3\4") << u"not JSON"_s;
        QTest::newRow("crosses itself in the second") << QByteArray(R"({"type":"FeatureCollection","features":[
                {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}},
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}]})")
                                                      << u"Feature 2: Its outline crosses itself"_s;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        m_place->closureWork().import(write(bytes));
        QTRY_VERIFY(toasts().newest());
        QVERIFY2(toasts().newest()->text().contains(words), qPrintable(toasts().newest()->text()));
        QVERIFY(!sheet().isVisible());
    }

    void writesDownWhatTheCustomerSaysAndWasTold()
    {
        const auto stop = openStop(0);
        select({stop});
        const auto was = shown(stop).checkIn;
        action(u"customer.away"_s)->trigger();
        QTRY_COMPARE(shown(stop).checkIn.answer, CheckIn::Answer::NotThere);
        QCOMPARE(shown(stop).checkIn.how, CheckIn::How::Call);
        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(shown(stop).checkIn.answer, was.answer);
        QCOMPARE(shown(stop).checkIn, was);

        const auto before = shown(stop).promises.size();
        const auto *ahead = m_store->fleet.forecastOf(stop);
        QVERIFY(ahead);
        action(u"customer.told"_s)->trigger();
        QTRY_COMPARE(shown(stop).promises.size(), before + 1);
        QCOMPARE(shown(stop).promises.constLast().what, Promise::What::Eta);
        QVERIFY(shown(stop).promises.constLast().window.to >= ahead->lateArrival);
        action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(shown(stop).promises.size(), before);
        select({doneStop()});
        QVERIFY(!action(u"customer.there"_s)->isEnabled());
    }

    void isNothingForASupervisor()
    {
        signIn(User::Role::Supervisor);
        Q_EMIT m_place->map().sketched(around(shown(openStop(0)).where, 200));
        nameIt(u"Flood"_s);
        QTRY_VERIFY(toasts().newest());
        QCOMPARE(closures().size(), 0);
    }
};

QTEST_MAIN(ClosureWorkTest)

#include "tst_closurework.moc"
