// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"
#include "models/store/batch.h"
#include "models/sync/batchcosts.h"

#include <QHash>
#include <QList>

#include <optional>
#include <tuple>

namespace Doorstep {

/// What became of one table since the last batch went out: of each thing only the newest state, in the order of first
/// mention.
template <typename T>
class TableBuilder
{
public:
    using Key = KeyOf<T>;

    void put(T thing)
    {
        const auto key = keyOf(thing);
        put(key, std::optional<T>(std::move(thing)));
    }
    void remove(const Key &key) { put(key, std::nullopt); }

    [[nodiscard]] qsizetype size() const { return m_order.size() - m_taken; }

    /// Takes at most \a most things off the front and counts \a most down.
    [[nodiscard]] TableBatch<T> take(qsizetype &most)
    {
        TableBatch<T> batch;
        for (; most > 0 && m_taken < m_order.size(); --most, ++m_taken) {
            const auto &key = m_order.at(m_taken);
            auto thing = m_latest.take(key);
            if (thing)
                batch.written.append(*std::move(thing));
            else
                batch.removed.append(key);
        }
        if (m_taken == m_order.size()) {
            m_order.clear();
            m_taken = 0;
        }
        return batch;
    }

    /// What \a later knows is newer.
    void merge(TableBuilder later)
    {
        for (auto i = later.m_taken; i < later.m_order.size(); ++i)
            put(later.m_order.at(i), later.m_latest.take(later.m_order.at(i)));
    }

private:
    void put(const Key &key, std::optional<T> thing)
    {
        if (const auto known = m_latest.find(key); known != m_latest.end()) {
            *known = std::move(thing);
        } else {
            m_latest.insert(key, std::move(thing));
            m_order.append(key);
        }
    }

    QHash<Key, std::optional<T>> m_latest;
    QList<Key> m_order;
    qsizetype m_taken = 0;
};

/// Makes batches for the store out of documents and fixes: decodes, keeps only the newest of each, hands out in pieces.
///
/// A body that cannot be read is logged and left out; the archive keeps it, and what is shown stays as it was.
class BatchBuilder
{
public:
    void add(const Document &document);
    void remove(const QString &kind, const QString &id);
    void add(const QList<Fix> &fixes) { m_fixes += fixes; }
    /// With what was added so far, \a feed is at \a cursor.
    void reach(const FeedId &feed, const Cursor &cursor) { m_cursors.insert(feed, cursor); }
    /// Everything of \a later comes after what is here.
    void merge(BatchBuilder later);

    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0 && m_cursors.isEmpty(); }
    [[nodiscard]] Batch take(qsizetype most);
    /// As much as should take the GUI thread \a budget by \a costs, and always something unless this is empty.
    [[nodiscard]] Batch take(const BatchCosts &costs, std::chrono::microseconds budget);
    /// Documents left out since the beginning.
    [[nodiscard]] int refused() const noexcept { return m_refused; }

private:
    void takeRest(Batch &batch);
    void refuse(const Document &document, const Error &error);
    [[nodiscard]] QList<Fix> takeFixes(qsizetype most);

    template <typename Self>
    static auto tables(Self &self)
    {
        return std::tie(self.m_depots, self.m_users, self.m_vehicles, self.m_drivers, self.m_orders, self.m_parcels,
                        self.m_stops, self.m_routes, self.m_paths, self.m_forecasts, self.m_notes, self.m_exceptions);
    }

    TableBuilder<Depot> m_depots;
    TableBuilder<User> m_users;
    TableBuilder<Vehicle> m_vehicles;
    TableBuilder<Driver> m_drivers;
    TableBuilder<Order> m_orders;
    TableBuilder<Parcel> m_parcels;
    TableBuilder<Stop> m_stops;
    TableBuilder<Route> m_routes;
    TableBuilder<RoutePath> m_paths;
    TableBuilder<Forecast> m_forecasts;
    TableBuilder<Note> m_notes;
    TableBuilder<Exception> m_exceptions;
    QList<Fix> m_fixes;
    QHash<FeedId, Cursor> m_cursors;
    int m_refused = 0;
};

} // namespace Doorstep
