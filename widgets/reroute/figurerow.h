// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Doorstep {

/// A line of what a proposal comes to.
struct FigureRow
{
    enum class Tone : quint8 { Plain, Better, Worse };

    QString name;
    QString now;
    QString proposed;
    QString difference;
    Tone tone = Tone::Plain;

    bool operator==(const FigureRow &) const = default;
};

} // namespace Doorstep
