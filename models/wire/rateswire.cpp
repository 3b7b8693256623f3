// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/rateswire.h"

#include "models/wire/reader.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {

QJsonObject toJson(const Rates &rates)
{
    QJsonObject json;
    for (const auto &row : rateRows())
        json.insert(row.word, rates.*row.value);
    return json;
}

QJsonObject toJson(const DepotRates &rates)
{
    auto json = toJson(rates.rates);
    json.insert("id"_L1, rates.id.toString());
    return json;
}

Result<Rates> ratesFromJson(const QJsonObject &json)
{
    Reader reader("rates"_L1, json);
    Rates rates;
    for (const auto &row : rateRows()) {
        if (reader.has(row.word))
            rates.*row.value = reader.number(row.word, 0.0, row.most);
    }
    const auto isKnown = [](const QString &key) {
        return std::ranges::any_of(rateRows(), [&key](const RateRow &row) { return row.word == key; });
    };
    const auto keys = json.keys();
    if (const auto unknown = std::ranges::find_if_not(keys, isKnown); unknown != keys.end() && reader.ok())
        return failure(Error::Kind::Malformed, u"rates: unknown '%1'"_s.arg(unknown->left(64)));
    return reader.finish(rates);
}

Result<DepotRates> depotRatesFromJson(const QJsonObject &json)
{
    constexpr double any = std::numeric_limits<double>::max();
    Reader reader("rates"_L1, json);
    DepotRates rates;
    rates.id = reader.id<DepotId>("id"_L1);
    for (const auto &row : rateRows()) {
        if (const auto value = reader.optionalNumber(row.word, -any, any))
            rates.rates.*row.value = std::clamp(*value, 0.0, row.most);
    }
    return reader.finish(rates);
}

} // namespace Doorstep::Wire
