// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/ingest/report.h"

#include <QByteArrayView>
#include <QJsonObject>

#include <functional>
#include <initializer_list>

namespace Doorstep {

/// Whether \a contentType is `application/json`, whatever its case and parameters.
[[nodiscard]] bool isJson(QByteArrayView contentType);

/// One JSON object through \a read, or each of an array of them.
///
/// A bad object alone is the error of the call; in an array it is the error of its entry. Fails with Malformed for what
/// is no JSON, is nested too deeply, is larger than 8 MiB or has more than 10,000 entries.
[[nodiscard]] Result<Reports> parseJsonReports(QByteArrayView body,
                                               const std::function<Result<Report>(const QJsonObject &)> &read);

/// A number of a JSON object and where it goes: `value` = number × `factor`; untouched when absent.
struct JsonNumber
{
    QLatin1StringView key;
    std::optional<double> &value;
    double factor = 1.0;
};

/// Fails, naming the key, for the first that is there and not a number.
[[nodiscard]] Result<void> readJsonNumbers(const QJsonObject &json, std::initializer_list<JsonNumber> numbers);

} // namespace Doorstep
