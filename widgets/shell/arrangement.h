// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

#include <array>
#include <optional>

namespace Doorstep {

/// The four ways of putting the same panes together, one for each kind of work.
enum class Arrangement : quint8 { Dispatch, Support, Reroute, Supervise };

inline constexpr std::array arrangements{Arrangement::Dispatch, Arrangement::Support, Arrangement::Reroute,
                                         Arrangement::Supervise};

/// "dispatch": for settings, the command line and icons; never translated.
[[nodiscard]] QString wordOf(Arrangement arrangement);
[[nodiscard]] std::optional<Arrangement> arrangementOf(const QString &key);
/// "Dispatch", for people.
[[nodiscard]] QString titleOf(Arrangement arrangement);

} // namespace Doorstep
