// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/area.h"

#include <QCoreApplication>

namespace Doorstep {

/// Why an area cannot be used, and what to do.
class AreaWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::AreaWords)
public:
    /// Empty for None.
    [[nodiscard]] static QString of(Area::Fault fault);
};

} // namespace Doorstep
