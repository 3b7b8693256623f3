// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What a trial of thresholds costs: a day of 40 routes of 15 stops, with a fix every 30 s for eight hours, replayed
// along straight lines.
#include "backend/trial/replay.h"

#include <QElapsedTimer>
#include <QTextStream>
#include <QTimeZone>

using namespace Doorstep;
using namespace Doorstep::Trial;
using namespace Qt::StringLiterals;

namespace {

constexpr int routeCount = 40;
constexpr int stopCount = 15;
constexpr int daySeconds = 8 * 3600;
constexpr int visitSeconds = daySeconds / stopCount;
const QDateTime start(QDate(2026, 3, 12), QTime(11, 0), QTimeZone::UTC);
const QGeoCoordinate centre(-34.889, -56.196);

QGeoCoordinate door(int route, int stop)
{
    return centre.atDistanceAndAzimuth(500.0 * (stop + 1), route * 360.0 / routeCount);
}

void addRoute(PastDay &day, int number)
{
    Route route{.id = RouteId(u"r%1"_s.arg(number)), .depot = day.depot.id, .driver = DriverId(u"d%1"_s.arg(number))};
    route.day = start.date();
    route.scheduledStart = start;
    route.scheduledEnd = start.addSecs(daySeconds);
    for (int i = 0; i < stopCount; ++i) {
        Stop stop{.id = StopId(u"s%1-%2"_s.arg(number).arg(i)), .depot = day.depot.id, .route = route.id};
        stop.where = door(number, i);
        stop.whereScore = i % 5 == 0 ? 0.75 : 0.95;
        stop.window.to = start.addSecs(qint64{visitSeconds} * (i + 1) - (i % 4 == 0 ? 1800 : -1800));
        stop.status = Stop::Status::Delivered;
        stop.completedAt = start.addSecs(qint64{visitSeconds} * (i + 1));
        route.stops.append(stop.id);
        day.stops.append(stop);
    }
    day.routes.append(route);
    for (int second = 0; second < daySeconds; second += 30) {
        const int stop = std::min(second / visitSeconds, stopCount - 1);
        const double way = std::min(1.0, (second % visitSeconds) / (visitSeconds * 0.8));
        Fix fix;
        fix.driver = route.driver;
        fix.fixedAt = start.addSecs(second);
        fix.receivedAt = fix.fixedAt.addSecs(1);
        fix.where = centre.atDistanceAndAzimuth(500.0 * (stop + way), number * 360.0 / routeCount);
        fix.batteryFraction = 1.0 - 0.9 * second / daySeconds;
        day.fixes.push_back(fix);
    }
}

} // namespace

int main()
{
    PastDay day;
    day.depot = {.id = DepotId(u"aguada"_s), .name = {}, .address = {}, .where = centre, .timeZone = u"UTC"_s};
    for (int i = 0; i < routeCount; ++i)
        addRoute(day, i);
    QTextStream out(stdout);
    for (const bool isSilenceChanged : {false, true}) {
        ThresholdValues proposed;
        proposed.set(Threshold::LowBattery, 30);
        if (isSilenceChanged)
            proposed.set(Threshold::SilentAfter, 120);
        QElapsedTimer timer;
        timer.start();
        const auto counts = replay(day, {}, proposed, {}, [] { return false; });
        if (!counts)
            return 1;
        out << "bench name=" << (isSilenceChanged ? "trial_day_twice" : "trial_day") << " value=" << timer.elapsed()
            << " unit=ms routes=" << routeCount << " stops=" << day.stops.size() << " fixes=" << day.fixes.size()
            << " cases_now=" << counts->first.value(u"battery"_s)
            << " cases_proposed=" << counts->second.value(u"battery"_s) << '\n';
    }
    return 0;
}
