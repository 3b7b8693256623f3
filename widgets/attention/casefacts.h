// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/attention/facts.h"

#include <QCoreApplication>

namespace Doorstep {

struct Concern;
struct Exception;

/// What is known of the case that the selection is: what it is, since when, until when something can be done about it,
/// and who does.
class CaseFacts
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::CaseFacts)
public:
    /// \a exception is nullptr while nobody has acted on \a concern and the backend has not seen it. Times are shown in
    /// \a time, counted from \a now.
    [[nodiscard]] static QList<Facts::Line> of(const Concern &concern, const Exception *exception, const Fleet &fleet,
                                               const DepotTime &time, const QDateTime &now);

private:
    [[nodiscard]] static QString escalation(const Exception &exception, const Fleet &fleet, const DepotTime &time);
    [[nodiscard]] static QString followers(const Exception &exception, const Fleet &fleet);
    [[nodiscard]] static QString care(const Exception &exception, const Fleet &fleet, const DepotTime &time,
                                      const QDateTime &now);
};

} // namespace Doorstep
