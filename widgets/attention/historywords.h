// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/pastdecision.h"

#include <QCoreApplication>

namespace Doorstep {

class ValueWords;

/// What a person did, for others to read: "Changed the phone from 099 1 to 099 2".
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::HistoryWords)
public:
    /// One sentence, or several lines when several fields were changed. Holds text of others: show it plain.
    [[nodiscard]] static QString sentence(const PastDecision &decision, const ValueWords &words);

private:
    // Each knows some actions, and is empty for the others.
    [[nodiscard]] static QString plain(const QString &action);
    [[nodiscard]] static QString reasoned(const PastDecision &decision);
    [[nodiscard]] static QString either(const PastDecision &decision);
    [[nodiscard]] static QString particular(const PastDecision &decision, const ValueWords &words);

    [[nodiscard]] static QString change(const PastDecision::Change &change, const ValueWords &words);
    [[nodiscard]] static QString arrangement(const PastDecision &decision, const ValueWords &words);
    [[nodiscard]] static QString withReason(const QString &what, const QString &reason);
};

} // namespace Doorstep
