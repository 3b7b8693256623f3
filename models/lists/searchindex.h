// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <cstdint>
#include <vector>

namespace Doorstep {

/// \a text as it is compared: lower case, without accents, everything but letters and digits a space, words parted by
/// one.
[[nodiscard]] QByteArray folded(QStringView text);

/// Short texts found by parts of their words, with small typos: an inverted index of trigrams (each word begins with a
/// space, so a beginning weighs more), then an exact look at the best candidates.
///
/// Costs about 1 kB an entry. One thread at a time.
class SearchIndex
{
public:
    struct Match
    {
        QString key;
        double score = 0.0; ///< 0 to 1; 1 when every word typed begins a word of the text.
    };

    SearchIndex();

    /// Adds \a text under \a key or replaces what was there; nothing happens when it reads the same.
    void put(const QString &key, QStringView text);
    void remove(const QString &key);
    void clear();
    [[nodiscard]] qsizetype size() const noexcept { return m_entryOf.size(); }

    /// The best \a most matches, best first; equal ones by key.
    [[nodiscard]] QList<Match> find(QStringView query, int most) const;

private:
    using EntryNumber = std::uint32_t;

    struct Entry
    {
        QString key; ///< Empty when removed.
        QByteArray text; ///< Folded, with a space before each word.
    };

    void compactIfWorn();
    void post(EntryNumber number);
    [[nodiscard]] QList<EntryNumber> candidates(const QByteArray &query) const;

    std::vector<Entry> m_entries;
    QHash<QString, EntryNumber> m_entryOf;
    std::vector<std::vector<EntryNumber>> m_postings; ///< By trigram; ascending.
    qsizetype m_removed = 0;
    mutable std::vector<std::uint8_t> m_hits; ///< Per entry, zero between two searches.
};

} // namespace Doorstep
