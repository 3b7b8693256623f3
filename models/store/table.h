// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>

namespace Doorstep {

/// The signals of a Table, which a template cannot have. Rows are stable numbers between two of them; each signal
/// speaks of a whole batch, never of one message.
class TableSignals : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void aboutToInsert(qsizetype first, qsizetype last);
    void inserted(qsizetype first, qsizetype last);
    void changed(const QList<qsizetype> &rows); ///< Ascending.
    void aboutToRemove(qsizetype first, qsizetype last);
    void removed(qsizetype first, qsizetype last);
    void aboutToReset();
    void reset();
};

/// All things of one kind that the console knows, in the order they came. Found by id in constant time.
///
/// Lives in the GUI thread. Read it anywhere there; only a Fleet writes. (A waiting command's prediction will be laid
/// over the rows here, so that views see it without knowing: the replica's value is kept aside until the feed has
/// passed it.)
template <typename T>
class Table : public TableSignals
{
public:
    using Key = KeyOf<T>;

    using TableSignals::TableSignals;

    [[nodiscard]] qsizetype size() const noexcept { return std::ssize(m_things); }
    [[nodiscard]] bool isEmpty() const noexcept { return m_things.empty(); }
    [[nodiscard]] const T &at(qsizetype row) const
    {
        Q_ASSERT(row >= 0 && row < size());
        return m_things[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] auto begin() const { return m_things.cbegin(); }
    [[nodiscard]] auto end() const { return m_things.cend(); }

    /// -1 when there is none.
    [[nodiscard]] qsizetype rowOf(const Key &key) const
    {
        const auto row = m_rows.value(key, -1);
        return row < size() ? row : -1; // beyond are those that are about to be inserted
    }
    /// nullptr when there is none; valid until the next batch.
    [[nodiscard]] const T *find(const Key &key) const
    {
        const auto row = rowOf(key);
        return row < 0 ? nullptr : &at(row);
    }

    /// Removes, then changes, then appends; says nothing about things that stay equal.
    void apply(TableBatch<T> batch)
    {
        remove(batch.removed);
        QList<qsizetype> changedRows;
        QList<qsizetype> added;
        for (qsizetype i = 0; i < batch.written.size(); ++i)
            replace(batch.written[i], i, changedRows, added);
        if (!changedRows.isEmpty()) {
            std::ranges::sort(changedRows);
            const auto duplicates = std::ranges::unique(changedRows);
            changedRows.erase(duplicates.begin(), duplicates.end());
            Q_EMIT changed(changedRows);
        }
        append(batch.written, added);
    }

    void clear()
    {
        if (m_things.empty())
            return;
        Q_EMIT aboutToReset();
        m_things.clear();
        m_rows.clear();
        Q_EMIT reset();
    }

private:
    static constexpr qsizetype mostRemovedPiecewise = 64;

    /// Takes what \a thing holds when it is known already.
    void replace(T &thing, qsizetype index, QList<qsizetype> &changedRows, QList<qsizetype> &added)
    {
        const auto row = m_rows.value(keyOf(thing), -1);
        if (row < 0) {
            m_rows.insert(keyOf(thing), size() + added.size());
            added.append(index);
        } else if (row >= size()) {
            added[row - size()] = index; // twice in one batch: the last one counts
        } else if (auto &known = m_things[static_cast<std::size_t>(row)]; !(known == thing)) {
            known = std::move(thing);
            changedRows.append(row);
        }
    }

    void append(QList<T> &things, const QList<qsizetype> &indexes)
    {
        if (indexes.isEmpty())
            return;
        const auto first = size();
        Q_EMIT aboutToInsert(first, first + indexes.size() - 1);
        for (const auto index : indexes)
            m_things.push_back(std::move(things[index]));
        Q_EMIT inserted(first, size() - 1);
    }

    void remove(const QList<Key> &keys)
    {
        QList<qsizetype> rows;
        for (const auto &key : keys) {
            if (const auto row = rowOf(key); row >= 0)
                rows.append(row);
        }
        if (rows.isEmpty())
            return;
        std::ranges::sort(rows, std::greater());
        rows.erase(std::ranges::unique(rows).begin(), rows.end());
        if (rows.size() == size())
            clear();
        else if (rows.size() > mostRemovedPiecewise)
            removeAtOnce(rows);
        else
            removePiecewise(rows);
    }

    /// Descending \a rows, a range of neighbours at a time.
    void removePiecewise(const QList<qsizetype> &rows)
    {
        for (qsizetype i = 0; i < rows.size();) {
            const auto last = rows.at(i);
            auto first = last;
            for (++i; i < rows.size() && rows.at(i) == first - 1; ++i)
                --first;
            Q_EMIT aboutToRemove(first, last);
            for (auto row = first; row <= last; ++row)
                m_rows.remove(keyOf(at(row)));
            m_things.erase(m_things.begin() + first, m_things.begin() + last + 1);
            renumberFrom(first);
            Q_EMIT removed(first, last);
        }
    }

    void removeAtOnce(const QList<qsizetype> &descendingRows)
    {
        Q_EMIT aboutToReset();
        for (const auto row : descendingRows)
            m_rows.remove(keyOf(at(row)));
        std::erase_if(m_things, [this](const T &thing) { return !m_rows.contains(keyOf(thing)); });
        renumberFrom(0);
        Q_EMIT reset();
    }

    void renumberFrom(qsizetype first)
    {
        for (auto row = first; row < size(); ++row)
            m_rows[keyOf(at(row))] = row;
    }

    std::deque<T> m_things; ///< Grows without moving what is there: a list of 50,000 would stop the GUI thread.
    QHash<Key, qsizetype> m_rows;
};

} // namespace Doorstep
