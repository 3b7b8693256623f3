// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace Doorstep {

/// Which cases a person has looked at on this console: what is not here is new to them. Only the latest are remembered,
/// which is a month's of a busy depot. UI thread.
class Seen : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 5'000;

    using QObject::QObject;

    [[nodiscard]] bool contains(const ExceptionId &exception) const { return m_known.contains(exception); }
    /// The one seen longest ago first, to be kept with the person's settings.
    [[nodiscard]] const QList<ExceptionId> &all() const noexcept { return m_inOrder; }

    void see(const ExceptionId &exception);
    /// Another person, or the same one again: only \a exceptions were seen.
    void reset(const QList<ExceptionId> &exceptions);

Q_SIGNALS:
    /// What was new is not so any more.
    void seen(const Doorstep::ExceptionId &exception);
    void wasReset();

private:
    QList<ExceptionId> m_inOrder;
    QSet<ExceptionId> m_known;
};

} // namespace Doorstep
