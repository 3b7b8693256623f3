// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/owntracks.h"

#include "backend/ingest/jsonreports.h"

#include <QTimeZone>
#include <QUtf8StringView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr double metersPerSecondPerKmh = 1000.0 / 3600.0;
constexpr double farthestSecond = 1.0e12;

/// The user of "owntracks/USER/DEVICE".
QString userOfTopic(const QString &topic)
{
    const auto parts = topic.split(u'/');
    return parts.size() >= 3 ? parts[1] : QString();
}

QString deviceIdOf(const OwnTracksSender &sender, const QJsonObject &message)
{
    const std::array candidates{sender.limitUser, sender.queryUser,   userOfTopic(message["topic"_L1].toString()),
                                sender.basicUser, sender.limitDevice, sender.queryDevice};
    const auto named = std::ranges::find_if_not(candidates, &QString::isEmpty);
    return named == candidates.end() ? QString() : *named;
}

QDateTime timeFromSeconds(double seconds)
{
    if (!(std::abs(seconds) < farthestSecond))
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000.0), QTimeZone::UTC);
}

/// `bs`: 0 unknown, 1 unplugged, 2 charging, 3 full.
std::optional<bool> chargingFrom(const QJsonValue &batteryStatus)
{
    switch (batteryStatus.toInt()) {
    case 1:
        return false;
    case 2:
    case 3:
        return true;
    default:
        return std::nullopt;
    }
}

Result<Report> reportFromLocation(const OwnTracksSender &sender, const QJsonObject &message, const QDateTime &now)
{
    Reading reading;
    reading.deviceId = deviceIdOf(sender, message);
    if (reading.deviceId.isEmpty())
        return badField("topic"_L1, u"nothing says whose phone this is (X-Limit-U, ?u=, topic, Basic user)"_s);
    std::optional<double> fixedAt;
    const auto numbers =
        readJsonNumbers(message,
                        {{.key = "tst"_L1, .value = fixedAt},
                         {.key = "lat"_L1, .value = reading.latitude},
                         {.key = "lon"_L1, .value = reading.longitude},
                         {.key = "acc"_L1, .value = reading.accuracyMeters},
                         {.key = "vel"_L1, .value = reading.speedMetersPerSecond, .factor = metersPerSecondPerKmh},
                         {.key = "cog"_L1, .value = reading.headingDegrees},
                         {.key = "batt"_L1, .value = reading.batteryFraction, .factor = 0.01}});
    if (!numbers)
        return std::unexpected(numbers.error());
    if (!fixedAt)
        return badField("tst"_L1, u"it is missing"_s);
    if (!reading.latitude || !reading.longitude)
        return badField(reading.latitude ? "lon"_L1 : "lat"_L1, u"a location has both"_s);
    reading.at = timeFromSeconds(*fixedAt);
    reading.charging = chargingFrom(message["bs"_L1]);
    return believe(reading, now);
}

} // namespace

Result<OwnTracksPost> parseOwnTracks(const OwnTracksSender &sender, QByteArrayView body, const QDateTime &now)
{
    OwnTracksPost post;
    if (body.trimmed().isEmpty())
        return post;
    // A message that is no location is told apart from a bad one by an empty device id, which no believed report has.
    auto reports = parseJsonReports(body, [&](const QJsonObject &message) -> Result<Report> {
        post.deviceId = deviceIdOf(sender, message);
        const auto type = message["_type"_L1].toString();
        if (type.isEmpty())
            return badField("_type"_L1, u"it is missing"_s);
        return type == "location"_L1 ? reportFromLocation(sender, message, now) : Report{};
    });
    if (!reports)
        return std::unexpected(reports.error());
    const auto isOther = [](const Result<Report> &report) { return report && report->deviceId.isEmpty(); };
    post.ignored = static_cast<int>(reports->removeIf(isOther));
    post.reports = *std::move(reports);
    return post;
}

QByteArray askForPosition()
{
    return R"([{"_type":"cmd","action":"reportLocation"}])"_ba;
}

QString basicUser(QByteArrayView authorization)
{
    constexpr qsizetype schemeLength = 6;
    if (authorization.size() <= schemeLength
        || authorization.first(schemeLength).compare("Basic ", Qt::CaseInsensitive) != 0)
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(authorization.sliced(schemeLength).trimmed().toByteArray(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !QUtf8StringView(*decoded).isValidUtf8())
        return {};
    const auto &userAndPassword = *decoded;
    return QString::fromUtf8(userAndPassword.first(std::max<qsizetype>(userAndPassword.indexOf(':'), 0)));
}

} // namespace Doorstep
