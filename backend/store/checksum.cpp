// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/checksum.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Doorstep {

quint64 checksumOf(const QString &kind, const QString &id, qint64 version)
{
    const QString text = kind + u'\n' + id + u'\n' + QString::number(version);
    const auto hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

QString checksumText(quint64 checksum)
{
    return u"%1"_s.arg(checksum, 16, 16, QChar(u'0'));
}

} // namespace Doorstep
