// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/jsonreports.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype longestReport = 8'388'608;
constexpr qsizetype mostReports = 10'000;

} // namespace

bool isJson(QByteArrayView contentType)
{
    const auto semicolon = contentType.indexOf(';');
    const auto type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    return type.compare("application/json", Qt::CaseInsensitive) == 0;
}

Result<Reports> parseJsonReports(QByteArrayView body, const std::function<Result<Report>(const QJsonObject &)> &read)
{
    if (body.size() > longestReport)
        return failure(Error::Kind::Malformed, u"a post is at most 8 MiB"_s);
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size()), &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(Error::Kind::Malformed, u"the body is not JSON: %1"_s.arg(problem.errorString()));

    if (document.isObject()) {
        auto report = read(document.object());
        if (!report)
            return std::unexpected(report.error());
        return Reports{*std::move(report)};
    }
    const auto entries = document.array();
    if (entries.size() > mostReports)
        return failure(Error::Kind::Malformed, u"a post holds at most 10,000 reports"_s);
    Reports reports;
    reports.reserve(entries.size());
    for (const auto &entry : entries) {
        if (entry.isObject())
            reports += read(entry.toObject());
        else
            reports += failure(Error::Kind::Malformed, u"a report is a JSON object"_s);
    }
    return reports;
}

Result<void> readJsonNumbers(const QJsonObject &json, std::initializer_list<JsonNumber> numbers)
{
    for (const auto &number : numbers) {
        const auto value = json[number.key];
        if (value.isUndefined() || value.isNull())
            continue;
        if (!value.isDouble())
            return badField(number.key, u"it is not a number"_s);
        number.value = value.toDouble() * number.factor;
    }
    return {};
}

} // namespace Doorstep
