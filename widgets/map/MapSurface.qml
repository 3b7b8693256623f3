// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
import QtQuick

/// What shows where no tile is: the land in the colour of the theme.
Rectangle {
    color: "transparent"
}
