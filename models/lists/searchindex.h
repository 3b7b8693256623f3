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

/// \a text as it is compared: lower case, without accents, words of letters and digits parted by one space. UTF-8.
[[nodiscard]] QByteArray folded(QStringView text);

/// Short texts found by their words: whole, by their beginning, by a part of three letters or more, or with a typo. It
/// is an inverted index from words to texts; all words lie in one buffer, so finding parts of them is one pass over a
/// megabyte.
///
/// One thread at a time.
class SearchIndex
{
public:
    struct Match
    {
        QString key;
        double score = 0.0; ///< 0 to 1; 1 when every word typed is a word of the text.
    };

    /// Adds \a text under \a key or replaces what was there; nothing happens when it reads the same.
    void put(const QString &key, QStringView text);
    void remove(const QString &key);
    void clear();
    [[nodiscard]] qsizetype size() const noexcept { return m_entryOf.size(); }

    /// The best \a most matches, best first; equal ones by key. Every word typed must match; when that finds nothing
    /// and there are several, all but one.
    [[nodiscard]] QList<Match> find(QStringView query, int most) const;

private:
    using Number = std::uint32_t;

    struct Entry
    {
        QString key; ///< Empty when removed.
        std::size_t hash = 0; ///< Of the folded text.
    };
    struct Hit
    {
        Number word = 0;
        std::uint8_t weight = 0; ///< Of 250.
    };
    /// What a query has come to, by entry.
    struct Tally
    {
        std::vector<std::uint16_t> score;
        std::vector<std::uint8_t> words;
    };

    void post(Number entry, const QByteArray &text);
    void compactIfWorn();
    [[nodiscard]] std::vector<Hit> wordsLike(const QByteArray &typed) const;
    [[nodiscard]] std::vector<Hit> wordsNear(const QByteArray &typed) const;
    [[nodiscard]] Tally tallyOf(const QList<QByteArray> &typed) const;
    [[nodiscard]] QList<Match> best(const QList<QByteArray> &typed, int most) const;
    [[nodiscard]] QByteArrayView word(Number number) const;

    std::vector<Entry> m_entries;
    QHash<QString, Number> m_entryOf;
    qsizetype m_removed = 0;

    QByteArray m_words; ///< " ana pereira rambla …": each after a space, one at the end.
    std::vector<Number> m_starts; ///< Where each word begins in it.
    std::vector<std::vector<Number>> m_postings; ///< By word: the entries it is in.
    QHash<QByteArray, Number> m_wordOf;
};

} // namespace Doorstep
