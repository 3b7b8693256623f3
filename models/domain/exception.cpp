// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/exception.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Doorstep {

ExceptionId exceptionIdOf(const QString &kind, const Subject &about, const QString &instance)
{
    const ExceptionId id(u"%1-%2-%3"_s.arg(kind, about.id, instance));
    return id.isValid() ? id : ExceptionId(u"%1-%2"_s.arg(kind, instanceOf(id.toString()))); // too long for an id
}

QString instanceOf(const QDateTime &at)
{
    return at.isValid() ? QString::number(at.toSecsSinceEpoch(), 36) : u"0"_s;
}

QString instanceOf(const QString &text)
{
    constexpr int digits = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(digits));
}

} // namespace Doorstep
