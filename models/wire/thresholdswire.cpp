// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/thresholdswire.h"

#include "models/wire/reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

QJsonObject toJson(const ThresholdValues &values)
{
    QJsonObject json;
    for (const auto &row : thresholdRows()) {
        if (const auto own = values.own(row.threshold))
            json.insert(row.word, *own);
    }
    return json;
}

QJsonObject toJson(const DepotThresholds &thresholds)
{
    auto json = toJson(thresholds.values);
    json.insert("id"_L1, thresholds.id.toString());
    return json;
}

Result<ThresholdValues> thresholdValuesFromJson(const QJsonObject &json)
{
    Reader reader("thresholds"_L1, json);
    ThresholdValues values;
    for (const auto &row : thresholdRows()) {
        if (reader.has(row.word))
            values.set(row.threshold, static_cast<int>(reader.integer(row.word, row.least, row.most)));
    }
    const auto isKnown = [](const QString &key) {
        return std::ranges::any_of(thresholdRows(), [&key](const ThresholdRow &row) { return row.word == key; });
    };
    const auto keys = json.keys();
    if (const auto unknown = std::ranges::find_if_not(keys, isKnown); unknown != keys.end() && reader.ok())
        return failure(Error::Kind::Malformed, u"thresholds: unknown '%1'"_s.arg(unknown->left(64)));
    return reader.finish(values);
}

Result<DepotThresholds> depotThresholdsFromJson(const QJsonObject &json)
{
    constexpr double any = std::numeric_limits<double>::max();
    Reader reader("thresholds"_L1, json);
    DepotThresholds thresholds;
    thresholds.id = reader.id<DepotId>("id"_L1);
    for (const auto &row : thresholdRows()) {
        if (const auto value = reader.optionalNumber(row.word, -any, any)) {
            const auto within = std::clamp(*value, double(row.least), double(row.most));
            thresholds.values.set(row.threshold, static_cast<int>(std::lround(within)));
        }
    }
    return reader.finish(thresholds);
}

} // namespace Doorstep::Wire
