// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "models/domain/driver.h"
#include "models/domain/exception.h"
#include "models/domain/note.h"
#include "models/domain/rates.h"
#include "models/domain/route.h"
#include "models/domain/site.h"
#include "models/domain/stop.h"
#include "models/domain/thresholds.h"

#include <QList>

#include <expected>

namespace Doorstep {

/// Things as they are once a verb has been done. What it leaves alone is not in it.
struct Effects
{
    QList<Stop> stops;
    QList<Route> routes;
    QList<Driver> drivers;
    QList<Note> notes;
    QList<Exception> exceptions;
    QList<Closure> closures;
    QList<Site> sites;
    QList<DepotThresholds> thresholds;
    QList<DepotRates> rates;
    QList<NoteId> removedNotes;
    QList<ClosureId> removedClosures;
    QList<SiteId> removedSites;

    [[nodiscard]] bool isEmpty() const
    {
        return stops.isEmpty() && routes.isEmpty() && drivers.isEmpty() && notes.isEmpty() && exceptions.isEmpty()
            && closures.isEmpty() && removedNotes.isEmpty() && removedClosures.isEmpty() && sites.isEmpty()
            && removedSites.isEmpty() && thresholds.isEmpty() && rates.isEmpty();
    }

    bool operator==(const Effects &) const = default;
};

/// Why a verb was not done.
struct Refusal
{
    enum class Kind : quint8 {
        Rejected, ///< It cannot be done, whoever asks and however often.
        Conflict, ///< Somebody changed the same thing first: show both, and ask.
    };

    Kind kind = Kind::Rejected;
    QLatin1StringView code; ///< A word for programs, from docs/commands.md: "driver_is_there".
    QString detail; ///< A sentence for the log, in English.
    QLatin1StringView field; ///< Which one two people disagree about; empty when it is no field.

    bool operator==(const Refusal &) const = default;
};

using Decision = std::expected<Effects, Refusal>;

[[nodiscard]] inline std::unexpected<Refusal> rejected(QLatin1StringView code, QString detail)
{
    return std::unexpected(
        Refusal{.kind = Refusal::Kind::Rejected, .code = code, .detail = std::move(detail), .field = {}});
}

[[nodiscard]] inline std::unexpected<Refusal> conflicting(QLatin1StringView code, QString detail,
                                                          QLatin1StringView field = {})
{
    return std::unexpected(
        Refusal{.kind = Refusal::Kind::Conflict, .code = code, .detail = std::move(detail), .field = field});
}

} // namespace Doorstep
