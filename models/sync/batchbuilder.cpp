// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/batchbuilder.h"

#include "models/sync/logging.h"
#include "models/wire/closurewire.h"
#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/exceptionwire.h"
#include "models/wire/forecastwire.h"
#include "models/wire/jsonview.h"
#include "models/wire/kinds.h"
#include "models/wire/notewire.h"
#include "models/wire/orderwire.h"
#include "models/wire/parcelwire.h"
#include "models/wire/rateswire.h"
#include "models/wire/rawjson.h"
#include "models/wire/routepathwire.h"
#include "models/wire/routewire.h"
#include "models/wire/sitewire.h"
#include "models/wire/stopwire.h"
#include "models/wire/thresholdswire.h"
#include "models/wire/userwire.h"
#include "models/wire/vehiclewire.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <limits>

namespace Doorstep {
namespace {

/// Puts what \a read makes of \a body into \a table, or what \a keep leaves of that.
template <auto read, auto keep = nullptr, typename Json, typename T>
Result<> decode(const Document &document, const Json &body, TableBuilder<T> &table)
{
    auto thing = read(body);
    if (!thing)
        return std::unexpected(std::move(thing).error());
    if (keyOf(*thing).toString() != document.id)
        return failure(Error::Kind::Malformed, QStringLiteral("the body is of another id"));
    if constexpr (requires { keep(*thing); })
        table.put(keep(*thing));
    else
        table.put(*std::move(thing));
    return {};
}

} // namespace

void BatchBuilder::refuse(const Document &document, const Error &error)
{
    ++m_refused;
    qCWarning(lcSync) << "left out" << document.kind << document.id << "version" << document.version << error.detail;
}

/// What is done with documents of one kind.
struct BatchBuilder::Kind
{
    QLatin1StringView name;
    Result<> (*add)(BatchBuilder &, const Document &, const Wire::JsonView &) = nullptr;
    void (*remove)(BatchBuilder &, const QString &id) = nullptr;
};

/// Those that \a read makes, or \a keep leaves of them, into \a table.
template <auto read, auto table, auto keep>
BatchBuilder::Kind BatchBuilder::kind(QLatin1StringView name)
{
    return {.name = name,
            .add =
                [](BatchBuilder &builder, const Document &document, const Wire::JsonView &json) {
                    if constexpr (std::invocable<decltype(read), const Wire::JsonView &>)
                        return decode<read, keep>(document, json, builder.*table);
                    else // there are few of those that still need a tree
                        return decode<read, keep>(
                            document, Wire::objectFromBytes(document.body).value_or(QJsonObject()), builder.*table);
                },
            .remove =
                [](BatchBuilder &builder, const QString &id) {
                    auto &entries = builder.*table;
                    entries.remove(typename std::remove_reference_t<decltype(entries)>::Key(id));
                }};
}

const BatchBuilder::Kind *BatchBuilder::kindOf(const QString &name)
{
    namespace Kinds = Wire::Kinds;
    using B = BatchBuilder;
    // Those that there are most of come first.
    static const std::array kinds{kind<Wire::readStop, &B::m_stops>(Kinds::stop),
                                  kind<Wire::readParcel, &B::m_parcels>(Kinds::parcel),
                                  kind<Wire::readOrder, &B::m_orders, OrderLabel::of>(Kinds::order),
                                  kind<Wire::readForecast, &B::m_forecasts>(Kinds::forecast),
                                  kind<Wire::readRoute, &B::m_routes>(Kinds::route),
                                  kind<Wire::readRoutePath, &B::m_paths, PackedPath::of>(Kinds::path),
                                  kind<Wire::readDriver, &B::m_drivers>(Kinds::driver),
                                  kind<Wire::readVehicle, &B::m_vehicles>(Kinds::vehicle),
                                  kind<Wire::readDepot, &B::m_depots>(Kinds::depot),
                                  kind<Wire::readUser, &B::m_users>(Kinds::user),
                                  kind<Wire::noteFromJson, &B::m_notes>(Kinds::note),
                                  kind<Wire::exceptionFromJson, &B::m_exceptions>(Kinds::exception),
                                  kind<Wire::closureFromJson, &B::m_closures>(Kinds::closure),
                                  kind<Wire::siteFromJson, &B::m_sites>(Kinds::site),
                                  kind<Wire::depotThresholdsFromJson, &B::m_thresholds>(Kinds::thresholds),
                                  kind<Wire::depotRatesFromJson, &B::m_rates>(Kinds::rates)};
    const auto known = std::ranges::find_if(kinds, [&name](const Kind &one) { return name == one.name; });
    return known == kinds.end() ? nullptr : &*known;
}

void BatchBuilder::add(const Document &document)
{
    if (document.deleted) {
        remove(document.kind, document.id);
        return;
    }
    const auto json = Wire::JsonView::parse(document.body, m_texts.get());
    if (!json) {
        refuse(document, json.error());
        return;
    }
    // Kinds of a newer backend are kept in the archive and mean nothing here.
    const auto *kind = kindOf(document.kind);
    if (!kind)
        return;
    if (const auto added = kind->add(*this, document, *json); !added)
        refuse(document, added.error());
}

void BatchBuilder::remove(const QString &kind, const QString &id)
{
    if (const auto *known = kindOf(kind))
        known->remove(*this, id);
}

void BatchBuilder::merge(BatchBuilder later)
{
    m_depots.merge(std::move(later.m_depots));
    m_users.merge(std::move(later.m_users));
    m_vehicles.merge(std::move(later.m_vehicles));
    m_drivers.merge(std::move(later.m_drivers));
    m_orders.merge(std::move(later.m_orders));
    m_parcels.merge(std::move(later.m_parcels));
    m_stops.merge(std::move(later.m_stops));
    m_routes.merge(std::move(later.m_routes));
    m_paths.merge(std::move(later.m_paths));
    m_forecasts.merge(std::move(later.m_forecasts));
    m_notes.merge(std::move(later.m_notes));
    m_exceptions.merge(std::move(later.m_exceptions));
    m_closures.merge(std::move(later.m_closures));
    m_sites.merge(std::move(later.m_sites));
    m_thresholds.merge(std::move(later.m_thresholds));
    m_rates.merge(std::move(later.m_rates));
    m_fixes += later.m_fixes;
    m_cursors.insert(later.m_cursors);
    m_refused += later.m_refused;
}

qsizetype BatchBuilder::size() const
{
    return std::apply([this](const auto &...table) { return (m_fixes.size() + ... + table.size()); }, tables(*this));
}

Batch BatchBuilder::take(qsizetype most)
{
    Batch batch;
    batch.fixes = takeFixes(m_fixes.size()); // cheap to apply, and the age of each counts
    batch.depots = m_depots.take(most);
    batch.users = m_users.take(most);
    batch.vehicles = m_vehicles.take(most);
    batch.drivers = m_drivers.take(most);
    batch.orders = m_orders.take(most);
    batch.parcels = m_parcels.take(most);
    batch.stops = m_stops.take(most);
    batch.routes = m_routes.take(most);
    batch.paths = m_paths.take(most);
    batch.forecasts = m_forecasts.take(most);
    takeRest(batch);
    return batch;
}

void BatchBuilder::takeRest(Batch &batch)
{
    // People write these: there are never so many that their cost counts.
    auto all = std::numeric_limits<qsizetype>::max();
    batch.exceptions = m_exceptions.take(all);
    batch.notes = m_notes.take(all);
    batch.closures = m_closures.take(all);
    batch.sites = m_sites.take(all);
    batch.thresholds = m_thresholds.take(all);
    batch.rates = m_rates.take(all);
    // A feed is where it is said to be only when nothing of it is left behind.
    if (size() == 0)
        batch.cursors = std::exchange(m_cursors, {});
}

Batch BatchBuilder::take(const BatchCosts &costs, std::chrono::microseconds budget)
{
    auto left = static_cast<double>(budget.count()) - costs.batch;
    bool isEmpty = true;
    const auto mostAt = [&](double cost, qsizetype there) {
        const auto affordable = static_cast<qsizetype>(std::max(0.0, left) / cost);
        const auto most = std::min(there, std::max<qsizetype>(affordable, isEmpty ? 1 : 0));
        isEmpty = isEmpty && most == 0;
        left -= static_cast<double>(most) * cost;
        return most;
    };
    const auto takeFrom = [&](auto &table, double cost) {
        auto most = mostAt(cost, table.size());
        return table.take(most);
    };
    Batch batch;
    batch.depots = takeFrom(m_depots, costs.depot);
    batch.users = takeFrom(m_users, costs.user);
    batch.vehicles = takeFrom(m_vehicles, costs.vehicle);
    batch.drivers = takeFrom(m_drivers, costs.driver);
    // While a long load is under way, the drivers still move.
    const auto saved = left;
    left *= isEmpty ? 1.0 : 0.5;
    batch.fixes = takeFixes(mostAt(costs.fix, m_fixes.size()));
    left = saved - costs.fix * static_cast<double>(batch.fixes.size());
    batch.orders = takeFrom(m_orders, costs.order);
    batch.parcels = takeFrom(m_parcels, costs.parcel);
    batch.stops = takeFrom(m_stops, costs.stop);
    batch.routes = takeFrom(m_routes, costs.route);
    batch.paths = takeFrom(m_paths, costs.path);
    batch.forecasts = takeFrom(m_forecasts, costs.forecast);
    takeRest(batch);
    return batch;
}

QList<Fix> BatchBuilder::takeFixes(qsizetype most)
{
    if (most >= m_fixes.size())
        return std::exchange(m_fixes, {});
    const auto fixes = m_fixes.first(most);
    m_fixes.remove(0, most);
    return fixes;
}

} // namespace Doorstep
