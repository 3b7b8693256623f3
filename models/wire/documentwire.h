// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace Doorstep::Wire {

/// Appends \a document as one line of JSON without the line feed; its body goes in byte for byte.
void appendDocument(QByteArray &bytes, const Document &document);
[[nodiscard]] QByteArray toBytes(const Document &document);

/// The document that \a bytes are; its body is the very bytes that came, so unknown keys survive. Fails with Malformed.
[[nodiscard]] Result<Document> documentFromBytes(QByteArrayView bytes);
/// The same for an object that was checked already.
[[nodiscard]] Result<Document> readDocument(const JsonView &json);
/// The same for an object inside a larger tree; \a raw are its bytes.
[[nodiscard]] Result<Document> documentFromJson(const QJsonObject &json, QByteArrayView raw);

} // namespace Doorstep::Wire
