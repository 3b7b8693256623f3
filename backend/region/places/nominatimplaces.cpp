// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/nominatimplaces.h"

#include "backend/region/import/regionimport.h"
#include "backend/region/places/nominatimdialect.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <thread>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAnswer = 4 << 20; // bytes; forty places take about forty thousand

void add(QUrlQuery &parameters, const QString &name, const QString &value)
{
    // QUrlQuery leaves a plus as it is, and servers read it as a space.
    if (!value.isEmpty())
        parameters.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QString searchParameters(const PlaceQuery &query)
{
    QUrlQuery parameters;
    add(parameters, u"q"_s, query.text);
    if (query.text.isEmpty()) {
        add(parameters, u"street"_s, query.street);
        add(parameters, u"amenity"_s, query.amenity);
        add(parameters, u"city"_s, query.city);
        add(parameters, u"county"_s, query.county);
        add(parameters, u"state"_s, query.state);
        add(parameters, u"country"_s, query.country);
        add(parameters, u"postalcode"_s, query.postcode);
    }
    add(parameters, u"format"_s, u"jsonv2"_s);
    add(parameters, u"addressdetails"_s, u"1"_s);
    add(parameters, u"limit"_s, QString::number(std::clamp(query.limit, 1, 40)));
    add(parameters, u"countrycodes"_s, query.countryCode);
    if (query.box) {
        const auto &box = *query.box;
        QStringList corners;
        for (const double degrees : {box.west, box.north, box.east, box.south})
            corners.append(QString::number(degrees, 'f', 7));
        add(parameters, u"viewbox"_s, corners.join(u','));
        add(parameters, u"bounded"_s, query.bounded ? u"1"_s : u"0"_s);
    }
    QStringList excluded;
    for (const auto id : query.exclude)
        excluded.append(QString::number(id));
    add(parameters, u"exclude_place_ids"_s, excluded.join(u','));
    if (!query.addresses || !query.pois)
        add(parameters, u"layer"_s, query.addresses ? u"address"_s : u"poi"_s);
    return parameters.toString(QUrl::FullyEncoded);
}

QString zoomOf(PlaceDetail detail)
{
    switch (detail) {
    case PlaceDetail::House:
        return u"18"_s;
    case PlaceDetail::Street:
        return u"16"_s;
    case PlaceDetail::Suburb:
        return u"14"_s;
    case PlaceDetail::City:
        return u"10"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::unexpected<Error> malformed(const QString &why)
{
    return failure(Error::Kind::Malformed, u"The place server answered with what is no place: %1."_s.arg(why));
}

} // namespace

Result<std::unique_ptr<NominatimPlaces>> NominatimPlaces::make(const NominatimServer &server)
{
    const auto scheme = server.url.scheme();
    if (!server.url.isValid() || server.url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return failure(Error::Kind::Malformed,
                       u"%1 is no address of a place server."_s.arg(server.url.toDisplayString()));
    return std::unique_ptr<NominatimPlaces>(new NominatimPlaces(server));
}

NominatimPlaces::NominatimPlaces(const NominatimServer &server)
    : m_interval(server.interval)
    , m_patience(server.timeout)
    , m_server(server.url, server.userAgent)
{
}

Result<QByteArray> NominatimPlaces::ask(const QString &call, const QString &query) const
{
    const std::scoped_lock lock(m_mutex);
    std::this_thread::sleep_until(m_next);
    auto reply = m_server.get(u'/' + call + u'?' + query, m_patience);
    m_next = std::chrono::steady_clock::now() + m_interval;
    if (!reply)
        return failure(Error::Kind::Offline,
                       u"The place server at %1 does not answer: %2."_s.arg(m_server.name(), reply.error().detail));
    const auto answered = u"The place server at %1 answered %2."_s.arg(m_server.name()).arg(reply->status);
    if (reply->status == 429 || reply->status >= 500)
        return failure(Error::Kind::Offline, answered);
    if (reply->status != 200)
        return failure(Error::Kind::Refused, answered);
    if (reply->body.size() > longestAnswer)
        return malformed(u"too long"_s);
    return std::move(reply->body);
}

Result<QList<Place>> NominatimPlaces::search(const PlaceQuery &query) const
{
    const auto body = ask(u"search"_s, searchParameters(query));
    if (!body)
        return std::unexpected(body.error());
    const auto json = QJsonDocument::fromJson(*body);
    if (!json.isArray())
        return malformed(u"not a list"_s);
    QList<Place> places;
    for (const auto &value : json.array()) {
        auto place = Nominatim::placeFromJson(value.toObject());
        if (!place)
            return malformed(place.error().detail);
        if (!value.toObject().contains("doorstep:score"_L1))
            place->score = estimatedScore(query, *place);
        places.append(*std::move(place));
    }
    std::ranges::stable_sort(places, std::ranges::greater{}, &Place::score);
    places.resize(std::min<qsizetype>(places.size(), std::clamp(query.limit, 1, 40)));
    return places;
}

Result<Place> NominatimPlaces::reverse(const QGeoCoordinate &at, PlaceDetail detail) const
{
    if (!at.isValid())
        return failure(Error::Kind::Malformed, u"not a place on earth"_s);
    QUrlQuery parameters;
    add(parameters, u"lat"_s, QString::number(at.latitude(), 'f', 7));
    add(parameters, u"lon"_s, QString::number(at.longitude(), 'f', 7));
    add(parameters, u"zoom"_s, zoomOf(detail));
    add(parameters, u"format"_s, u"jsonv2"_s);
    add(parameters, u"addressdetails"_s, u"1"_s);
    const auto body = ask(u"reverse"_s, parameters.toString(QUrl::FullyEncoded));
    if (!body)
        return std::unexpected(body.error());
    const auto json = QJsonDocument::fromJson(*body);
    if (!json.isObject())
        return malformed(u"not an object"_s);
    if (json.object().contains("error"_L1))
        return failure(Error::Kind::NotFound, u"nothing is near"_s);
    auto place = Nominatim::placeFromJson(json.object());
    if (!place)
        return malformed(place.error().detail);
    return place;
}

QString NominatimPlaces::attribution() const
{
    return regionAttribution.toString();
}

} // namespace Doorstep
