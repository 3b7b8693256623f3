// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QDateTime>
#include <QObject>

namespace Doorstep {

/// Whether the customer will be there: who asked, who answered, when and how.
struct CheckIn
{
    Q_GADGET
public:
    enum class Answer : quint8 { None, WillBeThere, NotThere, Other };
    Q_ENUM(Answer)

    enum class How : quint8 { Sms, Call, App, Desk };
    Q_ENUM(How)

    QDateTime askedAt; ///< UTC; invalid while nobody has asked.
    QDateTime answeredAt; ///< Invalid while nobody has answered.
    Answer answer = Answer::None;
    How how = How::Sms;
    UserId by; ///< Who wrote it down; invalid for the customer themselves, or a program.
    QString note; ///< What they said, when it was something else.

    [[nodiscard]] bool isEmpty() const { return !askedAt.isValid() && !answeredAt.isValid(); }
    [[nodiscard]] bool isUnanswered() const { return askedAt.isValid() && answer == Answer::None; }

    bool operator==(const CheckIn &) const = default;
};

} // namespace Doorstep
