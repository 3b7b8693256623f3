// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

#include <chrono>
#include <optional>

namespace Doorstep {

/// How lengths of time read to a dispatcher: short, translated, never more exact than it is useful.
class DurationText
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::DurationText)
public:
    /// "45 s", "9 min", "3 h 12", "2 d". Negative lengths read as zero.
    [[nodiscard]] static QString length(std::chrono::seconds length);
    /// "+6 min", "−23 min", "0 min", "−1 h 05"; an em dash when unknown. The minus is a real one (U+2212).
    [[nodiscard]] static QString slack(std::optional<std::chrono::seconds> slack);
    /// "just now", "40 s ago", "9 min ago".
    [[nodiscard]] static QString age(std::chrono::seconds age);
    /// "no signal 9 min".
    [[nodiscard]] static QString silence(std::chrono::seconds age);
    /// For screen readers: "23 minutes late", "6 minutes ahead", "on time".
    [[nodiscard]] static QString spokenSlack(std::optional<std::chrono::seconds> slack);
};

} // namespace Doorstep
