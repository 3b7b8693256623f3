// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/driverwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

// Unknown has no word: the key is absent.
constexpr Words<Driver::Duty, 3> duties{{
    {Driver::Duty::OnDuty, "on_duty"_L1},
    {Driver::Duty::OnBreak, "on_break"_L1},
    {Driver::Duty::OffDuty, "off_duty"_L1},
}};

} // namespace

QLatin1StringView dutyWord(Driver::Duty duty)
{
    return wordOf(duties, duty);
}

std::optional<Driver::Duty> dutyFromWord(QStringView word)
{
    return valueOf(duties, word);
}

QJsonObject toJson(const Driver &driver)
{
    QJsonObject json{{u"id"_s, driver.id.toString()}, {u"depot"_s, driver.depot.toString()}, {u"name"_s, driver.name}};
    putText(json, "phone"_L1, driver.phone);
    putText(json, "device_id"_L1, driver.deviceId);
    putText(json, "duty"_L1, dutyWord(driver.duty));
    putTime(json, "position_asked_at"_L1, driver.positionAskedAt);
    return json;
}

namespace {

template <typename Json>
Result<Driver> read(const Json &json)
{
    BasicReader<Json> reader("driver"_L1, json);
    Driver driver;
    driver.id = reader.template id<DriverId>("id"_L1);
    driver.depot = reader.template id<DepotId>("depot"_L1);
    driver.name = reader.text("name"_L1);
    driver.phone = reader.optionalText("phone"_L1);
    driver.deviceId = reader.optionalText("device_id"_L1);
    if (reader.has("duty"_L1))
        driver.duty = reader.word("duty"_L1, duties);
    driver.positionAskedAt = reader.optionalTime("position_asked_at"_L1);
    return reader.finish(std::move(driver));
}

} // namespace

Result<Driver> driverFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Driver> readDriver(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
