// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

namespace Doorstep {

/// What a customer has said about how their parcel may change hands, in their own words. An empty text says nothing.
/// Which of these counts is Stop::method.
struct Preferences
{
    QString safePlace; ///< "Behind the bins."
    QString neighbour; ///< "Flat 4, Mrs Silva": with her consent.
    QString frontDesk;
    QString locker; ///< Which one.
    QString garage; ///< How it opens.
    QString room; ///< Where inside it is carried.
    bool isWhiteGlove = false; ///< Unpacked, set up, and the box taken away.
    bool mayLeaveAtDoor = false;
    bool isGated = false; ///< Nobody gets in without a code.

    [[nodiscard]] bool isEmpty() const { return *this == Preferences(); }

    bool operator==(const Preferences &) const = default;
};

} // namespace Doorstep

Q_DECLARE_METATYPE(Doorstep::Preferences)
