// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/fixwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

void putNumber(QJsonObject &json, QLatin1StringView key, std::optional<double> number)
{
    if (number)
        json.insert(key, *number);
}

} // namespace

QJsonObject toJson(const Fix &fix)
{
    QJsonObject json{{u"driver"_s, fix.driver.toString()}, {u"where"_s, placeJson(fix.where)}};
    putTime(json, "at"_L1, fix.fixedAt);
    putTime(json, "received_at"_L1, fix.receivedAt);
    putNumber(json, "accuracy_m"_L1, fix.accuracyMeters);
    putNumber(json, "speed_mps"_L1, fix.speedMetersPerSecond);
    putNumber(json, "heading"_L1, fix.headingDegrees);
    putNumber(json, "battery"_L1, fix.batteryFraction);
    if (fix.charging)
        json.insert("charging"_L1, *fix.charging);
    if (fix.mocked)
        json.insert("mocked"_L1, true);
    if (fix.clockSuspect)
        json.insert("clock_suspect"_L1, true);
    return json;
}

namespace {

template <typename Json>
Result<Fix> read(const Json &json)
{
    BasicReader<Json> reader("fix"_L1, json);
    Fix fix;
    fix.driver = reader.template id<DriverId>("driver"_L1);
    fix.fixedAt = reader.time("at"_L1);
    fix.receivedAt = reader.time("received_at"_L1);
    fix.where = reader.place("where"_L1);
    fix.accuracyMeters = reader.optionalNumber("accuracy_m"_L1, 0.0, 1e7);
    fix.speedMetersPerSecond = reader.optionalNumber("speed_mps"_L1, 0.0, 1'000.0);
    fix.headingDegrees = reader.optionalNumber("heading"_L1, 0.0, 360.0);
    fix.batteryFraction = reader.optionalNumber("battery"_L1, 0.0, 1.0);
    fix.charging = reader.optionalFlag("charging"_L1);
    fix.mocked = reader.flag("mocked"_L1);
    fix.clockSuspect = reader.flag("clock_suspect"_L1);
    return reader.finish(std::move(fix));
}

} // namespace

Result<Fix> fixFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Fix> readFix(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
