// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/addressfinder.h"

#include "backend/region/places/placeservice.h"

namespace Doorstep::Api {
namespace {

Result<std::vector<FoundPlace>> findAll(const PlaceService &places, const std::vector<Address> &addresses)
{
    std::vector<FoundPlace> found;
    for (const auto &address : addresses) {
        PlaceQuery query;
        query.text = address.text.isEmpty() ? address.line() : address.text;
        const auto candidates = places.search(query);
        if (!candidates)
            return std::unexpected(candidates.error());
        if (candidates->isEmpty())
            found.emplace_back();
        else
            found.push_back({.where = candidates->first().at, .score = candidates->first().doorScore()});
    }
    return found;
}

} // namespace

drogon::Task<Result<std::vector<FoundPlace>>> AddressFinder::find(std::vector<Address> addresses)
{
    return runOn(m_worker,
                 [&places = m_places, addresses = std::move(addresses)] { return findAll(places, addresses); });
}

} // namespace Doorstep::Api
