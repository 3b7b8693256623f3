// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <span>
#include <vector>

namespace Doorstep::Places {

/// A word of the region that a typed word may have been meant to be.
struct Guess
{
    qint32 word = 0; ///< Number in place_word.
    float likeness = 0.0F; ///< 0 to 1, see wordmatch.h.
};

/// Every name in the region and every word in them, in memory: finding what a misspelt word may mean is a walk through
/// all words, some 10,000 in a city. Read once, then only read: any thread may use it.
class Vocabulary
{
public:
    [[nodiscard]] static Result<Vocabulary> read(Sqlite::Database &database);

    /// The words that \a text (typed, folded) may be, the likeliest first, at most 300.
    [[nodiscard]] QList<Guess> guesses(const QString &text) const;
    /// How much hangs on a word, 0 to 1: rare words and names proper most, articles and "street" least.
    [[nodiscard]] double weight(qint32 word) const { return m_words[static_cast<std::size_t>(word)].weight; }
    /// The same of a word as typed, whether the region knows it or not.
    [[nodiscard]] double weight(const QString &typed) const;
    [[nodiscard]] const QString &text(qint32 word) const { return m_words[static_cast<std::size_t>(word)].text; }

    /// A name of an entity.
    struct Name
    {
        qint64 entity = 0;
        bool isStreet = false;
        std::vector<qint32> words;
    };
    [[nodiscard]] const Name &name(qint32 number) const { return m_names[static_cast<std::size_t>(number)]; }
    [[nodiscard]] qint32 nameCount() const { return static_cast<qint32>(m_names.size()); }
    /// The names that hold \a word; those of streets come first.
    [[nodiscard]] std::span<const qint32> namesWith(qint32 word) const
    {
        return m_words[static_cast<std::size_t>(word)].names;
    }

private:
    struct Word
    {
        QString text;
        QStringList longForms;
        std::vector<qint32> names;
        double weight = 0.0;
        quint32 letters = 0; ///< One bit a letter: what differs in too many cannot be a slip.
    };

    /// A word as somebody typed it.
    struct Typed
    {
        QString text; ///< Folded.
        QStringList meanings; ///< If it is an abbreviation.
        quint32 letters = 0;
    };

    [[nodiscard]] static float likenessTo(const Word &word, const Typed &typed);
    [[nodiscard]] bool addName(Name name);
    [[nodiscard]] Result<> readWords(Sqlite::Database &database);
    [[nodiscard]] Result<> readNames(Sqlite::Database &database);

    std::vector<Word> m_words; ///< By number; 0 is nobody.
    std::vector<Name> m_names; ///< By number of place_alias; 0 is nobody.
    QHash<QString, qint32> m_numbers;
};

} // namespace Doorstep::Places
