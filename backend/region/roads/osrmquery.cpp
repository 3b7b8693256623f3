// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/roads/osrmquery.h"

#include "models/domain/polyline.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Osrm {

namespace {

constexpr qsizetype mostRoutePlaces = 500;
constexpr qsizetype mostTablePlaces = 2000;
constexpr qsizetype mostTableCells = 250'000;
constexpr qsizetype longestPath = 100'000;
constexpr int mostNearest = 100;

std::unexpected<Refusal> refuse(const QString &code, const QString &message)
{
    return std::unexpected(Refusal{.code = code, .message = message});
}

std::unexpected<Refusal> badValue(const QString &key, const QString &value)
{
    return refuse(u"InvalidQuery"_s, u"%1 cannot be \"%2\""_s.arg(key, value.left(80)));
}

std::optional<double> number(QStringView text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// "longitude,latitude"; nothing when it is none.
std::optional<QGeoCoordinate> placeIn(QStringView text)
{
    const auto comma = text.indexOf(u',');
    if (comma < 1)
        return {};
    const auto longitude = number(text.first(comma));
    const auto latitude = number(text.sliced(comma + 1));
    return longitude && latitude ? std::optional(QGeoCoordinate(*latitude, *longitude)) : std::nullopt;
}

Parsed<QList<QGeoCoordinate>> parsePlaces(const QString &text)
{
    for (const auto &[prefix, decimals] : {std::pair("polyline("_L1, 5), std::pair("polyline6("_L1, 6)}) {
        if (!text.startsWith(prefix) || !text.endsWith(u')'))
            continue;
        const auto line = decodedPolyline(QStringView(text).sliced(prefix.size()).chopped(1), decimals);
        if (!line)
            return refuse(u"InvalidUrl"_s, u"The polyline cannot be read"_s);
        return *line;
    }
    QList<QGeoCoordinate> places;
    for (const auto part : QStringView(text).split(u';')) {
        const auto place = placeIn(part);
        if (!place)
            return refuse(u"InvalidUrl"_s, u"Place %1 is not longitude,latitude"_s.arg(places.size()));
        if (!place->isValid())
            return refuse(u"InvalidValue"_s, u"Invalid coordinate value."_s);
        places.append(*place);
    }
    return places;
}

/// Reads values one by one and keeps the first refusal.
class OptionReader
{
public:
    OptionReader(const Target &target, const QHash<QString, QString> &query)
        : m_target(target)
        , m_query(query)
    {
    }

    Parsed<Options> read()
    {
        const bool table = m_target.service == Service::Table;
        readCommon();
        if (m_target.service == Service::Route)
            readRoute();
        else if (table)
            readTable();
        else
            readNearest();
        for (auto it = m_query.cbegin(); it != m_query.cend() && !m_refusal; ++it) {
            if (!m_known.contains(it.key()))
                m_refusal = Refusal{.code = u"InvalidQuery"_s,
                                    .message = u"There is no option \"%1\""_s.arg(it.key().left(80))};
        }
        if (m_refusal)
            return std::unexpected(*m_refusal);
        return m_options;
    }

private:
    QString value(const QString &key)
    {
        m_known.append(key);
        return m_query.value(key);
    }

    void refuseValue(const QString &key)
    {
        if (!m_refusal)
            m_refusal = badValue(key, m_query.value(key)).error();
    }

    template <typename Value>
    void choose(const QString &key, Value &target, std::initializer_list<std::pair<QLatin1StringView, Value>> words)
    {
        const auto word = value(key);
        const auto found = std::ranges::find(words, word, &std::pair<QLatin1StringView, Value>::first);
        if (found != words.end())
            target = found->second;
        else if (m_query.contains(key))
            refuseValue(key);
    }

    /// Options that change the answer and that we do not have.
    void refuseUnlessEmpty(const QString &key, const QString &harmless = {})
    {
        const auto given = value(key).split(u';', Qt::SkipEmptyParts);
        if (!std::ranges::all_of(given, [&harmless](const QString &part) { return part == harmless; }) && !m_refusal)
            m_refusal = Refusal{.code = u"NotImplemented"_s, .message = u"%1 is not supported"_s.arg(key)};
    }

    void readCommon()
    {
        m_known += {u"key"_s, u"access_token"_s, u"hints"_s, u"generate_hints"_s, u"snapping"_s, u"skip_waypoints"_s};
        refuseUnlessEmpty(u"bearings"_s);
        refuseUnlessEmpty(u"exclude"_s);
        refuseUnlessEmpty(u"approaches"_s, u"unrestricted"_s);
        const auto radii = value(u"radiuses"_s);
        if (!m_query.contains(u"radiuses"_s))
            return;
        for (const auto part : QStringView(radii).split(u';')) {
            const auto radius = part.isEmpty() || part == "unlimited"_L1 ? std::numeric_limits<double>::infinity()
                                                                         : number(part).value_or(-1.0);
            if (radius < 0.0)
                refuseValue(u"radiuses"_s);
            m_options.radii.push_back(radius);
        }
        if (m_options.radii.size() != static_cast<std::size_t>(m_target.places.size()) && !m_refusal)
            m_refusal = Refusal{.code = u"InvalidOptions"_s,
                                .message = u"Number of elements in radiuses size %1 does not match coordinate size %2"_s
                                               .arg(m_options.radii.size())
                                               .arg(m_target.places.size())};
    }

    void readRoute()
    {
        choose(u"steps"_s, m_options.steps, {{"true"_L1, true}, {"false"_L1, false}});
        choose(u"geometries"_s, m_options.geometry,
               {{"polyline"_L1, Geometry::Polyline},
                {"polyline6"_L1, Geometry::Polyline6},
                {"geojson"_L1, Geometry::GeoJson}});
        choose(u"overview"_s, m_options.overview,
               {{"simplified"_L1, Overview::Simplified}, {"full"_L1, Overview::Full}, {"false"_L1, Overview::None}});
        std::optional<bool> straight;
        choose(u"continue_straight"_s, straight,
               {{"default"_L1, std::nullopt}, {"true"_L1, true}, {"false"_L1, false}});
        m_options.continueStraight = straight;
        refuseUnlessEmpty(u"waypoints"_s);
        readAlternatives();
        readRouteAnnotations();
        if (m_target.places.size() < 2 && !m_refusal)
            m_refusal =
                Refusal{.code = u"InvalidOptions"_s, .message = u"Number of coordinates needs to be at least two."_s};
        limit(m_target.places.size(), mostRoutePlaces);
    }

    void readAlternatives()
    {
        const auto key = u"alternatives"_s;
        const auto text = value(key);
        bool isNumber = false;
        const int count = text.toInt(&isNumber);
        if (text == "true"_L1)
            m_options.alternatives = 1;
        else if (isNumber && count >= 0)
            m_options.alternatives = std::min(count, 3);
        else if (m_query.contains(key) && text != "false"_L1)
            refuseValue(key);
    }

    void readRouteAnnotations()
    {
        const auto key = u"annotations"_s;
        const auto text = value(key);
        if (text == "true"_L1) {
            m_options.annotateDuration = m_options.annotateDistance = m_options.annotateSpeed = true;
            return;
        }
        if (!m_query.contains(key) || text == "false"_L1)
            return;
        for (const auto part : QStringView(text).split(u',')) {
            if (part == "duration"_L1)
                m_options.annotateDuration = true;
            else if (part == "distance"_L1)
                m_options.annotateDistance = true;
            else if (part == "speed"_L1)
                m_options.annotateSpeed = true;
            else if (part != "nodes"_L1 && part != "weight"_L1 && part != "datasources"_L1) // which we do not have
                refuseValue(key);
        }
    }

    QList<qsizetype> readIndices(const QString &key)
    {
        const auto text = value(key);
        QList<qsizetype> indices;
        if (!m_query.contains(key) || text == "all"_L1) {
            for (qsizetype i = 0; i < m_target.places.size(); ++i)
                indices.append(i);
            return indices;
        }
        for (const auto part : QStringView(text).split(u';')) {
            bool isNumber = false;
            const auto index = part.toLongLong(&isNumber);
            if (!isNumber || index < 0)
                refuseValue(key);
            else if (index >= m_target.places.size() && !m_refusal)
                m_refusal = Refusal{.code = u"InvalidOptions"_s,
                                    .message = u"%1 index %2 is out of range"_s.arg(key).arg(index)};
            indices.append(index);
        }
        return indices;
    }

    void readTable()
    {
        m_options.sources = readIndices(u"sources"_s);
        m_options.destinations = readIndices(u"destinations"_s);
        const auto annotations = u"annotations"_s;
        const auto text = value(annotations);
        if (m_query.contains(annotations)) {
            const auto parts = text.split(u',');
            m_options.durations = parts.contains("duration"_L1);
            m_options.distances = parts.contains("distance"_L1);
            if (!std::ranges::all_of(
                    parts, [](const QString &part) { return part == "duration"_L1 || part == "distance"_L1; }))
                refuseValue(annotations);
        }
        readPositive(u"scale_factor"_s, [this](double factor) { m_options.scaleFactor = factor; });
        readPositive(u"fallback_speed"_s, [this](double speed) { m_options.fallbackSpeed = speed; });
        value(u"fallback_coordinate"_s);
        limit(m_target.places.size(), mostTablePlaces);
        limit(m_options.sources.size() * m_options.destinations.size(), mostTableCells);
    }

    template <typename Set>
    void readPositive(const QString &key, Set set)
    {
        const auto given = number(value(key));
        if (given && *given > 0.0)
            set(*given);
        else if (m_query.contains(key))
            refuseValue(key);
    }

    void readNearest()
    {
        const auto key = u"number"_s;
        const auto text = value(key);
        bool isNumber = true;
        const int count = m_query.contains(key) ? text.toInt(&isNumber) : 1;
        if (!isNumber || count < 1)
            refuseValue(key);
        m_options.number = count;
        limit(count, mostNearest);
        if (m_target.places.size() != 1 && !m_refusal)
            m_refusal = Refusal{.code = u"InvalidOptions"_s, .message = u"Only one input coordinate is supported"_s};
    }

    void limit(qsizetype count, qsizetype most)
    {
        if (count > most && !m_refusal)
            m_refusal = Refusal{.code = u"TooBig"_s,
                                .message = u"%1 is more than the %2 that this server allows"_s.arg(count).arg(most)};
    }

    const Target &m_target;
    const QHash<QString, QString> &m_query;
    QStringList m_known;
    Options m_options;
    std::optional<Refusal> m_refusal;
};

} // namespace

Parsed<Target> parsePath(const QString &path)
{
    if (path.size() > longestPath)
        return refuse(u"TooBig"_s, u"The request is too long"_s);
    // At most four parts: an encoded line may hold anything, even slashes.
    const auto service = path.section(u'/', 1, 1);
    const auto version = path.section(u'/', 2, 2);
    const auto profile = path.section(u'/', 3, 3);
    auto places = path.section(u'/', 4);
    if (!path.startsWith(u'/') || places.isEmpty())
        return refuse(u"InvalidUrl"_s, u"URL string malformed: /service/v1/profile/longitude,latitude;… is needed"_s);

    Target target;
    if (service == "route"_L1)
        target.service = Service::Route;
    else if (service == "table"_L1)
        target.service = Service::Table;
    else if (service == "nearest"_L1)
        target.service = Service::Nearest;
    else
        return refuse(u"InvalidService"_s, u"Service %1 not found!"_s.arg(service.left(80)));
    if (version != "v1"_L1)
        return refuse(u"InvalidVersion"_s, u"Service version %1 not found!"_s.arg(version.left(80)));
    if (profile == "bicycle"_L1 || profile == "bike"_L1 || profile == "cycling"_L1)
        target.profile = RoadProfile::Bicycle;
    else if (profile != "car"_L1 && profile != "driving"_L1)
        return refuse(u"InvalidValue"_s,
                      u"There is no profile \"%1\": car, driving and bicycle are"_s.arg(profile.left(80)));

    if (places.endsWith(".json"_L1))
        places.chop(5);
    auto parsed = parsePlaces(places);
    if (!parsed)
        return std::unexpected(std::move(parsed.error()));
    target.places = std::move(*parsed);
    return target;
}

Parsed<Options> parseOptions(const Target &target, const QHash<QString, QString> &query)
{
    return OptionReader(target, query).read();
}

} // namespace Doorstep::Osrm
