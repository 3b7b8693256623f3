// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/places/housenumber.h"

#include <QList>
#include <QString>

namespace Doorstep::Places {

/// A piece of an address as written.
struct Lexeme
{
    enum class Kind : quint8 {
        Word,
        Number, ///< One or several house numbers: "1234", "4031 A", "3318,3320".
        Break, ///< A comma, or what does the same.
        Corner, ///< "esq.", "&", "/", "casi", "entre".
    };

    Kind kind = Kind::Word;
    QString text; ///< Folded; of a number as it would stand in a street's name.
    QList<HouseNumber> numbers;

    bool operator==(const Lexeme &) const = default;
};

struct LexedAddress
{
    QList<Lexeme> lexemes; ///< At most 40; neither begins nor ends with a break.
    QString unit;
};

/// Cuts \a text (at most 300 letters of it) into words and numbers, sets flat and floor aside.
[[nodiscard]] LexedAddress lexAddress(QStringView text);

} // namespace Doorstep::Places
