// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/driver.h"

#include <QStringList>

namespace Doorstep {

QString Driver::initials() const
{
    const auto words = QStringView(name).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString letters = words.first().first(1).toString().toUpper();
    if (words.size() > 1)
        letters += words.last().first(1).toString().toUpper();
    return letters;
}

} // namespace Doorstep
