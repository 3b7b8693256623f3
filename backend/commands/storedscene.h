// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/commands/documents.h"
#include "models/verbs/verb.h"

#include <QHash>

namespace Doorstep {

/// What one verb looks at, as it is stored.
class StoredScene : public Scene
{
public:
    /// The documents that \a cast names in \a feed, each once.
    [[nodiscard]] static std::vector<DocumentKey> keysOf(const Cast &cast, const FeedId &feed);

    /// \a all as findAll() gives them for these keys. Storage: one of them cannot be read.
    static Result<std::unique_ptr<StoredScene>> of(std::vector<Found> all);

    [[nodiscard]] const Stop *stop(const StopId &id) const override { return in(m_stops, id); }
    [[nodiscard]] const Route *route(const RouteId &id) const override { return in(m_routes, id); }
    [[nodiscard]] const Driver *driver(const DriverId &id) const override { return in(m_drivers, id); }
    [[nodiscard]] const Note *note(const NoteId &id) const override { return in(m_notes, id); }
    [[nodiscard]] const Exception *exception(const ExceptionId &id) const override { return in(m_exceptions, id); }
    [[nodiscard]] const Closure *closure(const ClosureId &id) const override { return in(m_closures, id); }
    [[nodiscard]] const Site *site(const SiteId &id) const override { return in(m_sites, id); }
    [[nodiscard]] const DepotThresholds *thresholds(const DepotId &id) const override { return in(m_thresholds, id); }
    [[nodiscard]] const DepotRates *rates(const DepotId &id) const override { return in(m_rates, id); }

    [[nodiscard]] const std::vector<Found> &all() const noexcept { return m_all; } ///< Missing ones included.
    [[nodiscard]] const Found *found(QLatin1StringView kind, const QString &id) const;

private:
    template <typename Id, typename T>
    static const T *in(const QHash<Id, T> &things, const Id &id)
    {
        const auto found = things.constFind(id);
        return found == things.cend() ? nullptr : &*found;
    }
    Result<> read(const Found &found);

    std::vector<Found> m_all;
    QHash<QString, std::size_t> m_places; ///< In m_all, by "kind/id".
    QHash<StopId, Stop> m_stops;
    QHash<RouteId, Route> m_routes;
    QHash<DriverId, Driver> m_drivers;
    QHash<NoteId, Note> m_notes;
    QHash<ExceptionId, Exception> m_exceptions;
    QHash<ClosureId, Closure> m_closures;
    QHash<SiteId, Site> m_sites;
    QHash<DepotId, DepotThresholds> m_thresholds;
    QHash<DepotId, DepotRates> m_rates;
};

} // namespace Doorstep
