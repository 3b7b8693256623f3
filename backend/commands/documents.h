// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"
#include "models/wire/rawjson.h"

#include <QJsonObject>

namespace Doorstep {

/// A document and the feed it is in. Not found: version 0.
struct Found
{
    FeedId feed;
    Document document;
    QJsonObject body;

    [[nodiscard]] bool exists() const noexcept { return document.version > 0; }
};

/// The documents of \a keys, bodies parsed.
drogon::Task<Result<std::vector<Found>>> findAll(Store &store, std::vector<DocumentKey> keys);
/// The document \a kind \a id in whichever depot's feed has it. NotFound.
drogon::Task<Result<Found>> findInDepots(Store &store, QString kind, QString id);

/// \a body with those keys of \a before that this program does not know: \a known is what it would write of \a before.
[[nodiscard]] QJsonObject withUnknownKeys(QJsonObject body, const QJsonObject &before, const QJsonObject &known);

} // namespace Doorstep
