// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/wordmatch.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace Doorstep::Places {

namespace {

constexpr qsizetype longestWord = 40;

/// For each letter the groups of letters it is mixed up with, one bit each.
constexpr auto soundGroups = [] {
    std::array<std::uint8_t, 128> groups{};
    std::uint8_t group = 1;
    for (const auto *letters : {u"bv", u"scz", u"gj", u"iy", u"ckq", u"mn", u"uw"}) {
        for (const auto *letter = letters; *letter; ++letter)
            groups[*letter] = static_cast<std::uint8_t>(groups[*letter] | group);
        group = static_cast<std::uint8_t>(group << 1);
    }
    return groups;
}();

double exchange(char16_t a, char16_t b)
{
    if (a == b)
        return 0.0;
    return a < 128 && b < 128 && (soundGroups[a] & soundGroups[b]) ? 0.5 : 1.0;
}

/// A letter too many or too few at \a at of \a word.
double insertion(QStringView word, qsizetype at)
{
    const auto letter = word.at(at).unicode();
    const bool doubled = (at > 0 && word.at(at - 1).unicode() == letter)
        || (at + 1 < word.size() && word.at(at + 1).unicode() == letter);
    return doubled || letter == u'h' ? 0.5 : 1.0;
}

bool isNumber(QStringView word)
{
    return !word.isEmpty() && word.front().isDigit();
}

double slipsAllowed(qsizetype length)
{
    if (length <= 2)
        return 0.0;
    if (length <= 3)
        return 0.7;
    if (length <= 5)
        return 1.3;
    return length <= 8 ? 2.0 : 3.0;
}

} // namespace

double slips(QStringView typed, QStringView meant, double limit)
{
    if (typed.size() > longestWord || meant.size() > longestWord)
        return typed == meant ? 0.0 : limit + 1.0;
    std::array<std::array<double, longestWord + 1>, 3> rows{};
    std::array<double, longestWord> extra{};
    auto *before = rows.data();
    auto *above = &rows[1];
    auto *row = &rows[2];
    (*above)[0] = 0.0;
    for (qsizetype j = 0; j < meant.size(); ++j) {
        extra[j] = insertion(meant, j);
        (*above)[j + 1] = (*above)[j] + extra[j];
    }
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const double missing = insertion(typed, i);
        (*row)[0] = (*above)[0] + missing;
        double best = (*row)[0];
        for (qsizetype j = 0; j < meant.size(); ++j) {
            const auto a = typed.at(i).unicode();
            const auto b = meant.at(j).unicode();
            double cost = std::min({(*above)[j] + exchange(a, b), (*above)[j + 1] + missing, (*row)[j] + extra[j]});
            if (i > 0 && j > 0 && a != b && a == meant.at(j - 1).unicode() && typed.at(i - 1).unicode() == b)
                cost = std::min(cost, (*before)[j - 1] + 0.7);
            (*row)[j + 1] = cost;
            best = std::min(best, cost);
        }
        if (best > limit + 0.7) // a swap may still take back what the last letter cost
            return best;
        std::swap(before, above);
        std::swap(above, row);
    }
    return (*above)[meant.size()];
}

namespace {

/// As likeness(), of words of two letters and more.
double likenessOfLetters(QStringView typed, QStringView meant)
{
    const auto shorter = std::min(typed.size(), meant.size());
    const auto longer = std::max(typed.size(), meant.size());
    double best = 0.0;
    if (shorter >= 3 && meant.startsWith(typed))
        best = 0.55 + 0.4 * static_cast<double>(shorter) / static_cast<double>(longer);
    const double allowed = slipsAllowed(shorter == 3 && longer == 4 ? 4 : shorter);
    if (static_cast<double>(longer - shorter) * 0.5 > allowed)
        return best;
    const double made = slips(typed, meant, allowed);
    if (made > allowed)
        return best;
    const double first = typed.front() == meant.front() ? 0.0 : 0.3;
    return std::max(best, 1.0 - (made + first) / (static_cast<double>(longer) * 0.75 + 1.0));
}

} // namespace

double likeness(QStringView typed, QStringView meant)
{
    if (typed == meant)
        return 1.0;
    if (isNumber(typed) || isNumber(meant) || typed.isEmpty() || meant.isEmpty())
        return 0.0;
    if (typed.size() == 1 || meant.size() == 1)
        return typed.front() == meant.front() ? 0.55 : 0.0;
    return likenessOfLetters(typed, meant);
}

} // namespace Doorstep::Places
