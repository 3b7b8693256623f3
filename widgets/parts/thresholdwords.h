// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/thresholdtrial.h"

#include <QCoreApplication>

namespace Doorstep {

/// What a supervisor reads of thresholds.
class ThresholdWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::ThresholdWords)
public:
    [[nodiscard]] static QString name(Threshold threshold);
    /// What becomes a case by it.
    [[nodiscard]] static QString meaning(Threshold threshold);
    /// After the number, with its space: " min".
    [[nodiscard]] static QString unit(const ThresholdRow &row);
    /// So many of the table's units are one of what is shown: lengths of time are shown in minutes.
    [[nodiscard]] static int perShown(const ThresholdRow &row);
    /// "14 cases", or "14 cases, with these 22".
    [[nodiscard]] static QString outcome(const ThresholdTrial::Count &count);
    /// What \a trial is based on.
    [[nodiscard]] static QString basis(const ThresholdTrial &trial);
};

} // namespace Doorstep
