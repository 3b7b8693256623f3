// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/regionplaces.h"

#include "backend/region/import/regionimport.h"
#include "backend/region/places/evidence.h"
#include "backend/region/places/nearestplace.h"
#include "backend/region/places/placefinder.h"

namespace Doorstep {

using namespace Qt::StringLiterals;
using namespace Places;

/// A reader that goes back to the pool.
class RegionPlaces::Borrowed
{
public:
    Borrowed(const RegionPlaces &owner, Reader reader)
        : m_owner(&owner)
        , m_reader(std::move(reader))
    {
    }
    Borrowed(Borrowed &&) = default;
    Borrowed &operator=(Borrowed &&) = delete;
    Borrowed(const Borrowed &) = delete;
    Borrowed &operator=(const Borrowed &) = delete;
    ~Borrowed()
    {
        if (!m_reader)
            return;
        const std::scoped_lock lock(m_owner->m_mutex);
        m_owner->m_idle.push_back(std::move(m_reader));
    }

    PlaceReader &operator*() { return *m_reader; }

private:
    const RegionPlaces *m_owner;
    Reader m_reader;
};

RegionPlaces::RegionPlaces(QString databasePath, Reader first, Vocabulary vocabulary, std::vector<Entity> districts)
    : m_databasePath(std::move(databasePath))
    , m_vocabulary(std::move(vocabulary))
    , m_districts(std::move(districts))
{
    m_idle.push_back(std::move(first));
}

Result<std::unique_ptr<RegionPlaces>> RegionPlaces::open(const QString &databasePath)
{
    auto reader = PlaceReader::open(databasePath);
    if (!reader)
        return std::unexpected(std::move(reader.error()));
    auto vocabulary = Vocabulary::read(reader->database());
    if (!vocabulary)
        return std::unexpected(std::move(vocabulary.error()));
    auto districts = reader->districts();
    return std::unique_ptr<RegionPlaces>(new RegionPlaces(
        databasePath, std::make_unique<PlaceReader>(std::move(*reader)), std::move(*vocabulary), std::move(districts)));
}

Result<RegionPlaces::Borrowed> RegionPlaces::borrow() const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idle.empty()) {
            auto reader = std::move(m_idle.back());
            m_idle.pop_back();
            return Borrowed(*this, std::move(reader));
        }
    }
    auto reader = PlaceReader::open(m_databasePath);
    if (!reader)
        return std::unexpected(std::move(reader.error()));
    return Borrowed(*this, std::make_unique<PlaceReader>(std::move(*reader)));
}

Result<QList<Candidate>> RegionPlaces::candidates(const PlaceQuery &query) const
{
    auto reader = borrow();
    if (!reader)
        return std::unexpected(std::move(reader.error()));
    auto found = PlaceFinder(**reader, m_vocabulary, m_districts).find(query);
    score(found);
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [](const Candidate &candidate) { return candidate.place.score; });
    return found;
}

Result<QList<Place>> RegionPlaces::search(const PlaceQuery &query) const
{
    auto found = candidates(query);
    if (!found)
        return std::unexpected(std::move(found.error()));
    constexpr double leastScore = 0.005; // what is less probable helps nobody, unless nothing else is better either
    constexpr double leastShare = 0.05; // of the best score
    const double best = found->isEmpty() ? 0.0 : found->first().place.score;
    QList<Place> places;
    for (auto &candidate : *found) {
        if (places.size() >= std::clamp(query.limit, 1, 40)
            || candidate.place.score < std::min(leastScore, leastShare * best))
            break;
        candidate.place.address.text = candidate.place.address.line();
        places.append(std::move(candidate.place));
    }
    return places;
}

Result<Place> RegionPlaces::reverse(const QGeoCoordinate &at, PlaceDetail detail) const
{
    if (!at.isValid())
        return failure(Error::Kind::Malformed, u"not a place on earth"_s);
    auto reader = borrow();
    if (!reader)
        return std::unexpected(std::move(reader.error()));
    auto place = nearestPlace(**reader, m_districts, {.lat = at.latitude(), .lon = at.longitude()}, detail);
    if (!place)
        return failure(Error::Kind::NotFound, u"nothing is near"_s);
    place->address.text = place->address.line();
    return *std::move(place);
}

QString RegionPlaces::attribution() const
{
    return regionAttribution.toString();
}

} // namespace Doorstep
