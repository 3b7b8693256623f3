// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/trackroutes.h"

#include "backend/commands/documents.h"
#include "backend/http/problem.h"
#include "models/domain/trackingnumber.h"
#include "models/wire/fixwire.h"
#include "models/wire/kinds.h"
#include "models/wire/timewire.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

constexpr std::size_t mostFixes = 2'000;
constexpr int mostRead = 100'000; // more than a day of a fix a second

HttpResponsePtr unknownNumber()
{
    return Http::answerProblem({.status = drogon::k404NotFound,
                                .code = u"unknown_number"_s,
                                .detail = u"no parcel has this tracking number"_s});
}

Task<HttpResponsePtr> story(Services &services, Http::Call call)
{
    const auto number = parseTrackingNumber(call.parameters.value(0));
    if (!number)
        co_return Http::answerProblem(
            {.status = drogon::k400BadRequest, .code = u"bad_number"_s, .detail = number.error().detail});
    const auto holders = co_await services.store.holders(u"tracking_number"_s, {*number});
    if (!holders)
        co_return Http::answerError(holders.error());
    if (holders->value(0).isEmpty())
        co_return unknownNumber();
    const auto parcel = co_await findInDepots(services.store, Wire::Kinds::parcel, holders->value(0));
    if (!parcel)
        co_return parcel.error().kind == Error::Kind::NotFound ? unknownNumber() : Http::answerError(parcel.error());

    const auto key = [&parcel](QLatin1StringView kind, const QString &id) {
        return DocumentKey{.feed = parcel->feed, .kind = kind, .id = id};
    };
    const auto found = co_await findAll(services.store,
                                        {key(Wire::Kinds::order, parcel->body["order"_L1].toString()),
                                         key(Wire::Kinds::stop, parcel->body["stop"_L1].toString())});
    if (!found)
        co_return Http::answerError(found.error());
    QJsonObject answer{{u"parcel"_s, parcel->body}, {u"order"_s, found->at(0).body}, {u"stop"_s, found->at(1).body}};
    const auto route = found->at(1).body["route"_L1].toString();
    const auto forecast = co_await findAll(services.store, {key(Wire::Kinds::forecast, route)});
    if (forecast && forecast->front().exists())
        answer.insert("forecast"_L1, forecast->front().body);
    co_return Http::answerJson(answer);
}

Task<HttpResponsePtr> driverTrack(Services &services, Http::Call call)
{
    const auto from = Wire::timeFromText(QString::fromStdString(call.request->getParameter("from")));
    const auto to = Wire::timeFromText(QString::fromStdString(call.request->getParameter("to")));
    if (!from.isValid() || !to.isValid() || to < from) {
        co_return Http::answerProblem({.status = drogon::k400BadRequest,
                                       .code = u"malformed"_s,
                                       .detail = u"from and to must be RFC 3339 times in order"_s,
                                       .field = from.isValid() ? u"to"_s : u"from"_s});
    }
    const auto fixes = co_await services.store.track(DriverId(call.parameters.value(0)), from, to, mostRead);
    if (!fixes)
        co_return Http::answerError(fixes.error());
    QJsonArray thinned;
    const auto stride = std::max<std::size_t>(1, (fixes->size() + mostFixes - 2) / (mostFixes - 1));
    for (std::size_t i = 0; i < fixes->size(); ++i) {
        if (i % stride == 0 || i + 1 == fixes->size()) // both ends, always
            thinned.append(Wire::toJson((*fixes)[i]));
    }
    co_return Http::answerJson({{u"fixes"_s, thinned}});
}

} // namespace

void registerTrack(Http::Router &router, Services &services)
{
    router.add({.method = drogon::Get, .path = u"/v1/track/{number}"_s, .roles = {}, .handler = with(services, story)});
    router.add({.method = drogon::Get,
                .path = u"/v1/drivers/{driver}/track"_s,
                .roles = {User::Role::Dispatcher, User::Role::Supervisor, User::Role::Support, User::Role::Admin},
                .handler = with(services, driverTrack)});
}

} // namespace Doorstep::Api
