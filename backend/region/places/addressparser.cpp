// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/addressparser.h"

#include "backend/region/places/addresslexer.h"
#include "backend/region/places/fold.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Places {

namespace {

using Kind = Lexeme::Kind;
using Lexemes = QList<Lexeme>;

constexpr qsizetype mostReadings = 10;

QStringList words(const Lexemes &lexemes, qsizetype from, qsizetype to)
{
    QStringList made;
    for (qsizetype i = from; i < to; ++i) {
        if (lexemes.at(i).kind == Kind::Word || lexemes.at(i).kind == Kind::Number)
            made.append(lexemes.at(i).text);
    }
    return made;
}

/// The start of the part between breaks that holds \a at, and its end.
std::pair<qsizetype, qsizetype> partAround(const Lexemes &lexemes, qsizetype at)
{
    qsizetype from = at;
    while (from > 0 && lexemes.at(from - 1).kind != Kind::Break)
        --from;
    qsizetype to = at;
    while (to < lexemes.size() && lexemes.at(to).kind != Kind::Break)
        ++to;
    return {from, to};
}

/// Whether the number at \a at stands in a date that streets are named after: "18 de Julio".
bool beginsDate(const Lexemes &lexemes, qsizetype at)
{
    return at + 1 < lexemes.size() && lexemes.at(at + 1).kind == Kind::Word && lexemes.at(at + 1).text == "de"_L1;
}

/// With the number at \a at taken as the house's.
std::optional<Reading> withNumber(const Lexemes &lexemes, qsizetype at)
{
    auto [from, to] = partAround(lexemes, at);
    Reading reading;
    reading.numbers = lexemes.at(at).numbers;
    if (at > from) {
        reading.street = words(lexemes, from, at);
        reading.area = words(lexemes, at + 1, to);
    } else if (at + 1 < to) {
        reading.street = words(lexemes, at + 1, to); // "1234 18 de Julio"
    } else if (from > 1) {
        std::tie(from, std::ignore) = partAround(lexemes, from - 2); // "18 de Julio, 1234"
        reading.street = words(lexemes, from, at);
    } else if (to + 1 < lexemes.size()) {
        const auto end = partAround(lexemes, to + 1).second; // "1234, 18 de Julio"
        reading.street = words(lexemes, to + 1, end);
        to = end;
    }
    reading.area += words(lexemes, to, lexemes.size());
    if (reading.street.isEmpty())
        return {};
    return reading;
}

Reading withoutNumber(const Lexemes &lexemes)
{
    const auto to = lexemes.isEmpty() ? 0 : partAround(lexemes, 0).second;
    Reading reading;
    reading.street = words(lexemes, 0, to);
    reading.area = words(lexemes, to, lexemes.size());
    for (qsizetype at = 0; at < lexemes.size(); ++at)
        reading.leavesNumber |= lexemes.at(at).kind == Kind::Number && !beginsDate(lexemes, at);
    return reading;
}

/// All readings of \a lexemes, which hold no corner.
QList<Reading> readingsOf(const Lexemes &lexemes)
{
    QList<Reading> readings;
    for (qsizetype at = lexemes.size() - 1; at >= 0 && readings.size() < 3; --at) {
        if (lexemes.at(at).kind != Kind::Number || beginsDate(lexemes, at))
            continue;
        if (auto reading = withNumber(lexemes, at))
            readings.append(*std::move(reading));
    }
    if (auto plain = withoutNumber(lexemes); !plain.street.isEmpty())
        readings.append(std::move(plain));
    return readings;
}

/// Takes \a at for "at the corner of": what stands before it is read as usual, what follows names the other street.
QList<Reading> atCorner(const Lexemes &lexemes, qsizetype at)
{
    auto to = at + 1;
    while (to < lexemes.size() && lexemes.at(to).kind != Kind::Break && lexemes.at(to).kind != Kind::Corner
           && !(lexemes.at(at).text == "entre"_L1 && lexemes.at(to).text == "y"_L1))
        ++to;
    const auto cross = words(lexemes, at + 1, to);
    auto rest = partAround(lexemes, std::min(to, lexemes.size() - 1)).second;
    if (to < lexemes.size() && lexemes.at(to).kind == Kind::Break)
        rest = to;
    auto readings = cross.isEmpty() ? QList<Reading>{} : readingsOf(lexemes.first(at));
    for (auto &reading : readings) {
        reading.cross = cross;
        reading.area += words(lexemes, rest, lexemes.size());
    }
    return readings;
}

Lexemes withoutCorners(Lexemes lexemes)
{
    for (auto &lexeme : lexemes) {
        if (lexeme.kind == Kind::Corner && !lexeme.text.isEmpty())
            lexeme.kind = Kind::Word;
    }
    lexemes.removeIf([](const Lexeme &lexeme) { return lexeme.kind == Kind::Corner; });
    return lexemes;
}

QList<Reading> readAll(const Lexemes &lexemes)
{
    QList<Reading> readings;
    const auto corner = std::ranges::find(lexemes, Kind::Corner, &Lexeme::kind);
    if (corner != lexemes.cend())
        readings = atCorner(lexemes, std::distance(lexemes.cbegin(), corner));
    const auto plain = withoutCorners(lexemes);
    // "y" is "and" between two streets, and part of many a name: both are tried.
    for (qsizetype at = 1; at + 1 < plain.size() && corner == lexemes.cend() && readings.size() < 6; ++at) {
        const auto &text = plain.at(at).text;
        if (plain.at(at).kind == Kind::Word && (text == "y"_L1 || text == "e"_L1 || text == "and"_L1))
            readings += atCorner(plain, at);
    }
    if (readings.isEmpty() || corner == lexemes.cend())
        readings = readingsOf(plain) + readings;
    return readings;
}

} // namespace

ParsedQuery parseAddress(const PlaceQuery &query)
{
    const bool structured = query.text.isEmpty();
    const auto &named = query.street.isEmpty() ? query.amenity : query.street;
    const auto &main = structured ? named : query.text;
    auto lexed = lexAddress(main);
    QStringList area;
    for (const auto *text : {&query.city, &query.county, &query.state, &query.country, &query.postcode}) {
        if (structured)
            area += foldedWords(QStringView(*text).left(100));
    }
    ParsedQuery parsed{.readings = readAll(lexed.lexemes), .unit = lexed.unit};
    if (parsed.readings.isEmpty() && structured && !area.isEmpty())
        parsed.readings.append(Reading{.street = std::exchange(area, {}), .numbers = {}, .cross = {}, .area = {}});
    for (auto &reading : parsed.readings)
        reading.area += area;
    parsed.readings.resize(std::min(parsed.readings.size(), mostReadings));
    return parsed;
}

} // namespace Doorstep::Places
