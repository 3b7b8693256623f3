// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Doorstep {

/// How distances read to a dispatcher: never more exact than it is useful.
class DistanceText
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::DistanceText)
public:
    /// "35 m", "2.1 km", "140 km".
    [[nodiscard]] static QString of(double meters);
};

} // namespace Doorstep
