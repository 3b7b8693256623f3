// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace Doorstep::Wire {

/// The object in \a bytes. Fails with Malformed when they are anything else (or nested deeper than 1,024).
[[nodiscard]] Result<QJsonObject> objectFromBytes(const QByteArray &bytes);

/// The bytes of the value of \a key in the object that \a json is, without parsing it; empty when it is not there. So
/// that a document's body is kept exactly as it came. \a json must be valid JSON already: parse it first.
[[nodiscard]] QByteArrayView rawMember(QByteArrayView json, QLatin1StringView key);

/// The bytes of each element of the array that \a json is. Same promise.
[[nodiscard]] QList<QByteArrayView> rawElements(QByteArrayView json);

/// \a json as compact UTF-8.
[[nodiscard]] QByteArray compact(const QJsonObject &json);

} // namespace Doorstep::Wire
