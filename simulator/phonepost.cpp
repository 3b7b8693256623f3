// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/phone.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

constexpr double knotsPerMeterPerSecond = 3600.0 / 1852.0;
constexpr double kmhPerMeterPerSecond = 3.6;

QByteArray decimal(double value, int digits)
{
    return QByteArray::number(value, 'f', digits);
}

int percent(double fraction)
{
    return static_cast<int>(std::lround(fraction * 100.0));
}

/// As Traccar Client writes it since it sends forms: its names, its order, speed in knots.
QByteArray traccarForm(const QString &deviceId, const PhoneReading &reading)
{
    QByteArray form = "id=" + deviceId.toUtf8().toPercentEncoding();
    if (reading.where)
        form += "&lat=" + decimal(reading.where->latitude(), 7) + "&lon=" + decimal(reading.where->longitude(), 7);
    form += "&timestamp=" + QByteArray::number(reading.at.toSecsSinceEpoch());
    if (reading.where)
        form += "&accuracy=" + decimal(reading.accuracyMeters, 1) + "&altitude=0.0"
            + "&speed=" + decimal(reading.speedMetersPerSecond * knotsPerMeterPerSecond, 2)
            + "&bearing=" + decimal(reading.headingDegrees, 1);
    form +=
        "&batt=" + QByteArray::number(percent(reading.battery)) + "&charge=" + (reading.charging ? "true" : "false");
    if (reading.mocked)
        form += "&mock=true";
    return form;
}

QJsonObject traccarJson(const QString &deviceId, const PhoneReading &reading)
{
    QJsonObject location{
        {u"timestamp"_s, reading.at.toString(Qt::ISODateWithMs)},
        {u"battery"_s, QJsonObject{{u"level"_s, reading.battery}, {u"is_charging"_s, reading.charging}}}};
    if (reading.where)
        location[u"coords"_s] = QJsonObject{{u"latitude"_s, reading.where->latitude()},
                                            {u"longitude"_s, reading.where->longitude()},
                                            {u"accuracy"_s, reading.accuracyMeters},
                                            {u"speed"_s, reading.speedMetersPerSecond},
                                            {u"heading"_s, reading.headingDegrees}};
    if (reading.mocked)
        location[u"mock"_s] = true;
    return {{u"location"_s, location}, {u"device_id"_s, deviceId}};
}

/// OwnTracks leaves out what is zero, and says nothing of mocked positions. Without a position it sends its last will's
/// sibling: a message that only says that it lives.
QJsonObject ownTracksJson(const QString &deviceId, const PhoneReading &reading)
{
    const auto sentAt = reading.at.toSecsSinceEpoch();
    const auto topic = u"owntracks/%1/phone"_s.arg(deviceId);
    if (!reading.where)
        return {{u"_type"_s, u"status"_s}, {u"tst"_s, sentAt}, {u"topic"_s, topic + u"/status"_s}};
    QJsonObject message{{u"_type"_s, u"location"_s},
                        {u"lat"_s, reading.where->latitude()},
                        {u"lon"_s, reading.where->longitude()},
                        {u"tst"_s, sentAt},
                        {u"tid"_s, deviceId.left(2).toUpper()},
                        {u"topic"_s, topic},
                        {u"t"_s, reading.isAnswer ? u"r"_s : u"t"_s},
                        {u"m"_s, 2},
                        {u"batt"_s, percent(reading.battery)},
                        {u"bs"_s, reading.charging ? 2 : 1},
                        {u"created_at"_s, reading.sendableAt.toSecsSinceEpoch()}};
    const auto unlessZero = [&message](const QString &key, double value) {
        if (const auto whole = std::lround(value); whole != 0)
            message[key] = static_cast<qint64>(whole);
    };
    unlessZero(u"acc"_s, reading.accuracyMeters);
    unlessZero(u"vel"_s, reading.speedMetersPerSecond * kmhPerMeterPerSecond);
    unlessZero(u"cog"_s, reading.headingDegrees);
    return message;
}

} // namespace

PhonePost postOf(PhoneKind kind, const QString &deviceId, const PhoneReading &reading)
{
    if (kind == PhoneKind::Traccar)
        return {
            .path = u"/"_s, .contentType = "application/x-www-form-urlencoded", .body = traccarForm(deviceId, reading)};
    return {.path = u"/pub"_s,
            .contentType = "application/json",
            .body = QJsonDocument(ownTracksJson(deviceId, reading)).toJson(QJsonDocument::Compact)};
}

bool asksForPosition(const QByteArray &answer)
{
    const auto commands = QJsonDocument::fromJson(answer).array();
    return std::ranges::any_of(commands, [](const QJsonValue &command) {
        return command["_type"_L1] == "cmd"_L1 && command["action"_L1] == "reportLocation"_L1;
    });
}

QJsonObject entryOf(PhoneKind kind, const QString &deviceId, const PhoneReading &reading)
{
    return kind == PhoneKind::Traccar ? traccarJson(deviceId, reading) : ownTracksJson(deviceId, reading);
}

QString batchPath(PhoneKind kind)
{
    return kind == PhoneKind::Traccar ? u"/fixes/osmand"_s : u"/fixes/owntracks"_s;
}

} // namespace Doorstep::Simulation
