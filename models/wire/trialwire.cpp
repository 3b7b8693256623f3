// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/trialwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostDays = 31;
constexpr qsizetype mostKinds = 100;
constexpr qsizetype longestKind = 64;
constexpr qint64 mostCases = 10'000'000;

Result<ThresholdTrial::Count> countFromJson(const QJsonObject &json)
{
    Reader reader("kinds"_L1, json);
    ThresholdTrial::Count count;
    count.kind = reader.text("kind"_L1, longestKind);
    count.now = static_cast<int>(reader.integer("now"_L1, 0, mostCases));
    count.proposed = static_cast<int>(reader.integer("proposed"_L1, 0, mostCases));
    return reader.finish(std::move(count));
}

} // namespace

QJsonObject toJson(const ThresholdTrial &trial)
{
    QJsonArray days;
    for (const auto &day : trial.days)
        days.append(day.toString(Qt::ISODate));
    QJsonArray kinds;
    for (const auto &[kind, now, proposed] : trial.counts)
        kinds.append(QJsonObject{{u"kind"_s, kind}, {u"now"_s, now}, {u"proposed"_s, proposed}});
    QJsonObject json{{u"days"_s, days}, {u"kinds"_s, kinds}};
    if (trial.isCut)
        json.insert("cut"_L1, true);
    return json;
}

Result<ThresholdTrial> thresholdTrialFromJson(const QJsonObject &json)
{
    Reader reader("trial"_L1, json);
    ThresholdTrial trial;
    for (const auto &day : reader.array("days"_L1, mostDays)) {
        trial.days.append(QDate::fromString(day.toString(), Qt::ISODate));
        if (!trial.days.constLast().isValid())
            reader.fail("days"_L1);
    }
    for (const auto &kind : reader.array("kinds"_L1, mostKinds))
        trial.counts.append(reader.take(countFromJson(kind.toObject())));
    trial.isCut = reader.flag("cut"_L1);
    return reader.finish(std::move(trial));
}

} // namespace Doorstep::Wire
