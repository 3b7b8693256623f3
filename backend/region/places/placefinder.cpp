// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/placefinder.h"

#include "backend/region/places/fold.h"
#include "backend/region/places/placemaker.h"
#include "backend/region/places/wordmatch.h"

#include <cmath>

namespace Doorstep::Places {

namespace {

constexpr std::size_t mostNames = 150; // looked at in full for one reading
constexpr std::size_t mostNamesInBox = 2'000; // where it depends on the place which of them are wanted
constexpr int mostAlike = 40; // of those that only share letters
constexpr std::size_t mostStreets = 30; // whose numbers are looked up
constexpr std::size_t mostCrossings = 12;
constexpr std::size_t commonWord = 4'000; // names; a word in more of them finds nothing by itself
constexpr double leastGoodness = 0.25;
constexpr double surelyMeant = 0.9; // a slip in the name and one in the number are too many to guess
constexpr double nearSuburbMeters = 2'000.0; // from the middle of a suburb
constexpr double nearCornerMeters = 400.0; // people name the next corner they know, not the nearest one

bool overlap(const PlaceBox &a, const PlaceBox &b)
{
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

bool fitsExactly(const Evidence &evidence)
{
    return evidence[Clue::Exact] > 0.0 && evidence[Clue::NumberKnown] > 0.0 && evidence[Clue::AreaDiffers] < 0.5
        && evidence[Clue::CornerMissing] == 0.0;
}

Spot spotOf(const Place &place)
{
    return {.lat = place.at.latitude(), .lon = place.at.longitude()};
}

} // namespace

PlaceFinder::PlaceFinder(PlaceReader &reader, const Vocabulary &vocabulary, std::span<const Entity> districts)
    : m_reader(reader)
    , m_vocabulary(vocabulary)
    , m_districts(districts)
{
}

QList<Candidate> PlaceFinder::find(const PlaceQuery &query)
{
    m_query = &query;
    m_found.clear();
    const auto parsed = parseAddress(query);
    m_unit = parsed.unit;
    for (const auto &reading : parsed.readings) {
        answer(reading);
        // Once a reading fits to the letter, the farther-fetched ones need no look.
        if (std::ranges::any_of(m_found, [](const auto &found) { return fitsExactly(found.second.evidence); }))
            break;
    }
    QList<Candidate> found;
    for (auto &[id, candidate] : m_found)
        found.append(std::move(candidate));
    return found;
}

std::vector<TypedWord> PlaceFinder::lookUp(const QStringList &words)
{
    std::vector<TypedWord> typed;
    for (const auto &text : words) {
        auto &likely = m_likely[text];
        if (!likely) {
            QHash<qint32, float> meanings;
            for (const auto &guess : m_vocabulary.guesses(text))
                meanings.insert(guess.word, guess.likeness);
            likely = std::make_shared<const QHash<qint32, float>>(std::move(meanings));
        }
        bool isType = isStreetType(text);
        for (const auto &meaning : longForms(text))
            isType |= isStreetType(meaning);
        typed.push_back({.text = text, .weight = m_vocabulary.weight(text), .likely = likely, .isType = isType});
    }
    return typed;
}

/// What each name with \a word in it is worth for that: the same typed word counts once a name.
QHash<qint32, float> PlaceFinder::worthOf(const TypedWord &word, bool streetsOnly) const
{
    QHash<qint32, float> best;
    for (const auto &[meaning, likeness] : word.likely->asKeyValueRange()) {
        const auto names = m_vocabulary.namesWith(meaning);
        if (names.size() > commonWord)
            continue;
        const auto worth = likeness * likeness * static_cast<float>(0.3 + 0.7 * m_vocabulary.weight(meaning));
        for (const auto name : names) {
            if (streetsOnly && !m_vocabulary.name(name).isStreet)
                break;
            auto &known = best[name];
            known = std::max(known, worth);
        }
    }
    return best;
}

/// Adds to \a names those whose letters are like those of \a words.
void PlaceFinder::addAlike(std::span<const TypedWord> words, std::vector<qint32> &names)
{
    QStringList texts;
    for (const auto &word : words)
        texts.append(word.text);
    for (const auto name : m_reader.namesLike(texts.join(u' '), mostAlike)) {
        if (name < m_vocabulary.nameCount() && !std::ranges::contains(names, name))
            names.push_back(name);
    }
}

std::vector<qint32> PlaceFinder::namesFor(std::span<const TypedWord> words, bool streetsOnly)
{
    QHash<qint32, float> sums;
    float possible = 0.0F;
    for (const auto &word : words) {
        const auto best = worthOf(word, streetsOnly);
        for (const auto &[name, worth] : best.asKeyValueRange())
            sums[name] += worth;
        possible += static_cast<float>(0.3 + 0.7 * word.weight);
    }
    std::vector<std::pair<float, qint32>> ranked;
    ranked.reserve(static_cast<std::size_t>(sums.size()));
    for (const auto &[name, sum] : sums.asKeyValueRange())
        ranked.emplace_back(-sum, name);
    const auto kept = std::min(ranked.size(), m_query->box ? mostNamesInBox : mostNames);
    std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(kept));
    std::vector<qint32> names;
    for (const auto &[sum, name] : std::span(ranked).first(kept))
        names.push_back(name);
    // Words run together, torn apart or cut short are no words we know; their letters still are.
    if (ranked.empty() || -ranked.front().first < 0.5F * possible)
        addAlike(words, names);
    return names;
}

/// The best match of \a words with each entity, by its id.
std::map<qint64, NameMatch> PlaceFinder::matches(std::span<const TypedWord> words, bool streetsOnly)
{
    std::map<qint64, NameMatch> best;
    for (const auto number : namesFor(words, streetsOnly)) {
        const auto &name = m_vocabulary.name(number);
        if (streetsOnly && !name.isStreet)
            continue;
        auto match = matchName(words, name.words, m_vocabulary);
        matchRunTogether(words, name.words, m_vocabulary, match);
        if (match.goodness() < leastGoodness)
            continue;
        const auto [known, isNew] = best.try_emplace(name.entity, match);
        if (!isNew && match.goodness() > known->second.goodness())
            known->second = match;
    }
    return best;
}

/// That of \a id, read once an answer; none when the region has it no more.
const std::optional<Entity> &PlaceFinder::entity(qint64 id)
{
    auto &known = m_entities[id];
    if (!known)
        known = m_reader.entity(id);
    return known;
}

std::vector<PlaceFinder::Named> PlaceFinder::named(std::span<const TypedWord> words, std::size_t most, bool streetsOnly)
{
    const auto best = matches(words, streetsOnly);
    std::vector<std::pair<double, qint64>> ranked;
    ranked.reserve(best.size());
    for (const auto &[entity, match] : best)
        ranked.emplace_back(-match.goodness(), entity);
    std::ranges::sort(ranked);
    std::vector<Named> found;
    const auto &box = m_query->box;
    const auto add = [&](bool inBox) {
        for (const auto &[goodness, id] : ranked) {
            if (found.size() >= most)
                return;
            const auto &one = entity(id);
            if (one && (!box || overlap(*box, one->place.box) == inBox))
                found.push_back({.entity = *one, .match = best.at(id)});
        }
    };
    add(true); // what is in the box that is preferred comes first
    if (box && !m_query->bounded)
        add(false);
    return found;
}

void PlaceFinder::answer(const Reading &reading)
{
    Question question{.reading = &reading};
    question.street = lookUp(reading.street);
    question.area = lookUp(reading.area);
    noteDistricts(question);
    question.fewLetters = reading.street.join(QString()).size() < 4;
    if (!reading.cross.isEmpty())
        question.crossings = named(lookUp(reading.cross), mostCrossings, true);
    const bool streetsOnly = !reading.numbers.isEmpty() || !reading.cross.isEmpty();
    for (const auto &found : named(question.street, mostStreets, streetsOnly)) {
        if (!reading.numbers.isEmpty())
            addHouses(question, found);
        else if (!reading.cross.isEmpty())
            addCorners(question, found);
        else
            addPlace(question, found);
    }
}

void PlaceFinder::noteDistricts(Question &question) const
{
    if (question.area.empty())
        return;
    for (const auto &district : m_districts) {
        if (district.place.kind != Place::Kind::Suburb)
            continue;
        const auto words = foldedWords(district.place.name);
        for (const auto &word : question.area) {
            if (words.contains(word.text))
                question.districts.emplace_back(word.text, spotOf(district.place));
        }
    }
}

void PlaceFinder::addHouses(const Question &question, const Named &street)
{
    constexpr std::array clues{Clue::NumberKnown,        Clue::NumberOtherSuffix, Clue::NumberBetween,
                               Clue::NumberBetweenSides, Clue::NumberBeyond,      Clue::NumberUnknown};
    for (const auto &find : findHouses(m_reader, street.entity.id, question.reading->numbers)) {
        auto place = placeOf(street.entity.place, find, m_reader);
        auto evidence = evidenceOf(question, street, place);
        evidence[clues[static_cast<std::size_t>(find.how)]] = 1.0;
        if (!question.reading->cross.isEmpty()) {
            const auto *crossing = crossingNear(question, street.entity.id, spotOf(place));
            evidence[crossing ? Clue::CornerFits : Clue::CornerMissing] = 1.0;
            if (crossing)
                evidence[Clue::CornerSlip] = 1.0 - crossing->match.goodness();
        }
        add(std::move(place), evidence);
    }
    if (street.match.goodness() >= surelyMeant && !question.reading->numbers.isEmpty())
        addSwapped(question, street);
}

void PlaceFinder::addSwapped(const Question &question, const Named &street)
{
    for (const auto &find : findSwapped(m_reader, street.entity.id, question.reading->numbers.first())) {
        auto place = placeOf(street.entity.place, find, m_reader);
        auto evidence = evidenceOf(question, street, place);
        evidence[Clue::NumberSwapped] = 1.0;
        add(std::move(place), evidence);
    }
}

void PlaceFinder::addCorners(const Question &question, const Named &street)
{
    bool meets = false;
    for (const auto &crossing : question.crossings) {
        for (const auto &spot : distinctCorners(m_reader, street.entity.id, crossing.entity.id)) {
            auto place = cornerOf(street.entity.place, crossing.entity.place, spot);
            auto evidence = evidenceOf(question, street, place);
            evidence[Clue::CornerFits] = 1.0;
            evidence[Clue::CornerSlip] = 1.0 - crossing.match.goodness();
            add(std::move(place), evidence);
            meets = true;
        }
    }
    if (meets)
        return;
    auto evidence = evidenceOf(question, street, street.entity.place);
    evidence[Clue::CornerMissing] = 1.0;
    add(street.entity.place, evidence);
}

void PlaceFinder::addPlace(const Question &question, const Named &named)
{
    add(named.entity.place, evidenceOf(question, named, named.entity.place));
}

const PlaceFinder::Named *PlaceFinder::crossingNear(const Question &question, qint64 street, const Spot &spot)
{
    for (const auto &crossing : question.crossings) { // the best name first
        for (const auto &corner : m_reader.corners(street, crossing.entity.id)) {
            if (metersBetween(corner, spot) < nearCornerMeters)
                return &crossing;
        }
    }
    return nullptr;
}

Evidence PlaceFinder::evidenceOf(const Question &question, const Named &named, const Place &place) const
{
    Evidence evidence;
    evidence[Clue::Slip] = named.match.slip;
    evidence[Clue::Extra] = named.match.extra;
    evidence[Clue::Missing] = named.match.missing;
    evidence[Clue::Exact] = named.match.exact;
    evidence[Clue::TypeDiffers] = named.match.typeDiffers;
    evidence[Clue::OutOfOrder] = named.match.outOfOrder;
    evidence[Clue::NumberIgnored] = question.reading->leavesNumber && question.reading->numbers.isEmpty();
    evidence[Clue::IsPoi] = place.kind == Place::Kind::Poi;
    evidence[Clue::IsDistrict] = place.kind == Place::Kind::Suburb || place.kind == Place::Kind::City;
    evidence[Clue::Houses] = std::min(1.0, std::log1p(named.entity.houses) / 8.0);
    evidence[Clue::OutsideBox] = m_query->box && !m_query->box->contains(place.at);
    evidence[Clue::Short] = question.fewLetters;
    weighArea(question, named.match, place, evidence);
    return evidence;
}

void PlaceFinder::weighArea(const Question &question, const NameMatch &match, const Place &place, Evidence &evidence)
{
    const auto around = wordsAround(place);
    const auto fits = [&](const TypedWord &word) {
        return std::ranges::any_of(around,
                                   [&](const QString &known) {
                                       return likeness(word.text, known) >= 0.75
                                           || longForms(word.text).contains(known);
                                   })
            // Nobody agrees where a suburb ends: one next door is as good.
            || std::ranges::any_of(question.districts, [&](const auto &district) {
                   return district.first == word.text
                       && metersBetween(district.second, spotOf(place)) < nearSuburbMeters;
               });
    };
    double fitting = 0.0;
    double all = 0.0;
    for (const auto &word : question.area) {
        all += word.weight;
        fitting += fits(word) ? word.weight : 0.0;
    }
    // Without a comma the suburb stands among the words of the street; there it is no longer extra.
    double explained = 0.0;
    for (const auto index : match.extraWords) {
        const auto &word = question.street[static_cast<std::size_t>(index)];
        if (fits(word))
            explained += word.weight;
    }
    evidence[Clue::Extra] -= std::min(evidence[Clue::Extra], explained / std::max(match.total, 1e-6));
    if (all + explained < 0.05)
        return;
    evidence[Clue::AreaFits] = (fitting + explained) / (all + explained);
    evidence[Clue::AreaDiffers] = 1.0 - evidence[Clue::AreaFits];
}

void PlaceFinder::add(Place place, const Evidence &evidence)
{
    const bool isPoi = place.kind == Place::Kind::Poi;
    if (m_query->exclude.contains(place.id) || (isPoi ? !m_query->pois : !m_query->addresses)
        || (!m_query->countryCode.isEmpty() && place.countryCode != m_query->countryCode)
        || (m_query->bounded && m_query->box && !m_query->box->contains(place.at)))
        return;
    place.address.unit = m_unit;
    const auto id = place.id;
    const auto known = m_found.find(id);
    if (known == m_found.end())
        m_found.emplace(id, Candidate{.place = std::move(place), .evidence = evidence});
    else if (strength(evidence) > strength(known->second.evidence))
        known->second.evidence = evidence;
}

} // namespace Doorstep::Places
