// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/layers.h"

namespace Doorstep {
namespace {

template <typename T>
void layAll(Layer<T> &layer, const QList<T> &things)
{
    for (const auto &thing : things)
        layer.insert(keyOf(thing), thing);
}

template <typename T, typename Below>
const T *find(const Layer<T> &layer, const KeyOf<T> &key, Below below)
{
    const auto found = layer.constFind(key);
    if (found == layer.cend())
        return below();
    const auto &thing = *found;
    return thing ? &*thing : nullptr;
}

} // namespace

void Layers::lay(const Effects &effects)
{
    layAll(stops, effects.stops);
    layAll(routes, effects.routes);
    layAll(drivers, effects.drivers);
    layAll(notes, effects.notes);
    layAll(exceptions, effects.exceptions);
    layAll(closures, effects.closures);
    layAll(sites, effects.sites);
    layAll(thresholds, effects.thresholds);
    layAll(rates, effects.rates);
    for (const auto &note : effects.removedNotes)
        notes.insert(note, std::nullopt);
    for (const auto &closure : effects.removedClosures)
        closures.insert(closure, std::nullopt);
    for (const auto &site : effects.removedSites)
        sites.insert(site, std::nullopt);
}

bool Layers::isEmpty() const
{
    return stops.isEmpty() && routes.isEmpty() && drivers.isEmpty() && notes.isEmpty() && exceptions.isEmpty()
        && closures.isEmpty() && sites.isEmpty() && thresholds.isEmpty() && rates.isEmpty();
}

const Stop *LayeredScene::stop(const StopId &id) const
{
    return find(layers.stops, id, [&] { return m_below.stop(id); });
}

const Route *LayeredScene::route(const RouteId &id) const
{
    return find(layers.routes, id, [&] { return m_below.route(id); });
}

const Driver *LayeredScene::driver(const DriverId &id) const
{
    return find(layers.drivers, id, [&] { return m_below.driver(id); });
}

const Note *LayeredScene::note(const NoteId &id) const
{
    return find(layers.notes, id, [&] { return m_below.note(id); });
}

const Exception *LayeredScene::exception(const ExceptionId &id) const
{
    return find(layers.exceptions, id, [&] { return m_below.exception(id); });
}

const Closure *LayeredScene::closure(const ClosureId &id) const
{
    return find(layers.closures, id, [&] { return m_below.closure(id); });
}

const Site *LayeredScene::site(const SiteId &id) const
{
    return find(layers.sites, id, [&] { return m_below.site(id); });
}

const DepotRates *LayeredScene::rates(const DepotId &id) const
{
    return find(layers.rates, id, [&] { return m_below.rates(id); });
}

const DepotThresholds *LayeredScene::thresholds(const DepotId &id) const
{
    return find(layers.thresholds, id, [&] { return m_below.thresholds(id); });
}

} // namespace Doorstep
