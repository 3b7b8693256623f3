// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QSettings;

namespace Doorstep {

struct ServerProfile;

/// What people decided here and could not send before they signed out: it lies in their outboxes until they come back,
/// and whoever comes next should know. Kept in settings; no more than names and numbers.
struct Unsent
{
    QStringList people; ///< Sorted.
    int decisions = 0; ///< Of all of them.

    /// What everybody left but \a present.
    [[nodiscard]] static Unsent ofOthers(QSettings &settings, const ServerProfile &present);
    /// Notes that \a person left \a decisions; 0 forgets it.
    static void note(QSettings &settings, const ServerProfile &person, int decisions);

    bool operator==(const Unsent &) const = default;
};

} // namespace Doorstep
