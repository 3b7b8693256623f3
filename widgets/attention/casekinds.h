// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/exception.h"
#include "models/store/advice.h"

#include <QCoreApplication>
#include <QStringList>

namespace Doorstep {

/// What each kind of case that only the backend sees says, and what is done about it: a row each.
class CaseKinds
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::CaseKinds)
public:
    /// A kind that this program does not know is shown by its word.
    [[nodiscard]] static QString title(const Exception &exception);
    /// What cases of the kind \a word are called together.
    [[nodiscard]] static QString kindName(const QString &word);
    [[nodiscard]] static QString iconName(const Exception &exception);
    /// Why it matters, in a sentence or two.
    [[nodiscard]] static QString reason(const Exception &exception);
    /// The best first.
    [[nodiscard]] static QList<Advice::Step> steps(const Exception &exception);
    /// How such a case usually ends.
    [[nodiscard]] static QStringList resolutions(const Exception &exception);
};

} // namespace Doorstep
