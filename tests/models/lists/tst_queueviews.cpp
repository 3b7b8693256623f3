// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/lists/savedviews.h"
#include "models/store/cause.h"
#include "models/store/concerns.h"
#include "models/store/fleet.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

using Filter = QueueView::Filter;

/// Another depot, to which the second driver belongs with all that they deliver; the drivers have different numbers of
/// cases.
Batch dayOfTwoDepots()
{
    auto day = someDay(4, 80);
    auto north = someDepot();
    north.id = DepotId(u"norte"_s);
    north.name = u"Norte"_s;
    day.depots.written.append(north);
    for (auto &route : day.routes.written) {
        if (route.id != routeId(1))
            continue;
        route.depot = north.id;
        for (auto &stop : day.stops.written) {
            if (route.stops.contains(stop.id))
                stop.depot = north.id;
        }
    }
    for (int driver = 0; driver < 4; ++driver) {
        for (const auto &kind :
             QStringList{u"battery"_s, u"off_route"_s, u"stopped"_s, u"mocked"_s}.first(driver + 1)) {
            const auto about = Subject::of(routeId(driver));
            Exception exception{.id = exceptionIdOf(kind, about, u"x"_s), .kind = kind, .about = about};
            exception.route = routeId(driver);
            exception.depot = driver == 1 ? north.id : someDepot().id;
            exception.openedAt = at(13, 30);
            day.exceptions.written.append(exception);
        }
    }
    return day;
}

QByteArray listOf(const QList<QJsonObject> &views)
{
    QJsonArray list;
    for (const auto &view : views)
        list.append(view);
    return QJsonDocument(list).toJson();
}

QJsonObject late(const QString &name, const QJsonObject &more = {})
{
    QJsonObject view{
        {u"name"_s, name}, {u"filter"_s, u"open"_s}, {u"kind"_s, u"late"_s}, {u"driver"_s, u""_s}, {u"depot"_s, u""_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        view[it.key()] = it.value();
    return view;
}

} // namespace

/// Which cases a view shows, and what becomes of those that a person has named.
class QueueViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->apply(dayOfTwoDepots());
        m_concerns = std::make_unique<Concerns>(*m_fleet);
        m_attention = std::make_unique<AttentionListModel>(*m_fleet, *m_concerns);
        m_cases = std::make_unique<AttentionFilterModel>(*m_attention);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_cases.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_cases->rowCount() >= 10);
    }

    void cleanup()
    {
        m_tester.reset();
        m_cases.reset();
        m_attention.reset();
        m_concerns.reset();
        m_fleet.reset();
    }

    void showsAndCountsOneDriversOnly()
    {
        const int all = m_cases->rowCount();
        int shared = 0;
        for (const auto &[id, name, count] : m_cases->drivers(100)) {
            QVERIFY(!name.isEmpty());
            m_cases->setView({.driver = DriverId(id)});
            QCOMPARE(m_cases->rowCount(), count);
            QCOMPARE(m_cases->count(Filter::Open), count);
            QCOMPARE(m_cases->count(Filter::Unassigned), count);
            for (int row = 0; row < count; ++row)
                QCOMPARE(m_cases->index(row, 0).data(AttentionListModel::DriverIdRole), id);
            shared += count;
        }
        m_cases->setView({});
        QCOMPARE(m_cases->rowCount(), all);
        int nobodys = 0;
        for (int row = 0; row < all; ++row)
            nobodys += m_cases->index(row, 0).data(AttentionListModel::DriverIdRole).toString().isEmpty() ? 1 : 0;
        QCOMPARE(shared + nobodys, all);
    }

    void showsOneDepotsOnly()
    {
        const auto depots = m_cases->depots();
        QCOMPARE(depots.size(), 2);
        int all = 0;
        for (const auto &[id, name, count] : depots) {
            m_cases->setView({.depot = DepotId(id)});
            QCOMPARE(m_cases->rowCount(), count);
            QVERIFY2(count > 0, qPrintable(name));
            all += count;
        }
        m_cases->setView({});
        QCOMPARE(m_cases->rowCount(), all);
        QCOMPARE(m_cases->nameOf(DepotId(u"norte"_s)), u"Norte"_s);
    }

    void offersThoseWithTheMostFirstAndNotMoreThanAsked()
    {
        const auto drivers = m_cases->drivers(100);
        QVERIFY(drivers.size() > 2);
        QVERIFY(std::ranges::is_sorted(drivers, std::ranges::greater(), &AttentionFilterModel::Share::count));
        QCOMPARE(m_cases->drivers(2), drivers.first(2));
        QVERIFY(m_cases->drivers(0).isEmpty());
        m_cases->setView({.filter = Filter::Closed});
        QVERIFY(m_cases->drivers(100).isEmpty());
    }

    // Choosing a driver offers the others still, with what the rest of the view has of them.
    void offersTheOthersToo()
    {
        const auto before = m_cases->drivers(100);
        m_cases->setView({.driver = DriverId(before.first().id)});
        QCOMPARE(m_cases->drivers(100), before);
        m_cases->setView({.driver = driverId(1), .depot = DepotId(u"norte"_s)});
        QCOMPARE(m_cases->drivers(100).size(), 1);
        QCOMPARE(m_cases->drivers(100).first().id, driverId(1).toString());
    }

    void joinsConditions()
    {
        m_cases->setView({.kind = u"battery"_s, .driver = driverId(1), .depot = DepotId(u"norte"_s)});
        QCOMPARE(m_cases->rowCount(), 1);
        QCOMPARE(m_cases->index(0, 0).data(AttentionListModel::KindWordRole), u"battery"_s);
        m_cases->setView({.driver = driverId(0), .depot = DepotId(u"norte"_s)});
        QCOMPARE(m_cases->rowCount(), 0);
        QVERIFY(m_cases->kinds().isEmpty());
        m_cases->setView({.driver = DriverId(u"somebody-else"_s)});
        QCOMPARE(m_cases->rowCount(), 0);
        QCOMPARE(m_cases->count(Filter::Open), 0);
    }

    void followsARouteThatIsGivenToAnotherDriver()
    {
        const auto drivers = m_cases->drivers(100);
        const DriverId from(drivers.at(0).id);
        const DriverId to(drivers.at(1).id);
        auto route = *std::ranges::find(m_fleet->routes(), from, &Route::driver);
        m_cases->setView({.driver = to});
        route.driver = to;
        Batch batch;
        batch.routes.written = {route};
        m_fleet->apply(batch);
        QCOMPARE(m_cases->rowCount(), drivers.at(0).count + drivers.at(1).count);
        QCOMPARE(m_cases->count(Filter::Open), drivers.at(0).count + drivers.at(1).count);
        m_cases->setView({.driver = from});
        QCOMPARE(m_cases->rowCount(), 0);
    }

    void tellsOfAnotherViewOnce()
    {
        const QSignalSpy told(m_cases.get(), &AttentionFilterModel::viewChanged);
        int rows = -1;
        connect(m_cases.get(), &AttentionFilterModel::viewChanged, this, [&] { rows = m_cases->rowCount(); });
        const QueueView view{.filter = Filter::Unassigned, .driver = driverId(1)};
        m_cases->setView(view);
        QCOMPARE(told.count(), 1);
        QCOMPARE(m_cases->view(), view);
        QCOMPARE(rows, m_cases->rowCount()); // they are there when it is told
        m_cases->setView(view);
        QCOMPARE(told.count(), 1);
    }

    void namesRenamesAndRemovesAView()
    {
        SavedViews views;
        const QSignalSpy changed(&views, &SavedViews::changed);
        const QueueView mine{.filter = Filter::Mine, .kind = u"late"_s};
        const QueueView north{.depot = DepotId(u"norte"_s)};
        QVERIFY(views.put(u" Mine\n late "_s, mine));
        QVERIFY(views.put(u"North"_s, north));
        QCOMPARE(views.all(), (QList<SavedView>{{u"Mine late"_s, mine}, {u"North"_s, north}}));
        QVERIFY(views.put(u"My late ones"_s, mine)); // renamed in its place
        QCOMPARE(views.indexOf(mine), 0);
        QVERIFY(views.put(u"north"_s, mine)); // takes the name of the other
        QCOMPARE(views.all(), (QList<SavedView>{{u"north"_s, mine}}));
        QVERIFY(views.put(u"NORTH"_s, north)); // and back: the same name, another view
        QCOMPARE(views.all(), (QList<SavedView>{{u"NORTH"_s, north}}));
        views.remove(mine);
        QCOMPARE(changed.count(), 5);
        views.remove(north);
        QVERIFY(views.all().isEmpty());
    }

    void hasRoomForAsManyAsThereAreKeys()
    {
        SavedViews views;
        for (int i = 0; i < SavedViews::most; ++i)
            QVERIFY(views.put(u"view %1"_s.arg(i), {.kind = u"kind%1"_s.arg(i)}));
        QVERIFY(!views.put(u"one more"_s, {.kind = u"more"_s}));
        QVERIFY(views.put(u"View 0"_s, {.kind = u"more"_s})); // in the place of another
        QCOMPARE(views.all().size(), SavedViews::most);
        QVERIFY(!views.put(u" \n"_s, {.kind = u"nameless"_s}));
        QVERIFY(!views.put(u"everything"_s, {}));
    }

    void comesBackAsItWasKept()
    {
        SavedViews views;
        for (const auto filter : QueueView::filters)
            QVERIFY(views.put(u"ñandú & Co. %1"_s.arg(qToUnderlying(filter)),
                              {.filter = filter, .kind = u"late"_s, .driver = driverId(1), .depot = someDepot().id}));
        SavedViews again;
        const QSignalSpy changed(&again, &SavedViews::changed);
        again.restore(views.toJson());
        QCOMPARE(again.all(), views.all());
        QCOMPARE(changed.count(), 1);
        again.restore({}); // another person
        QVERIFY(again.all().isEmpty());
    }

    void leavesOutWhatIsNotAView_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *title, const QByteArray &json, const QStringList &names) {
            QTest::newRow(title) << json << names;
        };
        row("nothing", {}, {});
        row("no JSON", "\xff\xfe{{{", {});
        row("an object", R"({"name":"x"})", {});
        row("things that are no views", R"([1, null, "x", [], {}])", {});
        row("a name that is a number", R"([{"name":1,"filter":"open","kind":"late","driver":"","depot":""}])", {});
        row("a driver that is a number", R"([{"name":"x","filter":"open","kind":"late","driver":1,"depot":""}])", {});
        row("a filter of a later Doorstep", listOf({late(u"a"_s, {{u"filter"_s, u"urgent"_s}}), late(u"b"_s)}),
            {u"b"_s});
        row("a driver that is no id", listOf({late(u"a"_s, {{u"driver"_s, u"../../x"_s}})}), {});
        row("a kind that is markup", listOf({late(u"a"_s, {{u"kind"_s, u"<b>"_s}})}), {});
        row("everything", listOf({late(u"a"_s, {{u"kind"_s, u""_s}})}), {});
        row("the same view twice", listOf({late(u"a"_s), late(u"b"_s)}), {u"a"_s});
        row("the same name twice", listOf({late(u"a"_s), late(u"A"_s, {{u"driver"_s, u"d"_s}})}), {u"a"_s});
        row("a name of many lines", listOf({late(u"a\n\tb\u202E\u0000c"_s)}), {u"a bc"_s});
        row("a name too long", listOf({late(QString(5'000, u'x'))}), {QString(40, u'x')});
        row("far too much", listOf({late(QString(100'000, u'x'))}), {});
        QList<QJsonObject> many;
        QStringList first;
        for (int i = 0; i < 300; ++i) {
            many.append(late(u"v%1"_s.arg(i), {{u"driver"_s, u"d%1"_s.arg(i)}}));
            if (i < SavedViews::most)
                first.append(u"v%1"_s.arg(i));
        }
        row("more than there is room for", listOf(many), first);
    }

    void leavesOutWhatIsNotAView()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QStringList, names);
        SavedViews views;
        views.restore(json);
        QStringList found;
        for (const auto &one : views.all())
            found.append(one.name);
        QCOMPARE(found, names);
    }

private:
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Concerns> m_concerns;
    std::unique_ptr<AttentionListModel> m_attention;
    std::unique_ptr<AttentionFilterModel> m_cases;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(QueueViewsTest)
#include "tst_queueviews.moc"
