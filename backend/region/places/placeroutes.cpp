// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placeroutes.h"

#include <QJsonDocument>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

PlaceAnswer answerWith(const auto &json)
{
    return {.status = 200, .json = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

PlaceAnswer refuse(int status, const QString &message)
{
    return {.status = status,
            .json = QJsonDocument(Nominatim::errorJson(status, message)).toJson(QJsonDocument::Compact)};
}

PlaceAnswer refuse(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Malformed:
        return refuse(400, error.detail);
    case Error::Kind::Offline:
        return refuse(503, u"The server that knows the places does not answer. Try again later."_s);
    default:
        return refuse(500, u"The places could not be read."_s); // the detail names files, which is for our log
    }
}

PlaceAnswer search(const PlaceService &places, const Nominatim::Parameters &parameters)
{
    const auto request = Nominatim::searchRequest(parameters);
    if (!request)
        return refuse(request.error());
    const auto found = places.search(request->query);
    if (!found)
        return refuse(found.error());
    return answerWith(Nominatim::toJson(*found, *request, places.attribution()));
}

PlaceAnswer reverse(const PlaceService &places, const Nominatim::Parameters &parameters)
{
    const auto request = Nominatim::reverseRequest(parameters);
    if (!request)
        return refuse(request.error());
    const auto found = places.reverse(request->at, request->detail);
    if (!found && found.error().kind == Error::Kind::NotFound)
        return answerWith(QJsonObject{{u"error"_s, u"Unable to geocode"_s}}); // with status 200, as Nominatim does
    if (!found)
        return refuse(found.error());
    return answerWith(Nominatim::toJson(*found, request->format, request->addressDetails, places.attribution()));
}

} // namespace

PlaceAnswer answerPlaces(const PlaceService &places, QStringView path, const Nominatim::Parameters &parameters)
{
    auto call = path.sliced(path.lastIndexOf(u'/') + 1);
    if (call.endsWith(".php"_L1))
        call.chop(4);
    if (call == "search"_L1)
        return search(places, parameters);
    if (call == "reverse"_L1)
        return reverse(places, parameters);
    if (call == "status"_L1)
        return answerWith(QJsonObject{{u"status"_s, 0}, {u"message"_s, u"OK"_s}});
    return refuse(404, u"Only search, reverse and status are answered here."_s);
}

} // namespace Doorstep
