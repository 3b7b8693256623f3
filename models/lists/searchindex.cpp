// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/searchindex.h"

#include "models/lists/typos.h"

#include <QSet>

#include <array>

namespace Doorstep {
namespace {

constexpr std::uint8_t wholeWord = 250;
constexpr std::uint8_t beginning = 235;
constexpr std::uint8_t part = 170;
constexpr std::array<std::uint8_t, 3> withTypos{wholeWord, 150, 110};
constexpr qsizetype shortestPart = 3;
constexpr qsizetype mostWordsTyped = 12;

bool hasDigit(QByteArrayView word)
{
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// A tracking number is read out in groups; put together it is one word again.
bool looksLikeANumberInGroups(const QList<QByteArray> &typed)
{
    qsizetype digits = 0;
    for (const auto &word : typed)
        digits += std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; });
    return typed.size() > 1 && digits >= 6;
}

void appendFolded(QByteArray &bytes, QChar c)
{
    if (c.unicode() < 0x80) {
        bytes += c.toLower().toLatin1();
        return;
    }
    const auto parts = c.decomposition();
    if (parts.isEmpty()) {
        bytes += QString(c.toLower()).toUtf8();
        return;
    }
    for (const auto partOfIt : parts) {
        if (!partOfIt.isMark() && partOfIt != c)
            appendFolded(bytes, partOfIt);
    }
}

} // namespace

QByteArray folded(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const auto c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            appendFolded(bytes, c);
        else if (!c.isMark() && !bytes.isEmpty() && bytes.back() != ' ')
            bytes += ' ';
    }
    if (bytes.endsWith(' '))
        bytes.chop(1);
    return bytes;
}

void SearchIndex::put(const QString &key, QStringView text)
{
    const auto foldedText = folded(text);
    const auto hash = qHash(foldedText);
    if (const auto known = m_entryOf.constFind(key); known != m_entryOf.cend()) {
        if (m_entries[*known].hash == hash)
            return;
        remove(key);
    }
    const auto number = static_cast<Number>(m_entries.size());
    m_entries.push_back({.key = key, .hash = hash});
    m_entryOf.insert(key, number);
    post(number, foldedText);
}

void SearchIndex::post(Number entry, const QByteArray &text)
{
    QSet<QByteArray> seen;
    for (const auto &word : text.split(' ')) {
        if (word.isEmpty() || seen.contains(word))
            continue;
        seen.insert(word);
        auto known = m_wordOf.constFind(word);
        if (known == m_wordOf.cend()) {
            if (m_words.isEmpty())
                m_words += ' ';
            m_starts.push_back(static_cast<Number>(m_words.size()));
            m_words += word + ' ';
            known = m_wordOf.insert(word, static_cast<Number>(m_postings.size()));
            m_postings.emplace_back();
        }
        m_postings[*known].push_back(entry);
    }
}

void SearchIndex::remove(const QString &key)
{
    const auto known = m_entryOf.constFind(key);
    if (known == m_entryOf.cend())
        return;
    m_entries[*known] = {};
    m_entryOf.erase(known);
    ++m_removed;
    compactIfWorn();
}

void SearchIndex::clear()
{
    *this = {};
}

void SearchIndex::compactIfWorn()
{
    if (m_removed < 1'000 || m_removed * 4 < static_cast<qsizetype>(m_entries.size()))
        return;
    SearchIndex fresh;
    std::vector<Number> renumbered(m_entries.size());
    for (std::size_t old = 0; old < m_entries.size(); ++old) {
        if (m_entries[old].key.isEmpty())
            continue;
        renumbered[old] = static_cast<Number>(fresh.m_entries.size());
        fresh.m_entryOf.insert(m_entries[old].key, renumbered[old]);
        fresh.m_entries.push_back(m_entries[old]);
    }
    for (Number number = 0; number < m_postings.size(); ++number) {
        for (const auto entry : m_postings[number]) {
            if (!m_entries[entry].key.isEmpty())
                fresh.post(renumbered[entry], word(number).toByteArray());
        }
    }
    *this = std::move(fresh);
}

QByteArrayView SearchIndex::word(Number number) const
{
    const auto end = number + 1 < m_starts.size() ? m_starts[number + 1] : static_cast<Number>(m_words.size());
    return QByteArrayView(m_words).sliced(m_starts[number], end - m_starts[number] - 1);
}

std::vector<SearchIndex::Hit> SearchIndex::wordsLike(const QByteArray &typed) const
{
    // One or two letters are only looked for where words begin: nearly every word has them somewhere.
    const bool onlyBeginnings = typed.size() < shortestPart;
    const auto wanted = onlyBeginnings ? ' ' + typed : typed;
    std::vector<Hit> hits;
    for (auto at = m_words.indexOf(wanted); at >= 0;) {
        const auto start = static_cast<Number>(onlyBeginnings ? at + 1 : at);
        const auto next = std::ranges::upper_bound(m_starts, start);
        const auto number = static_cast<Number>(next - m_starts.begin() - 1);
        const bool begins = m_starts[number] == start;
        const bool ends = m_words.at(static_cast<qsizetype>(start) + typed.size()) == ' ';
        const auto weightOfBeginning = ends ? wholeWord : beginning;
        hits.push_back({.word = number, .weight = begins ? weightOfBeginning : part});
        const auto after = next == m_starts.end() ? m_words.size() : static_cast<qsizetype>(*next);
        at = m_words.indexOf(wanted, after - 1); // the space before the next word
    }
    return hits;
}

std::vector<SearchIndex::Hit> SearchIndex::wordsNear(const QByteArray &typed) const
{
    std::vector<Hit> hits;
    if (typed.size() < 4 || hasDigit(typed))
        return hits;
    const int most = typed.size() < 7 ? 1 : 2;
    for (Number number = 0; number < m_starts.size(); ++number) {
        const auto candidate = word(number);
        if (std::abs(candidate.size() - typed.size()) > most || hasDigit(candidate))
            continue;
        const int typos = typosBetween(typed, candidate, most);
        if (typos <= most)
            hits.push_back({.word = number, .weight = withTypos[static_cast<std::size_t>(typos)]});
    }
    return hits;
}

SearchIndex::Tally SearchIndex::tallyOf(const QList<QByteArray> &typed) const
{
    Tally tally{.score = std::vector<std::uint16_t>(m_entries.size()),
                .words = std::vector<std::uint8_t>(m_entries.size())};
    std::vector<std::uint8_t> weight(m_entries.size());
    for (const auto &one : typed) {
        auto hits = wordsLike(one);
        if (hits.empty())
            hits = wordsNear(one);
        std::ranges::fill(weight, std::uint8_t{0});
        for (const auto &hit : hits) {
            for (const auto entry : m_postings[hit.word])
                weight[entry] = std::max(weight[entry], hit.weight);
        }
        for (std::size_t entry = 0; entry < weight.size(); ++entry) {
            tally.score[entry] = static_cast<std::uint16_t>(tally.score[entry] + weight[entry]);
            tally.words[entry] = static_cast<std::uint8_t>(tally.words[entry] + (weight[entry] > 0 ? 1 : 0));
        }
    }
    return tally;
}

QList<SearchIndex::Match> SearchIndex::best(const QList<QByteArray> &typed, int most) const
{
    const auto tally = tallyOf(typed);
    std::vector<Number> found;
    for (auto needed = typed.size(); found.empty() && needed >= std::max<qsizetype>(1, typed.size() - 1); --needed) {
        for (Number entry = 0; entry < m_entries.size(); ++entry) {
            if (tally.words[entry] >= needed && !m_entries[entry].key.isEmpty())
                found.push_back(entry);
        }
    }
    const auto isBetter = [&](Number a, Number b) {
        return tally.score[a] != tally.score[b] ? tally.score[a] > tally.score[b] : m_entries[a].key < m_entries[b].key;
    };
    const auto end = found.begin() + std::min<std::ptrdiff_t>(most, std::ssize(found));
    std::ranges::partial_sort(found, end, isBetter);

    QList<Match> matches;
    for (auto entry = found.begin(); entry != end; ++entry)
        matches.append({.key = m_entries[*entry].key,
                        .score = double(tally.score[*entry]) / double(wholeWord) / double(typed.size())});
    return matches;
}

QList<SearchIndex::Match> SearchIndex::find(QStringView query, int most) const
{
    auto typed = folded(query.first(std::min<qsizetype>(query.size(), 200))).split(' ');
    typed.removeAll({});
    typed.resize(std::min(typed.size(), mostWordsTyped));
    if (typed.isEmpty() || m_words.isEmpty())
        return {};
    if (looksLikeANumberInGroups(typed)) {
        if (auto matches = best({typed.join()}, most); !matches.isEmpty())
            return matches;
    }
    return best(typed, most);
}

} // namespace Doorstep
