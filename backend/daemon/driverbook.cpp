// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/driverbook.h"

#include "models/domain/depot.h"
#include "models/wire/driverwire.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

#include <mutex>

namespace Doorstep {

void DriverBook::take(const Document &document)
{
    const DriverId id(document.id);
    const auto before = m_deviceOf.take(id);
    if (m_driverOf.value(before) == id) // it may be another's by now: phones are swapped in one commit
        m_driverOf.remove(before);
    m_askedAt.remove(id);
    if (document.deleted)
        return;
    const auto driver = Wire::objectFromBytes(document.body).and_then([](const QJsonObject &json) {
        return Wire::driverFromJson(json);
    });
    if (!driver || driver->deviceId.isEmpty())
        return;
    if (driver->positionAskedAt.isValid())
        m_askedAt.insert(id, driver->positionAskedAt);
    m_deviceOf.insert(id, driver->deviceId);
    m_driverOf.insert(driver->deviceId, id);
}

void DriverBook::load(const QList<Document> &drivers)
{
    const std::unique_lock lock(m_mutex);
    for (const auto &driver : drivers)
        take(driver);
}

void DriverBook::grown(const Growth &growth)
{
    const std::unique_lock lock(m_mutex);
    for (const auto &grown : growth) {
        if (grown.state.id != organisationFeed())
            continue;
        for (const auto &change : grown.changes) {
            if (change.kind == Wire::Kinds::driver)
                take(change);
        }
    }
}

DriverId DriverBook::driverOf(QStringView deviceId) const
{
    const std::shared_lock lock(m_mutex);
    return m_driverOf.value(deviceId.toString());
}

QDateTime DriverBook::positionAskedAt(const DriverId &driver) const
{
    const std::shared_lock lock(m_mutex);
    return m_askedAt.value(driver);
}

} // namespace Doorstep
