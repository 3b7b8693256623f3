// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/insertion.h"
#include "models/domain/result.h"
#include "models/domain/slot.h"

#include <QObject>

#include <optional>

namespace Doorstep {

/// What other places in today's routes would mean for one stop, as the backend reckons it when it is asked. GUI thread.
///
/// `Connection::setInsertions()` makes the backend answer what is wanted. One stop at a time: whoever asks about
/// another has no use for the first any more.
class Insertions : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Asks about \a stop; the last answer about the same stays until the next comes.
    void ask(const StopId &stop);
    void clear();

    [[nodiscard]] const StopId &stop() const noexcept { return m_stop; }
    /// The best first, one for each route; empty while none is known.
    [[nodiscard]] const QList<Insertion> &all() const noexcept { return m_all; }
    /// The windows of today that could be promised, the earliest first.
    [[nodiscard]] const QList<Slot> &offered() const noexcept { return m_offered; }
    [[nodiscard]] const QDateTime &computedAt() const noexcept { return m_computedAt; } ///< Invalid: no answer yet.
    [[nodiscard]] bool isAsking() const noexcept { return m_isAsking; }
    /// Why the last question has no answer; none when it has one.
    [[nodiscard]] const std::optional<Error> &problem() const noexcept { return m_problem; }

    /// An answer; one about another stop than is asked about is ignored.
    void take(const StopId &stop, const QDateTime &computedAt, const QList<Insertion> &all,
              const QList<Slot> &offered = {});
    void fail(const StopId &stop, const Error &error);

Q_SIGNALS:
    void wanted(const Doorstep::StopId &stop);
    void changed();

private:
    StopId m_stop;
    QList<Insertion> m_all;
    QList<Slot> m_offered;
    QDateTime m_computedAt;
    std::optional<Error> m_problem;
    bool m_isAsking = false;
};

} // namespace Doorstep
