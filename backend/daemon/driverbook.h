// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/ingest/driverdirectory.h"
#include "backend/store/store.h"

#include <QHash>

#include <shared_mutex>

namespace Doorstep {

/// The drivers' phones, out of the organisation's feed.
class DriverBook : public DriverDirectory
{
public:
    void load(const QList<Document> &drivers);
    void grown(const Growth &growth); ///< Any thread, in the order of commits.

    [[nodiscard]] DriverId driverOf(QStringView deviceId) const override;
    [[nodiscard]] QDateTime positionAskedAt(const DriverId &driver) const override;

private:
    void take(const Document &document); ///< Under the lock.

    mutable std::shared_mutex m_mutex;
    QHash<QString, DriverId> m_driverOf; ///< By device id.
    QHash<DriverId, QString> m_deviceOf;
    QHash<DriverId, QDateTime> m_askedAt; ///< Of those about whom somebody asked.
};

} // namespace Doorstep
