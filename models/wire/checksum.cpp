// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/checksum.h"

#include <QCryptographicHash>
#include <QStringEncoder>
#include <QtEndian>
#include <QVarLengthArray>

#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

Checksum digestOf(const Document &document)
{
    return document.deleted ? 0 : digestOf(document.kind, document.id, document.version);
}

Checksum digestOf(QStringView kind, QStringView id, qint64 version)
{
    // Made for every change, twice: without a byte on the heap.
    QVarLengthArray<char, 160> text;
    const auto append = [&text](QStringView part) {
        const auto before = text.size();
        text.resize(before + QStringEncoder(QStringEncoder::Utf8).requiredSpace(part.size()));
        QStringEncoder encoder(QStringEncoder::Utf8);
        const auto *end = encoder.appendToBuffer(text.data() + before, part);
        text.resize(end - text.data());
    };
    append(kind);
    text.append('\n');
    append(id);
    text.append('\n');
    std::array<char, 20> digits{};
    const auto *end = std::to_chars(digits.begin(), digits.end(), version).ptr;
    text.append(digits.data(), end - digits.data());

    std::array<std::byte, 32> hash{};
    QCryptographicHash::hashInto(hash, QByteArrayView(text.constData(), text.size()), QCryptographicHash::Sha256);
    return qFromBigEndian<Checksum>(hash.data());
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
