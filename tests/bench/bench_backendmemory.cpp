// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// What the real doorstepd keeps in memory with 10,000 drivers, their routes and 50,000 stops, given to it through its
// public API, after its watchers have seen all of it.
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"
#include "tests/support/processmemory.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

constexpr int drivers = 10'000;
constexpr int stopsARoute = 5;
constexpr int ordersARequest = 1'000;
constexpr int routesARequest = 1'000;

/// The backend, and how to say things to it.
class City
{
public:
    explicit City(const QUrl &server)
        : m_server(server)
        , m_token(Test::tokenOf(server, Test::BackendProcess::user, Test::BackendProcess::password))
    {
    }

    bool plan(const QJsonObject &plan)
    {
        return !Test::ask(m_server, Test::request("PUT", "/v1/plan", "application/json", bytes(plan), m_token))
                    .isEmpty();
    }

    QStringList order(const QJsonArray &orders)
    {
        const auto kind = "application/json\r\nIdempotency-Key: \"" + QByteArray::number(++m_requests) + '"';
        const auto answer =
            Test::ask(m_server, Test::request("POST", "/v1/orders", kind, bytes({{u"orders"_s, orders}}), m_token));
        QStringList stops;
        for (const auto &made : QJsonDocument::fromJson(answer)["orders"_L1].toArray())
            stops.append(made["stop"_L1].toString());
        return stops;
    }

private:
    static QByteArray bytes(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

    QUrl m_server;
    QByteArray m_token;
    int m_requests = 0;
};

QJsonObject someOrder(int number)
{
    const double across = (number % 1'000) * 0.0002;
    return {{u"depot"_s, u"big"_s},
            {u"reference"_s, u"r%1"_s.arg(number)},
            {u"shop"_s, u"Librería Sur"_s},
            {u"customer"_s, u"Customer %1"_s.arg(number)},
            {u"phone"_s, u"+5989%1"_s.arg(number, 7, 10, QChar(u'0'))},
            {u"address"_s, QJsonObject{{u"text"_s, u"Calle %1 %2"_s.arg(number / 100).arg(number % 100)}}},
            {u"where"_s, QJsonArray{-56.2 + across, -34.9 + (number % 50'000) / 1e6}},
            {u"window"_s,
             QJsonObject{{u"from"_s, u"2026-03-12T12:00:00.000Z"_s}, {u"to"_s, u"2026-03-12T20:00:00.000Z"_s}}},
            {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.0}}}}};
}

bool fill(City &city)
{
    QJsonArray people;
    QJsonArray vans;
    for (int i = 0; i < drivers; ++i) {
        const auto id = u"driver-%1"_s.arg(i);
        people.append(QJsonObject{{u"id"_s, id}, {u"depot"_s, u"big"_s}, {u"name"_s, u"Driver %1"_s.arg(i)}});
        vans.append(QJsonObject{{u"id"_s, u"van-%1"_s.arg(i)},
                                {u"depot"_s, u"big"_s},
                                {u"name"_s, u"Van %1"_s.arg(i)},
                                {u"kind"_s, u"van"_s},
                                {u"capacity_kg"_s, 800}});
    }
    const QJsonObject depot{{u"id"_s, u"big"_s},
                            {u"name"_s, u"Big"_s},
                            {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                            {u"where"_s, QJsonArray{-56.1, -34.9}},
                            {u"time_zone"_s, u"America/Montevideo"_s}};
    if (!city.plan({{u"depots"_s, QJsonArray{depot}}}))
        return false;
    for (int first = 0; first < drivers; first += routesARequest) {
        QJsonArray some;
        QJsonArray someVans;
        for (int i = first; i < first + routesARequest; ++i) {
            some.append(people.at(i));
            someVans.append(vans.at(i));
        }
        if (!city.plan({{u"drivers"_s, some}, {u"vehicles"_s, someVans}}))
            return false;
    }
    QStringList stops;
    for (int first = 0; first < drivers * stopsARoute; first += ordersARequest) {
        QJsonArray orders;
        for (int i = first; i < first + ordersARequest; ++i)
            orders.append(someOrder(i));
        stops += city.order(orders);
    }
    if (stops.size() != drivers * stopsARoute)
        return false;
    for (int first = 0; first < drivers; first += routesARequest) {
        QJsonArray routes;
        for (int i = first; i < first + routesARequest; ++i) {
            routes.append(QJsonObject{{u"id"_s, u"route-%1"_s.arg(i)},
                                      {u"depot"_s, u"big"_s},
                                      {u"driver"_s, u"driver-%1"_s.arg(i)},
                                      {u"vehicle"_s, u"van-%1"_s.arg(i)},
                                      {u"day"_s, u"2026-03-12"_s},
                                      {u"status"_s, u"planned"_s},
                                      {u"scheduled_start"_s, u"2026-03-12T12:00:00.000Z"_s},
                                      {u"stops"_s, QJsonArray::fromStringList(stops.mid(i * stopsARoute, stopsARoute))},
                                      {u"load"_s, 0.5}});
        }
        if (!city.plan({{u"routes"_s, routes}}))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start())
        qFatal("%s", qPrintable(backend.problem()));
    City city(backend.url());
    if (!fill(city))
        qFatal("the backend did not take the day");
    double most = Test::memoryOf(backend.processId()).resident;
    // A figure of a running server: the most of half a minute, in which its watchers go round.
    for (int i = 0; i < 30; ++i) {
        QThread::sleep(std::chrono::seconds(1));
        most = std::max(most, Test::memoryOf(backend.processId()).resident);
    }
    QTextStream(stdout) << "bench name=backend_memory value=" << most
                        << " unit=MB n=1 stops=50000 drivers=10000 now=" << Test::memoryOf(backend.processId()).resident
                        << '\n';
    backend.stop();
    return 0;
}
