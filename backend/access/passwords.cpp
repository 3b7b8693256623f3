// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/access/passwords.h"

#include <QRandomGenerator>

#include <argon2.h>
#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr quint32 memoryKibibytes = 19'456;
constexpr quint32 passes = 2;
constexpr quint32 lanes = 1;
constexpr std::size_t hashBytes = 32;
constexpr qsizetype shortest = 8;
constexpr qsizetype longest = 200;

} // namespace

Result<QByteArray> hashPassword(const QByteArray &password)
{
    if (password.size() < shortest || password.size() > longest)
        return failure(Error::Kind::Malformed, u"a password has %1 to %2 characters"_s.arg(shortest).arg(longest));
    std::array<quint32, 4> salt{};
    QRandomGenerator::system()->fillRange(salt.data(), static_cast<qsizetype>(salt.size()));
    QByteArray encoded(
        static_cast<qsizetype>(argon2_encodedlen(passes, memoryKibibytes, lanes, sizeof salt, hashBytes, Argon2_id)),
        '\0');
    const int code = argon2id_hash_encoded(passes, memoryKibibytes, lanes, password.constData(),
                                           static_cast<std::size_t>(password.size()), salt.data(), sizeof salt,
                                           hashBytes, encoded.data(), static_cast<std::size_t>(encoded.size()));
    if (code != ARGON2_OK)
        return failure(Error::Kind::Storage, QString::fromUtf8(argon2_error_message(code)));
    encoded.truncate(static_cast<qsizetype>(qstrlen(encoded.constData())));
    return encoded;
}

bool isPassword(const QByteArray &password, const QByteArray &hash)
{
    return password.size() <= longest
        && argon2id_verify(hash.constData(), password.constData(), static_cast<std::size_t>(password.size()))
        == ARGON2_OK;
}

const QByteArray &hashOfNobody()
{
    static const QByteArray hash = hashPassword("nobody has this password").value_or(QByteArray());
    return hash;
}

} // namespace Doorstep
