// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/regionroutes.h"

#include "backend/http/problem.h"
#include "backend/region/places/placeroutes.h"
#include "backend/region/roads/osrmdialect.h"
#include "backend/region/tiles/tileroutes.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

using drogon::HttpResponsePtr;
using drogon::Task;

HttpResponsePtr answerNoRegion()
{
    return Http::answerProblem(
        {.status = drogon::k503ServiceUnavailable,
         .code = u"no_region"_s,
         .detail = u"the server was started without what answers this: give it --region FILE"_s});
}

QHash<QString, QString> parametersOf(const drogon::HttpRequest &request)
{
    QHash<QString, QString> parameters;
    for (const auto &[name, value] : request.parameters())
        parameters.insert(QString::fromStdString(name), QString::fromStdString(value));
    return parameters;
}

QString pathOf(const drogon::HttpRequest &request)
{
    return QString::fromStdString(request.path());
}

HttpResponsePtr jsonWithStatus(const QByteArray &json, int status)
{
    auto response = Http::answerBytes(json);
    response->setStatusCode(static_cast<drogon::HttpStatusCode>(status));
    return response;
}

Task<HttpResponsePtr> osrm(RegionServices *region, Http::Call call)
{
    if (!region || !region->roads)
        co_return answerNoRegion();
    const auto path = pathOf(*call.request).sliced("/osrm"_L1.size());
    const auto reply =
        co_await runOn(region->questions, [region, path, query = parametersOf(*call.request)]() -> Result<OsrmReply> {
            return answerOsrm(*region->roads, path, query);
        });
    co_return reply ? jsonWithStatus(reply->json, reply->status) : Http::answerError(reply.error());
}

Task<HttpResponsePtr> nominatim(RegionServices *region, Http::Call call)
{
    if (!region || !region->places)
        co_return answerNoRegion();
    const auto reply = co_await runOn(
        region->questions,
        [region, path = pathOf(*call.request), query = parametersOf(*call.request)]() -> Result<PlaceAnswer> {
            return answerPlaces(*region->places, path, query);
        });
    co_return reply ? jsonWithStatus(reply->json, reply->status) : Http::answerError(reply.error());
}

Task<HttpResponsePtr> tile(RegionServices *region, Http::Call call)
{
    if (!region || !region->tiles)
        co_return answerNoRegion();
    const auto wanted = tileRequest(pathOf(*call.request));
    if (!wanted)
        co_return Http::answerError(wanted.error());
    const auto etag = tileEtag(*wanted, region->tiles->edition()).toStdString();
    HttpResponsePtr response;
    if (call.request->getHeader("if-none-match") == etag) {
        response = Http::answerNothing(drogon::k304NotModified);
    } else {
        const auto png =
            co_await runOn(region->drawings, [region, wanted = *wanted] { return region->tiles->tile(wanted); });
        if (!png)
            co_return Http::answerError(png.error());
        response = Http::answerBytes(*png, "image/png");
    }
    response->addHeader("ETag", etag);
    response->addHeader("Cache-Control",
                        std::string(tileCacheControl.data(), static_cast<std::size_t>(tileCacheControl.size())));
    co_return response;
}

} // namespace

void registerRegion(Http::Router &router, RegionServices *region)
{
    const auto add = [&](const QString &path, Task<HttpResponsePtr> (*answer)(RegionServices *, Http::Call)) {
        router.add({.method = drogon::Get,
                    .path = path,
                    .door = Http::Door::Region,
                    .roles = {},
                    .handler = [region, answer](Http::Call call) { return answer(region, std::move(call)); }});
    };
    add(u"/tiles/{style}/{z}/{x}/{y}"_s, tile);
    add(u"/osrm/{service}/v1/{rest...}"_s, osrm);
    add(u"/nominatim/{service}"_s, nominatim);
}

} // namespace Doorstep::Api
