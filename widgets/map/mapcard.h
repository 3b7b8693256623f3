// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/forecast.h"

#include <QList>
#include <QString>

namespace Doorstep {

/// What the card beside the pointer says: plain text, already in the person's language.
struct MapCard
{
    struct Line
    {
        QString label;
        QString value;

        bool operator==(const Line &) const = default;
    };

    QString title; ///< Empty shows no card.
    QString status; ///< A word or two beside the title.
    Forecast::State tone = Forecast::State::Finished; ///< Colours `status`.
    QList<Line> lines;
    QString warning; ///< What must not be overlooked, last.

    bool operator==(const MapCard &) const = default;
};

} // namespace Doorstep
