// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What the console's models weigh with 10,000 drivers and 50,000 stops, and how fast they answer then: search, sorting,
// one batch of changes.
#include "models/lists/attentionlistmodel.h"
#include "models/lists/routefiltermodel.h"
#include "models/lists/routelistmodel.h"
#include "models/lists/searchmodel.h"
#include "models/lists/stoplistmodel.h"
#include "models/lists/timelinemodel.h"
#include "models/store/concerns.h"
#include "models/store/dayfigures.h"
#include "models/store/fleet.h"
#include "models/store/serverclock.h"
#include "models/sync/batchbuilder.h"
#include "tests/support/days.h"
#include "tests/support/documents.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <malloc.h>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int driverCount = 10'000;
constexpr int stopCount = 50'000;

void report(const QString &name, double value, const QString &unit, qsizetype n)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << QString::number(value, 'f', 2) << " unit=" << unit
                        << " n=" << n << '\n';
}

double residentMegabytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    return file.readAll().split(' ').value(1).toDouble() * 4'096.0 / 1e6;
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void fill(Fleet &fleet)
{
    // Decoded from JSON, so that no two strings share what they would not share in life.
    BatchBuilder builder;
    for (const auto &document : organisationDocuments(driverCount))
        builder.add(document);
    for (const auto &document : depotDocuments(driverCount, stopCount))
        builder.add(document);
    double longest = 0.0;
    while (!builder.isEmpty()) {
        const auto batch = builder.take(1'000);
        longest = std::max(longest, milliseconds([&] { fleet.apply(batch); }));
    }
    report(u"models_longest_batch_of_1000"_s, longest, u"ms"_s, stopCount);
}

void benchSearch(Fleet &fleet, SearchModel &search)
{
    report(u"search_index_all"_s, milliseconds([&] { search.catchUp(); }), u"ms"_s, stopCount);
    QList<double> times;
    for (const auto *query :
         {u"a", u"ca", u"ram", u"rambla", u"rambla wlison 22", u"julio 1234", u"4400", u"carla nunez",
          u"bruno silva ellauri 12", u"DS 4400 0123", u"xyzzy", u"emilio frugoni 21"}) {
        for (int i = 0; i < 5; ++i)
            times.append(milliseconds([&] { search.setQuery(QString::fromUtf16(query)); }));
    }
    std::ranges::sort(times);
    report(u"search_p50"_s, times.at(times.size() / 2), u"ms"_s, stopCount);
    report(u"search_p95"_s, times.at(times.size() * 95 / 100), u"ms"_s, stopCount);
    report(u"search_most"_s, times.constLast(), u"ms"_s, stopCount);
    (void)fleet;
}

void benchChanges(Fleet &fleet)
{
    Batch batch;
    for (int i = 0; i < 200; ++i) {
        auto stop = fleet.stops().at(qsizetype{7} * i);
        stop.note = u"changed"_s;
        batch.stops.written.append(stop);
        auto forecast = fleet.forecasts().at(qsizetype{3} * i);
        forecast.slack = std::chrono::seconds(i);
        batch.forecasts.written.append(forecast);
    }
    report(u"models_batch_of_400_changes"_s, milliseconds([&] { fleet.apply(batch); }), u"ms"_s, stopCount);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto empty = residentMegabytes();
    Fleet fleet;
    fill(fleet);
    report(u"store_memory"_s, residentMegabytes() - empty, u"MB"_s, stopCount);

    const ServerClock clock;
    const Concerns concerns(fleet);
    const DayFigures figures(fleet, concerns, clock);
    RouteListModel routes(fleet);
    const RouteFilterModel shownRoutes(routes);
    StopListModel stops(fleet);
    const TimelineModel timeline(fleet);
    const AttentionListModel attention(fleet, concerns);
    SearchModel search(fleet);
    benchSearch(fleet, search);
    report(u"models_memory"_s, residentMegabytes() - empty, u"MB"_s, stopCount);
    report(u"stops_sort_by_address"_s, milliseconds([&] { stops.sort(StopListModel::AddressColumn); }), u"ms"_s,
           stopCount);
    report(u"stops_sort_by_arrival"_s, milliseconds([&] { stops.sort(StopListModel::ArrivalColumn); }), u"ms"_s,
           stopCount);
    benchChanges(fleet);
    return 0;
}
