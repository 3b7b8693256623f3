// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/namematch.h"

#include "backend/region/places/fold.h"
#include "backend/region/places/wordmatch.h"

#include <algorithm>
#include <array>

namespace Doorstep::Places {

namespace {

constexpr std::size_t mostWords = 24; // of the query that are looked at; a name has 16 at most

struct Pair
{
    std::size_t typed = 0;
    std::size_t named = 0;
    double likeness = 0.0;
    double worth = 0.0;
};

std::vector<Pair> pairsOf(std::span<const TypedWord> typed, std::span<const qint32> name, const Vocabulary &vocabulary)
{
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        for (std::size_t j = 0; j < name.size(); ++j) {
            const auto found = typed[i].likely->constFind(name[j]);
            if (found == typed[i].likely->cend())
                continue;
            const auto like = static_cast<double>(*found);
            // Of two places where a word would fit, the one in the order of the name is preferred.
            const double order = i == j ? 1e-3 : 0.0;
            pairs.push_back({.typed = i,
                             .named = j,
                             .likeness = like,
                             .worth = like * vocabulary.weight(name[j]) + like * 0.05 + order});
        }
    }
    std::ranges::sort(pairs, std::ranges::greater{}, &Pair::worth);
    return pairs;
}

} // namespace

NameMatch matchName(std::span<const TypedWord> typed, std::span<const qint32> name, const Vocabulary &vocabulary)
{
    typed = typed.first(std::min(typed.size(), mostWords));
    name = name.first(std::min(name.size(), mostWords));
    std::array<int, mostWords> namedFor{};
    std::array<bool, mostWords> taken{};
    namedFor.fill(-1);

    NameMatch match;
    double slip = 0.0;
    bool exact = typed.size() == name.size();
    for (const auto &pair : pairsOf(typed, name, vocabulary)) {
        if (namedFor[pair.typed] >= 0 || taken[pair.named])
            continue;
        namedFor[pair.typed] = static_cast<int>(pair.named);
        taken[pair.named] = true;
        const double weight = vocabulary.weight(name[pair.named]);
        slip += weight * (1.0 - pair.likeness);
        match.total += weight;
        exact = exact && pair.likeness > 0.999;
    }
    bool typeTyped = false;
    bool typeNamed = false;
    double extra = 0.0;
    double missing = 0.0;
    int inversions = 0;
    int last = -1;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (namedFor[i] < 0) {
            extra += typed[i].weight;
            match.extraWords.append(static_cast<qsizetype>(i));
            typeTyped |= typed[i].isType;
            exact = false;
            continue;
        }
        inversions += namedFor[i] < last;
        last = namedFor[i];
    }
    for (std::size_t j = 0; j < name.size(); ++j) {
        if (taken[j])
            continue;
        missing += vocabulary.weight(name[j]);
        typeNamed |= isStreetType(vocabulary.text(name[j]));
    }
    match.total += extra + missing;
    const double total = std::max(match.total, 1e-6);
    match.slip = slip / total;
    match.extra = extra / total;
    match.missing = missing / total;
    match.exact = exact && inversions == 0;
    match.typeDiffers = typeTyped && typeNamed;
    match.outOfOrder = typed.size() > 1 ? static_cast<double>(inversions) / static_cast<double>(typed.size() - 1) : 0.0;
    return match;
}

void matchRunTogether(std::span<const TypedWord> typed, std::span<const qint32> name, const Vocabulary &vocabulary,
                      NameMatch &match)
{
    if (match.goodness() > 0.7)
        return;
    QString typedText;
    for (const auto &word : typed)
        typedText += word.text;
    QString nameText;
    for (const auto word : name)
        nameText += vocabulary.text(word);
    constexpr double limit = 3.0;
    double best = slips(typedText, nameText, limit);
    if (name.size() > 1 && isStreetType(vocabulary.text(name[0])))
        best = std::min(best, slips(typedText, nameText.sliced(vocabulary.text(name[0]).size()), limit) + 0.3);
    const auto length = static_cast<double>(std::max(typedText.size(), nameText.size()));
    if (best > limit || best > length * 0.25)
        return;
    const double slip = 0.6 * best / (length * 0.75 + 1.0) + 0.03;
    if (1.0 - slip <= match.goodness())
        return;
    match = {.slip = slip, .total = match.total};
}

} // namespace Doorstep::Places
