// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/osmand.h"

#include "backend/ingest/formfields.h"
#include "backend/ingest/jsonreports.h"

#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr double metersPerSecondPerKnot = 1852.0 / 3600.0;
constexpr double firstMilliseconds = 2147483647.0; // Traccar's rule: from here on it is not seconds any more
constexpr double lastMilliseconds = 8.0e15; // QDateTime holds more, doubles do not

QDateTime timeFromNumber(double value)
{
    const double milliseconds = value >= firstMilliseconds ? value : value * 1000.0;
    if (!(std::abs(milliseconds) < lastMilliseconds))
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(milliseconds), QTimeZone::UTC);
}

/// Invalid when it cannot be read: believe() says so.
QDateTime timeFromText(const QString &text)
{
    bool isNumber = false;
    if (const double value = text.toDouble(&isNumber); isNumber)
        return timeFromNumber(value);
    if (text.size() > 40)
        return {};
    if (text.contains(u'T')) {
        auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeZone(QTimeZone::UTC);
        return time.toUTC();
    }
    return QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s).toUTC();
}

/// "lat,lon", which some loggers send instead of two fields.
Result<void> readLocation(const QString &location, Reading &reading)
{
    const auto parts = location.split(u',');
    bool latitudeOk = false;
    bool longitudeOk = false;
    if (parts.size() == 2) {
        reading.latitude = parts[0].toDouble(&latitudeOk);
        reading.longitude = parts[1].toDouble(&longitudeOk);
    }
    if (!latitudeOk || !longitudeOk)
        return badField("location"_L1, u"“%1” is not “lat,lon”"_s.arg(location.left(40)));
    return {};
}

/// The numbers of a form into \a reading; the first that is none is the error.
Result<void> readNumbers(const FormFields &fields, Reading &reading)
{
    struct Field
    {
        QLatin1StringView key;
        std::optional<double> &value;
        double factor = 1.0;
    };
    const std::array numbers{
        Field{.key = "lat"_L1, .value = reading.latitude},
        Field{.key = "lon"_L1, .value = reading.longitude},
        Field{.key = "accuracy"_L1, .value = reading.accuracyMeters},
        Field{.key = "speed"_L1, .value = reading.speedMetersPerSecond, .factor = metersPerSecondPerKnot},
        Field{.key = fields.has("bearing"_L1) ? "bearing"_L1 : "heading"_L1, .value = reading.headingDegrees},
        Field{.key = "batt"_L1, .value = reading.batteryFraction, .factor = 0.01},
    };
    for (const auto &field : numbers) {
        const auto number = fields.number(field.key);
        if (!number)
            return std::unexpected(number.error());
        if (const auto &said = *number)
            field.value = *said * field.factor;
    }
    return {};
}

Result<Report> reportFromForm(const FormFields &fields, const QDateTime &now)
{
    const auto idKey = fields.has("id"_L1) ? "id"_L1 : "deviceid"_L1;
    if (fields.text(idKey).isEmpty())
        return badField("id"_L1, u"it is missing"_s);
    if (fields.isAmbiguous(idKey)) // the last one would win, and somebody could report for another driver
        return badField("id"_L1, u"it is given twice"_s);

    Reading reading;
    reading.deviceId = fields.text(idKey);
    const auto timestamp = fields.text("timestamp"_L1).trimmed();
    reading.at = timestamp.isEmpty() ? now : timeFromText(timestamp);
    reading.charging = fields.flag("charge"_L1);
    reading.mocked = fields.flag("mock"_L1).value_or(false);
    reading.alarm = fields.text("alarm"_L1);
    if (const auto numbers = readNumbers(fields, reading); !numbers)
        return std::unexpected(numbers.error());
    if (fields.has("location"_L1)) {
        if (const auto location = readLocation(fields.text("location"_L1), reading); !location)
            return std::unexpected(location.error());
    }
    return believe(reading, now);
}

QDateTime timeFromJson(const QJsonValue &value, const QDateTime &now)
{
    if (value.isUndefined() || value.isNull())
        return now;
    if (value.isDouble())
        return timeFromNumber(value.toDouble());
    return timeFromText(value.toString());
}

/// `device_id` is a string, but some builds wrote the number.
QString deviceIdFromJson(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Result<Report> reportFromJson(const QJsonObject &json, const QDateTime &now)
{
    if (!json.contains("device_id"_L1))
        return badField("device_id"_L1, u"it is missing"_s);
    if (json.contains("location"_L1) && !json["location"_L1].isObject())
        return badField("location"_L1, u"it is not an object"_s);
    const auto location = json["location"_L1].toObject();
    const auto coords = location["coords"_L1].toObject();
    const auto battery = location["battery"_L1].toObject();

    Reading reading;
    reading.deviceId = deviceIdFromJson(json["device_id"_L1]);
    reading.at = timeFromJson(location["timestamp"_L1], now);
    const auto numbers = readJsonNumbers(coords,
                                         {{.key = "latitude"_L1, .value = reading.latitude},
                                          {.key = "longitude"_L1, .value = reading.longitude},
                                          {.key = "accuracy"_L1, .value = reading.accuracyMeters},
                                          {.key = "speed"_L1, .value = reading.speedMetersPerSecond},
                                          {.key = "heading"_L1, .value = reading.headingDegrees}});
    if (!numbers)
        return std::unexpected(numbers.error());
    if (const auto level = readJsonNumbers(battery, {{.key = "level"_L1, .value = reading.batteryFraction}}); !level)
        return std::unexpected(level.error());
    if (battery["is_charging"_L1].isBool())
        reading.charging = battery["is_charging"_L1].toBool();
    reading.mocked = location["mock"_L1].toBool();
    reading.alarm = location["alarm"_L1].toString();
    return believe(reading, now);
}

} // namespace

Result<Reports> parseOsmAnd(QByteArrayView query, QByteArrayView contentType, QByteArrayView body, const QDateTime &now)
{
    if (query.isEmpty() && isJson(contentType))
        return parseJsonReports(body, [&now](const QJsonObject &json) { return reportFromJson(json, now); });
    const auto fields = FormFields::parse(query.isEmpty() ? body : query);
    if (!fields)
        return std::unexpected(fields.error());
    auto report = reportFromForm(*fields, now);
    if (!report)
        return std::unexpected(report.error());
    return Reports{*std::move(report)};
}

} // namespace Doorstep
