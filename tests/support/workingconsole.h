// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/store/fleet.h"
#include "models/store/history.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/serverclock.h"
#include "models/store/setbacks.h"
#include "models/sync/connection.h"

namespace Doorstep::Test {

/// A console without windows at which somebody works: everything below the widgets, joined as app/ joins it.
struct WorkingConsole
{
    Fleet fleet;
    Overlay overlay{fleet};
    Setbacks setbacks;
    Presence presence;
    History history;
    ServerClock clock;
    Connection connection;
    Uplink uplink;
    Desk desk{fleet, overlay, setbacks, uplink, clock};

    /// \a directory keeps cache.db and outbox.db.
    WorkingConsole(const QUrl &server, const QString &directory);

    void signIn(const QString &user, const QString &password);
    /// Live, loaded, nothing waits, and the person can decide.
    [[nodiscard]] bool isReady() const;
};

/// Fills an empty backend at \a server with a depot of \a routes routes and \a stops stops, given to them in turn; the
/// stops' ids. Blocks.
[[nodiscard]] QList<StopId> fillTown(const QUrl &server, int routes, int stops);
/// Adds \a count orders (each a stop and a parcel) that nobody drives to. Blocks.
[[nodiscard]] QList<StopId> addOrders(const QUrl &server, int first, int count);

} // namespace Doorstep::Test
