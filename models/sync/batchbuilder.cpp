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

void BatchBuilder::add(const Document &document)
{
    namespace Kinds = Wire::Kinds;
    if (document.deleted) {
        remove(document.kind, document.id);
        return;
    }
    const auto json = Wire::JsonView::parse(document.body, m_texts.get());
    if (!json) {
        refuse(document, json.error());
        return;
    }
    // There are few of those that still need a tree.
    const auto tree = [&document] { return Wire::objectFromBytes(document.body).value_or(QJsonObject()); };
    Result<> read;
    if (document.kind == Kinds::stop)
        read = decode<Wire::readStop>(document, *json, m_stops);
    else if (document.kind == Kinds::parcel)
        read = decode<Wire::readParcel>(document, *json, m_parcels);
    else if (document.kind == Kinds::order)
        read = decode<Wire::readOrder, OrderLabel::of>(document, *json, m_orders);
    else if (document.kind == Kinds::forecast)
        read = decode<Wire::readForecast>(document, *json, m_forecasts);
    else if (document.kind == Kinds::route)
        read = decode<Wire::readRoute>(document, *json, m_routes);
    else if (document.kind == Kinds::path)
        read = decode<Wire::readRoutePath, PackedPath::of>(document, *json, m_paths);
    else if (document.kind == Kinds::driver)
        read = decode<Wire::readDriver>(document, *json, m_drivers);
    else if (document.kind == Kinds::vehicle)
        read = decode<Wire::readVehicle>(document, *json, m_vehicles);
    else if (document.kind == Kinds::depot)
        read = decode<Wire::readDepot>(document, *json, m_depots);
    else if (document.kind == Kinds::user)
        read = decode<Wire::readUser>(document, *json, m_users);
    else if (document.kind == Kinds::note)
        read = decode<Wire::noteFromJson>(document, tree(), m_notes);
    else if (document.kind == Kinds::exception)
        read = decode<Wire::exceptionFromJson>(document, tree(), m_exceptions);
    else if (document.kind == Kinds::closure)
        read = decode<Wire::closureFromJson>(document, tree(), m_closures);
    else if (document.kind == Kinds::site)
        read = decode<Wire::siteFromJson>(document, tree(), m_sites);
    else if (document.kind == Kinds::thresholds)
        read = decode<Wire::depotThresholdsFromJson>(document, tree(), m_thresholds);
    else if (document.kind == Kinds::rates)
        read = decode<Wire::depotRatesFromJson>(document, tree(), m_rates);
    // Kinds of a newer backend are kept in the archive and mean nothing here.
    if (!read)
        refuse(document, read.error());
}

void BatchBuilder::remove(const QString &kind, const QString &id)
{
    namespace Kinds = Wire::Kinds;
    if (kind == Kinds::stop)
        m_stops.remove(StopId(id));
    else if (kind == Kinds::parcel)
        m_parcels.remove(ParcelId(id));
    else if (kind == Kinds::order)
        m_orders.remove(OrderId(id));
    else if (kind == Kinds::forecast)
        m_forecasts.remove(RouteId(id));
    else if (kind == Kinds::route)
        m_routes.remove(RouteId(id));
    else if (kind == Kinds::path)
        m_paths.remove(RouteId(id));
    else if (kind == Kinds::driver)
        m_drivers.remove(DriverId(id));
    else if (kind == Kinds::vehicle)
        m_vehicles.remove(VehicleId(id));
    else if (kind == Kinds::depot)
        m_depots.remove(DepotId(id));
    else if (kind == Kinds::user)
        m_users.remove(UserId(id));
    else if (kind == Kinds::note)
        m_notes.remove(NoteId(id));
    else if (kind == Kinds::exception)
        m_exceptions.remove(ExceptionId(id));
    else if (kind == Kinds::closure)
        m_closures.remove(ClosureId(id));
    else if (kind == Kinds::site)
        m_sites.remove(SiteId(id));
    else if (kind == Kinds::thresholds)
        m_thresholds.remove(DepotId(id));
    else if (kind == Kinds::rates)
        m_rates.remove(DepotId(id));
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
