// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/vocabulary.h"

#include <QHash>

#include <memory>
#include <span>

namespace Doorstep::Places {

/// A word of the query with all it may mean.
struct TypedWord
{
    QString text;
    double weight = 0.0;
    std::shared_ptr<const QHash<qint32, float>> likely; ///< Word of the region to likeness.
    bool isType = false; ///< "avenida".
};

/// How well what was typed fits a name. The first three are weights of words, as part of the weight of all words of
/// both.
struct NameMatch
{
    double slip = 0.0; ///< Words that fit, but not letter by letter.
    double extra = 0.0; ///< Typed, but not in the name.
    double missing = 0.0; ///< In the name, but not typed.
    bool exact = false;
    bool typeDiffers = false; ///< "avenida" typed, "pasaje" in the name.
    double outOfOrder = 0.0; ///< Part of the neighbouring words that stand the other way round.
    QList<qsizetype> extraWords; ///< Which of the typed words are extra.
    double total = 0.0; ///< Weight of all words of both.

    [[nodiscard]] double goodness() const { return 1.0 - slip - extra - 0.5 * missing; }
};

[[nodiscard]] NameMatch matchName(std::span<const TypedWord> typed, std::span<const qint32> name,
                                  const Vocabulary &vocabulary);

/// Betters \a match where words were run together or torn apart: "sanjose" is "san jose", "bella vista" is
/// "bellavista".
void matchRunTogether(std::span<const TypedWord> typed, std::span<const qint32> name, const Vocabulary &vocabulary,
                      NameMatch &match);

} // namespace Doorstep::Places
