// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/ingest/report.h"

#include <QByteArrayView>

namespace Doorstep {

/// What a request says about who sent it; the first that is not empty, from the top, names the phone. The `topic` in
/// the message ("owntracks/jane/phone") stands between query and Basic user.
struct OwnTracksSender
{
    QString limitUser; ///< Header X-Limit-U.
    QString limitDevice; ///< Header X-Limit-D; used where no user is given at all.
    QString queryUser; ///< ?u=
    QString queryDevice; ///< &d=
    QString basicUser; ///< Of the Authorization header.
};

/// What an OwnTracks post holds.
struct OwnTracksPost
{
    Reports reports; ///< Of its `location` messages.
    QString deviceId; ///< Who sent it, whatever it is; of several messages the last one's.
    int ignored = 0; ///< Other messages: transition, lwt, waypoint, card, encrypted, …; they are answered and not kept.
};

/// Reads the body of a post of OwnTracks in HTTP mode: a message, an array of messages (ours; at most 10,000), or
/// nothing at all, which OwnTracks asks servers to ignore.
///
/// `vel` is km/h, `batt` percent, `tst` epoch seconds of the fix. Fails with Malformed, naming the field. Pure;
/// thread-safe.
[[nodiscard]] Result<OwnTracksPost> parseOwnTracks(const OwnTracksSender &sender, QByteArrayView body,
                                                   const QDateTime &now);

/// What a phone is told that should say where it is: an answer that the app takes as a command.
[[nodiscard]] QByteArray askForPosition();

/// The user of `Authorization: Basic …`; empty when it is something else or broken.
[[nodiscard]] QString basicUser(QByteArrayView authorization);

} // namespace Doorstep
