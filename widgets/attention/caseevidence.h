// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/attention/facts.h"

#include <QCoreApplication>

namespace Doorstep {

struct Concern;
class Concerns;
struct Exception;

/// What a case was concluded from, and what is known of the same place and driver: delays before it, where it began,
/// earlier cases, other open ones, the parts it stands for.
class CaseEvidence
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::CaseEvidence)
public:
    /// All must outlive this.
    CaseEvidence(const Concerns &concerns, const Fleet &fleet, const DepotTime &time)
        : m_concerns(concerns)
        , m_fleet(fleet)
        , m_time(time)
    {
    }

    /// \a exception is nullptr while the backend has not seen it and nobody acted on it.
    [[nodiscard]] QList<Facts::Line> of(const Concern &concern, const Exception *exception) const;

private:
    [[nodiscard]] QString delayedBy(const Concern &concern) const;
    [[nodiscard]] QString parts(const Concern &concern) const;
    [[nodiscard]] QString earlier(const Concern &concern, const ExceptionId &own) const;
    [[nodiscard]] QString ofTheDriver(const Concern &concern, const ExceptionId &own) const;
    [[nodiscard]] QString nameOf(const Exception &exception) const;
    [[nodiscard]] static QString listed(const QStringList &lines);

    const Concerns &m_concerns;
    const Fleet &m_fleet;
    const DepotTime &m_time;
};

} // namespace Doorstep
