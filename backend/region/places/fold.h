// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace Doorstep::Places {

/// \a text as names are compared: lower case, without accents, every run of anything that is neither letter nor digit
/// one space, none at the ends. "Bvar. José-Batlle" is "bvar jose batlle". Any script; empty when nothing is left.
[[nodiscard]] QString fold(QStringView text);

/// The words of fold(text).
[[nodiscard]] QStringList foldedWords(QStringView text);

/// What the folded \a word is short for, all readings: "dr" is "doctor" and "drive". Empty when it is no abbreviation.
[[nodiscard]] QStringList longForms(const QString &word);

/// How much a folded word says about which place is meant, apart from how rare it is: 1 for a name proper, less for
/// "street", "avenue", titles, and least for articles.
[[nodiscard]] double wordImportance(const QString &word);

/// Whether the folded \a word says what kind of street it is: "avenida", "pasaje".
[[nodiscard]] bool isStreetType(const QString &word);

} // namespace Doorstep::Places
