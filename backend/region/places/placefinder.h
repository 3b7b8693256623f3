// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/addressparser.h"
#include "backend/region/places/evidence.h"
#include "backend/region/places/houselookup.h"
#include "backend/region/places/namematch.h"
#include "backend/region/places/placereader.h"

#include <map>

namespace Doorstep::Places {

/// Finds everything that a query may mean. For one question, on one thread.
class PlaceFinder
{
public:
    /// All must outlive it; \a districts are all suburbs and cities.
    PlaceFinder(PlaceReader &reader, const Vocabulary &vocabulary, std::span<const Entity> districts);

    /// Candidates with their evidence, each place once, in no order and without score.
    [[nodiscard]] QList<Candidate> find(const PlaceQuery &query);

private:
    struct Named
    {
        Entity entity;
        NameMatch match;
    };
    /// One reading with its words looked up.
    struct Question
    {
        const Reading *reading = nullptr;
        std::vector<TypedWord> street;
        std::vector<TypedWord> area;
        std::vector<std::pair<QString, Spot>> districts; ///< Words of `area` that name a suburb, and where it is.
        std::vector<Named> crossings;
        bool fewLetters = false;
    };

    [[nodiscard]] std::vector<TypedWord> lookUp(const QStringList &words);
    [[nodiscard]] QHash<qint32, float> worthOf(const TypedWord &word, bool streetsOnly) const;
    void addAlike(std::span<const TypedWord> words, std::vector<qint32> &names);
    [[nodiscard]] std::map<qint64, NameMatch> matches(std::span<const TypedWord> words, bool streetsOnly);
    [[nodiscard]] const std::optional<Entity> &entity(qint64 id);
    [[nodiscard]] std::vector<qint32> namesFor(std::span<const TypedWord> words, bool streetsOnly);
    [[nodiscard]] std::vector<Named> named(std::span<const TypedWord> words, std::size_t most, bool streetsOnly);

    void answer(const Reading &reading);
    void addHouses(const Question &question, const Named &street);
    void addSwapped(const Question &question, const Named &street);
    void addCorners(const Question &question, const Named &street);
    void addPlace(const Question &question, const Named &named);
    [[nodiscard]] Evidence evidenceOf(const Question &question, const Named &named, const Place &place) const;
    static void weighArea(const Question &question, const NameMatch &match, const Place &place, Evidence &evidence);
    void noteDistricts(Question &question) const;
    [[nodiscard]] const Named *crossingNear(const Question &question, qint64 street, const Spot &spot);
    void add(Place place, const Evidence &evidence);

    PlaceReader &m_reader;
    const Vocabulary &m_vocabulary;
    std::span<const Entity> m_districts;
    const PlaceQuery *m_query = nullptr;
    QString m_unit;
    QHash<QString, std::shared_ptr<const QHash<qint32, float>>> m_likely;
    QHash<qint64, std::optional<Entity>> m_entities;
    std::map<qint64, Candidate> m_found; ///< By place.
};

} // namespace Doorstep::Places
