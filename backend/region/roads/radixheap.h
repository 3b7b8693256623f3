// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace Doorstep {

/// A queue for searches, whose keys never fall below the last one taken: it sorts by the highest bit in which a key
/// differs from that one, and so moves each entry a few times at most, always onto the end of an array.
class RadixHeap
{
public:
    struct Entry
    {
        quint32 key = 0;
        quint32 value = 0;
    };

    void clear()
    {
        for (auto &bucket : m_buckets)
            bucket.clear();
        m_last = 0;
    }
    /// \a key is at least that of the last entry taken.
    void push(quint32 key, quint32 value) { bucketOf(key).push_back({.key = key, .value = value}); }
    /// Takes an entry of the least key into \a entry; false when there is none.
    [[nodiscard]] bool take(Entry &entry)
    {
        if (m_buckets[0].empty() && !refill())
            return false;
        entry = m_buckets[0].back();
        m_buckets[0].pop_back();
        return true;
    }

private:
    std::vector<Entry> &bucketOf(quint32 key)
    {
        return m_buckets[static_cast<std::size_t>(std::bit_width(key ^ m_last))];
    }
    bool refill()
    {
        const auto least = std::ranges::find_if_not(m_buckets, &std::vector<Entry>::empty);
        if (least == m_buckets.end())
            return false;
        m_last = std::ranges::min_element(*least, {}, &Entry::key)->key;
        for (const auto &entry : *least) // all of them go to lower buckets
            bucketOf(entry.key).push_back(entry);
        least->clear();
        return true;
    }

    std::array<std::vector<Entry>, 33> m_buckets; ///< By the number of bits up to the highest that differs.
    quint32 m_last = 0;
};

} // namespace Doorstep
