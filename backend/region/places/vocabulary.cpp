// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/vocabulary.h"

#include "backend/region/places/fold.h"
#include "backend/region/places/place.h"
#include "backend/region/places/wordmatch.h"

#include <bit>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Doorstep::Places {

namespace {

constexpr qsizetype mostGuesses = 300;
constexpr float leastLikeness = 0.5F;
constexpr float abbreviated = 0.97F;

quint32 lettersOf(QStringView word)
{
    quint32 letters = 0;
    for (const auto letter : word)
        letters |= 1U << (letter.unicode() % 32U);
    return letters;
}

} // namespace

Result<Vocabulary> Vocabulary::read(Sqlite::Database &database)
{
    Vocabulary made;
    if (auto words = made.readWords(database); !words)
        return std::unexpected(std::move(words.error()));
    if (auto names = made.readNames(database); !names)
        return std::unexpected(std::move(names.error()));
    const double all = static_cast<double>(made.m_names.size()) + 1.0;
    for (auto &word : made.m_words) {
        const double rarity = std::log(1.0 + all / static_cast<double>(word.names.size() + 1)) / std::log(1.0 + all);
        word.weight = wordImportance(word.text) * (0.3 + 0.7 * rarity);
    }
    return made;
}

Result<> Vocabulary::readWords(Sqlite::Database &database)
{
    auto rows = database.prepare("SELECT id, word FROM place_word ORDER BY id");
    if (!rows)
        return std::unexpected(rows.error());
    m_words.resize(1);
    for (auto more = rows->step();; more = rows->step()) {
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        if (rows->integer(0) != static_cast<qint64>(m_words.size()))
            return failure(Error::Kind::Malformed, u"place_word has a gap"_s);
        const auto text = rows->text(1);
        m_numbers.insert(text, static_cast<qint32>(m_words.size()));
        m_words.push_back({.text = text, .longForms = longForms(text), .names = {}, .letters = lettersOf(text)});
    }
}

Result<> Vocabulary::readNames(Sqlite::Database &database)
{
    auto rows = database.prepare("SELECT a.id, a.entity, a.words, e.kind = 2 FROM place_alias a"
                                 " JOIN place_entity e ON e.id = a.entity ORDER BY a.id");
    static_assert(static_cast<int>(Place::Kind::Street) == 2);
    if (!rows)
        return std::unexpected(rows.error());
    m_names.resize(1);
    for (auto more = rows->step();; more = rows->step()) {
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        if (rows->integer(0) != static_cast<qint64>(m_names.size()))
            return failure(Error::Kind::Malformed, u"place_alias has a gap"_s);
        const auto blob = rows->blob(2);
        Name name{.entity = rows->integer(1), .isStreet = rows->integer(3) != 0, .words = {}};
        name.words.resize(static_cast<std::size_t>(blob.size()) / sizeof(qint32));
        std::memcpy(name.words.data(), blob.data(), name.words.size() * sizeof(qint32));
        if (!addName(std::move(name)))
            return failure(Error::Kind::Malformed, u"place_alias names a word that is not there"_s);
    }
}

/// False, and nothing is added, when one of its words is not there.
bool Vocabulary::addName(Name name)
{
    const auto isKnown = [this](qint32 word) { return word >= 1 && std::cmp_less(word, m_words.size()); };
    if (!std::ranges::all_of(name.words, isKnown))
        return false;
    const auto number = static_cast<qint32>(m_names.size());
    for (const auto word : name.words) {
        auto &names = m_words[static_cast<std::size_t>(word)].names;
        if (names.empty() || names.back() != number)
            names.push_back(number);
    }
    m_names.push_back(std::move(name));
    return true;
}

/// How well \a word is what somebody meant with what they typed.
float Vocabulary::likenessTo(const Word &word, const Typed &typed)
{
    if (word.text == typed.text)
        return 1.0F;
    if (typed.meanings.contains(word.text) || word.longForms.contains(typed.text))
        return abbreviated;
    if (!typed.text.isEmpty() && typed.text.front().isDigit())
        return 0.0F;
    const auto more = std::popcount(typed.letters & ~word.letters); // typed, but not in the word
    const auto fewer = std::popcount(word.letters & ~typed.letters);
    const auto different = typed.text.size() <= 5 ? 2 : 3;
    if (more > different || (fewer > different && more > 0))
        return 0.0F;
    const auto like = static_cast<float>(likeness(typed.text, word.text));
    // "gral" misspelt is rare; its long form as a beginning is not.
    const auto begins = [&word](const QString &meaning) { return word.text.startsWith(meaning); };
    return std::ranges::any_of(typed.meanings, begins) ? std::max(like, 0.8F) : like;
}

QList<Guess> Vocabulary::guesses(const QString &text) const
{
    QList<Guess> found;
    const Typed typed{.text = text, .meanings = longForms(text), .letters = lettersOf(text)};
    for (std::size_t i = 1; i < m_words.size(); ++i) {
        if (const auto like = likenessTo(m_words[i], typed); like >= leastLikeness)
            found.append({.word = static_cast<qint32>(i), .likeness = like});
    }
    std::ranges::sort(found, [](const Guess &a, const Guess &b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.word < b.word;
    });
    found.resize(std::min(found.size(), mostGuesses));
    return found;
}

double Vocabulary::weight(const QString &typed) const
{
    if (const auto number = m_numbers.value(typed))
        return weight(number);
    double importance = wordImportance(typed);
    for (const auto &meaning : longForms(typed))
        importance = std::min(importance, wordImportance(meaning));
    return typed.size() == 1 ? importance * 0.4 : importance;
}

} // namespace Doorstep::Places
