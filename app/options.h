// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "widgets/parts/appearance.h"
#include "widgets/shell/arrangement.h"

#include <QSize>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Doorstep {

/// Something a link or the command line asks to be shown.
struct Link
{
    QString kind; ///< "stop" or "driver".
    QString id;

    bool operator==(const Link &) const = default;
};

/// \a text as a link: doorstep://stop/ID or doorstep://driver/ID. Nothing else is one, whatever it says: links only
/// show.
[[nodiscard]] std::optional<Link> linkOf(const QString &text);

/// What the command line says.
struct Options
{
    QUrl server;
    QString user;
    bool isDemo = false;
    double speed = 10.0; ///< Of the demo's day.
    QString screenshot; ///< File for one picture.
    QString screenshots; ///< Folder for pictures of everything.
    std::chrono::seconds after{60}; ///< Until the first picture.
    std::optional<Arrangement> arrangement;
    std::optional<Appearance::Scheme> scheme;
    std::optional<QSize> size;
    QString language; ///< "en" or "es"; empty for the person's.
    std::optional<Link> link;
    QString text; ///< Help or version: print it and do nothing else.
};

/// Fails with Malformed and a sentence that names what is wrong. The first argument is the program.
[[nodiscard]] Result<Options> parseOptions(const QStringList &arguments);

} // namespace Doorstep
