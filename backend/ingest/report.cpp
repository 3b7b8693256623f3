// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/report.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype longestDeviceId = 128;
constexpr double fastestMetersPerSecond = 300.0; // a phone may fly; it does not fly faster than an airliner
constexpr double widestAccuracyMeters = 1'000'000.0;
constexpr auto suspectAfter = std::chrono::minutes(2);
constexpr int firstYear = 2010; // before it: a cold GPS receiver or a week counter that rolled over
constexpr int lastYear = 2099;

bool isDeviceId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestDeviceId
        && std::ranges::all_of(id, [](QChar c) { return c.isPrint(); });
}

/// \a value unless it is negative, which phones send for "unknown". Fails when it is above \a highest or not a number.
Result<std::optional<double>> upTo(std::optional<double> value, double highest, QLatin1StringView field)
{
    if (!value)
        return std::nullopt;
    if (!std::isfinite(*value) || *value > highest)
        return badField(field, u"%1 cannot be; at most %2 is believed"_s.arg(*value).arg(highest));
    return *value < 0.0 ? std::nullopt : value;
}

Result<QGeoCoordinate> placeIn(const Reading &reading)
{
    if (!reading.latitude)
        return badField("lat"_L1, u"it is missing beside lon"_s);
    if (!reading.longitude)
        return badField("lon"_L1, u"it is missing beside lat"_s);
    if (!(std::abs(*reading.latitude) <= 90.0)) // so that NaN fails too
        return badField("lat"_L1, u"%1 is off the globe"_s.arg(*reading.latitude));
    if (!(std::abs(*reading.longitude) <= 180.0))
        return badField("lon"_L1, u"%1 is off the globe"_s.arg(*reading.longitude));
    return QGeoCoordinate(*reading.latitude, *reading.longitude);
}

Result<Fix> believeFix(const Reading &reading, const QDateTime &now)
{
    const auto place = placeIn(reading);
    if (!place)
        return std::unexpected(place.error());
    const auto accuracy = upTo(reading.accuracyMeters, widestAccuracyMeters, "accuracy"_L1);
    if (!accuracy)
        return std::unexpected(accuracy.error());
    const auto speed = upTo(reading.speedMetersPerSecond, fastestMetersPerSecond, "speed"_L1);
    if (!speed)
        return std::unexpected(speed.error());
    auto heading = upTo(reading.headingDegrees, 360.0, "heading"_L1);
    if (!heading)
        return std::unexpected(heading.error());
    if (*heading == 360.0)
        *heading = 0.0;

    Fix fix;
    fix.fixedAt = reading.at;
    fix.receivedAt = now;
    fix.where = *place;
    fix.accuracyMeters = *accuracy;
    fix.speedMetersPerSecond = *speed;
    fix.headingDegrees = *heading;
    fix.mocked = reading.mocked;
    fix.clockSuspect = reading.at > now.addDuration(suspectAfter);
    return fix;
}

} // namespace

std::unexpected<Error> badField(QLatin1StringView field, const QString &sentence)
{
    return failure(Error::Kind::Malformed, u"%1: %2"_s.arg(field, sentence));
}

Result<Report> believe(const Reading &reading, const QDateTime &now)
{
    if (!isDeviceId(reading.deviceId))
        return badField("id"_L1, u"a device id is 1 to 128 printable characters"_s);
    if (!reading.at.isValid() || reading.at.date().year() < firstYear || reading.at.date().year() > lastYear)
        return badField("timestamp"_L1, u"it is not a time between 2010 and 2099"_s);
    const auto battery = upTo(reading.batteryFraction, 1.0, "batt"_L1);
    if (!battery)
        return std::unexpected(battery.error());

    Report report{.deviceId = reading.deviceId,
                  .fix = std::nullopt,
                  .at = reading.at,
                  .batteryFraction = *battery,
                  .charging = reading.charging,
                  .alarm = reading.alarm.left(longestDeviceId)};
    const bool nowhere =
        (!reading.latitude && !reading.longitude) || (reading.latitude == 0.0 && reading.longitude == 0.0);
    if (nowhere)
        return report;
    auto fix = believeFix(reading, now);
    if (!fix)
        return std::unexpected(fix.error());
    fix->batteryFraction = report.batteryFraction;
    fix->charging = report.charging;
    report.fix = *std::move(fix);
    return report;
}

} // namespace Doorstep
