// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/checksum.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

Checksum digestOf(const Document &document)
{
    return document.deleted ? 0 : digestOf(document.kind, document.id, document.version);
}

Checksum digestOf(QStringView kind, QStringView id, qint64 version)
{
    const QByteArray text = kind.toUtf8() + '\n' + id.toUtf8() + '\n' + QByteArray::number(version);
    return qFromBigEndian<Checksum>(QCryptographicHash::hash(text, QCryptographicHash::Sha256).constData());
}

QString checksumText(Checksum checksum)
{
    return u"%1"_s.arg(checksum, 16, 16, QChar(u'0'));
}

Result<Checksum> checksumFromText(QStringView text)
{
    bool isHex = false;
    const auto checksum = text.toULongLong(&isHex, 16);
    if (!isHex || text.size() != 16 || text.front() == u'+')
        return failure(Error::Kind::Malformed, u"checksum: not 16 hex digits"_s);
    return checksum;
}

} // namespace Doorstep::Wire
