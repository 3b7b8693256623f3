// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/rates.h"

#include <QCoreApplication>

namespace Doorstep {

/// What a supervisor reads of rates and what they come to. Money has no sign: a depot knows its own currency.
class RateWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::RateWords)
public:
    [[nodiscard]] static QString name(const RateRow &row);
    /// After the number, with its space: " g".
    [[nodiscard]] static QString unit(const RateRow &row);
    /// The row that \a word names on the wire; nullptr when none does.
    [[nodiscard]] static const RateRow *rowNamed(const QString &word);
    /// As exact as people count: "1,240", "7.50".
    [[nodiscard]] static QString money(double amount);
    /// "8.1 kg".
    [[nodiscard]] static QString co2(double grams);
};

} // namespace Doorstep
