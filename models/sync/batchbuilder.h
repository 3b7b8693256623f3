// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"
#include "models/store/batch.h"
#include "models/sync/batchcosts.h"
#include "models/wire/textpool.h"

#include <QHash>
#include <QList>

#include <deque>
#include <memory>
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

    [[nodiscard]] qsizetype size() const { return std::ssize(m_entries); }

    /// Takes at most \a most things off the front and counts \a most down.
    [[nodiscard]] TableBatch<T> take(qsizetype &most)
    {
        TableBatch<T> batch;
        for (; most > 0 && !m_entries.empty(); --most, ++m_taken) {
            auto &[key, thing] = m_entries.front();
            m_places.remove(key);
            if (thing)
                batch.written.append(*std::move(thing));
            else
                batch.removed.append(key);
            m_entries.pop_front();
        }
        if (m_entries.empty()) {
            m_places = {}; // all of its memory, too: a load may have been large
            m_taken = 0;
        }
        return batch;
    }

    /// What \a later knows is newer.
    void merge(TableBuilder later)
    {
        for (auto &[key, thing] : later.m_entries)
            put(key, std::move(thing));
    }

private:
    struct Entry
    {
        Key key;
        std::optional<T> thing; ///< None: it was removed.
    };

    void put(const Key &key, std::optional<T> thing)
    {
        if (const auto known = m_places.constFind(key); known != m_places.cend()) {
            m_entries[static_cast<std::size_t>(*known - m_taken)].thing = std::move(thing);
        } else {
            m_places.insert(key, m_taken + size());
            m_entries.push_back({.key = key, .thing = std::move(thing)});
        }
    }

    std::deque<Entry> m_entries; ///< Gives its memory back from the front while it is taken.
    QHash<Key, qsizetype> m_places; ///< Counted from the first entry there ever was.
    qsizetype m_taken = 0; ///< Entries taken since then.
};

/// Makes batches for the store out of documents and fixes: decodes, keeps only the newest of each, hands out in pieces.
///
/// A body that cannot be read is logged and left out; the archive keeps it, and what is shown stays as it was.
class BatchBuilder
{
public:
    BatchBuilder()
        : BatchBuilder(std::make_shared<Wire::TextPool>())
    {
    }
    /// Short texts are taken from \a texts, so that those of several builders are one.
    explicit BatchBuilder(std::shared_ptr<Wire::TextPool> texts)
        : m_texts(std::move(texts))
    {
    }
    [[nodiscard]] const std::shared_ptr<Wire::TextPool> &texts() const noexcept { return m_texts; }

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
    struct Kind;

    template <auto read, auto table, auto keep = nullptr>
    [[nodiscard]] static Kind kind(QLatin1StringView name);
    /// Null for one that this program does not know.
    [[nodiscard]] static const Kind *kindOf(const QString &name);

    void takeRest(Batch &batch);
    void refuse(const Document &document, const Error &error);
    [[nodiscard]] QList<Fix> takeFixes(qsizetype most);

    template <typename Self>
    static auto tables(Self &self)
    {
        return std::tie(self.m_depots, self.m_users, self.m_vehicles, self.m_drivers, self.m_orders, self.m_parcels,
                        self.m_stops, self.m_routes, self.m_paths, self.m_forecasts, self.m_notes, self.m_exceptions,
                        self.m_closures, self.m_sites, self.m_thresholds, self.m_rates);
    }

    std::shared_ptr<Wire::TextPool> m_texts;
    TableBuilder<Depot> m_depots;
    TableBuilder<User> m_users;
    TableBuilder<Vehicle> m_vehicles;
    TableBuilder<Driver> m_drivers;
    TableBuilder<OrderLabel> m_orders;
    TableBuilder<Parcel> m_parcels;
    TableBuilder<Stop> m_stops;
    TableBuilder<Route> m_routes;
    TableBuilder<PackedPath> m_paths;
    TableBuilder<Forecast> m_forecasts;
    TableBuilder<Note> m_notes;
    TableBuilder<Exception> m_exceptions;
    TableBuilder<Closure> m_closures;
    TableBuilder<Site> m_sites;
    TableBuilder<DepotThresholds> m_thresholds;
    TableBuilder<DepotRates> m_rates;
    QList<Fix> m_fixes;
    QHash<FeedId, Cursor> m_cursors;
    int m_refused = 0;
};

} // namespace Doorstep
