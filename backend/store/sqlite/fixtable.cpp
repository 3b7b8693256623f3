// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/fixtable.h"

namespace Doorstep::StoreFile {
namespace {

// What a fix has that is yes or no, in one integer.
enum Flag : quint8 { Mocked = 1, ClockSuspect = 2, ChargingKnown = 4, Charging = 8 };

qint64 flagsOf(const Fix &fix)
{
    return (fix.mocked ? Mocked : 0) | (fix.clockSuspect ? ClockSuspect : 0) | (fix.charging ? ChargingKnown : 0)
        | (fix.charging.value_or(false) ? Charging : 0);
}

/// Of a row whose columns are: driver's id, at, received_at, lon, lat, accuracy, speed, heading, battery, flags.
Fix fixIn(const Statement &row)
{
    Fix fix;
    fix.driver = DriverId(row.text(0));
    fix.fixedAt = row.time(1);
    fix.receivedAt = row.time(2);
    fix.where = QGeoCoordinate(row.real(4), row.real(3));
    fix.accuracyMeters = row.optionalReal(5);
    fix.speedMetersPerSecond = row.optionalReal(6);
    fix.headingDegrees = row.optionalReal(7);
    fix.batteryFraction = row.optionalReal(8);
    const auto flags = row.integer(9);
    fix.mocked = (flags & Mocked) != 0;
    fix.clockSuspect = (flags & ClockSuspect) != 0;
    if ((flags & ChargingKnown) != 0)
        fix.charging = (flags & Charging) != 0;
    return fix;
}

Result<std::vector<Fix>> allOf(Statement &rows)
{
    std::vector<Fix> fixes;
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return fixes;
        fixes.push_back(fixIn(rows));
    }
}

} // namespace

FixTable::FixTable(Database &database)
    : m_database(database)
    , m_selectNumber(database, "SELECT no FROM tracked_driver WHERE id=?1")
    , m_insertNumber(database, "INSERT INTO tracked_driver(id) VALUES(?1) RETURNING no")
    , m_insertFix(
          database,
          "INSERT OR IGNORE INTO fix(driver, at, received_at, lon, lat, accuracy, speed, heading, battery, flags)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
{
}

Result<qint64> FixTable::numberOf(const DriverId &driver)
{
    if (const auto known = m_numbers.constFind(driver); known != m_numbers.constEnd())
        return *known;
    for (auto *statement : {&m_selectNumber, &m_insertNumber}) {
        const auto row = statement->with(driver.toString()).next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            continue;
        const auto number = statement->integer(0);
        statement->reset();
        m_numbers.insert(driver, number);
        return number;
    }
    return failure(Error::Kind::Storage, QStringLiteral("a driver could not be numbered"));
}

Result<FixCounts> FixTable::append(const std::vector<Fix> &fixes)
{
    FixCounts counts;
    for (const auto &fix : fixes) {
        const auto number = numberOf(fix.driver);
        if (!number)
            return std::unexpected(number.error());
        if (auto done = m_insertFix
                            .with(*number, fix.fixedAt, fix.receivedAt, fix.where.longitude(), fix.where.latitude(),
                                  fix.accuracyMeters, fix.speedMetersPerSecond, fix.headingDegrees, fix.batteryFraction,
                                  flagsOf(fix))
                            .run();
            !done)
            return std::unexpected(done.error());
        ++(m_database.changes() > 0 ? counts.stored : counts.duplicate);
    }
    return counts;
}

Result<std::vector<Fix>> readLastFixes(Database &database)
{
    Statement rows(database,
                   "SELECT d.id, f.at, f.received_at, f.lon, f.lat, f.accuracy, f.speed, f.heading, f.battery, f.flags"
                   " FROM tracked_driver d JOIN fix f ON f.driver=d.no AND f.at="
                   "(SELECT at FROM fix WHERE driver=d.no AND flags & 2 = 0 ORDER BY at DESC LIMIT 1)");
    return allOf(rows);
}

Result<std::vector<Fix>> readTrack(Database &database, const DriverId &driver, const QDateTime &from,
                                   const QDateTime &to, int limit)
{
    Statement rows(database,
                   "SELECT d.id, f.at, f.received_at, f.lon, f.lat, f.accuracy, f.speed, f.heading, f.battery, f.flags"
                   " FROM fix f JOIN tracked_driver d ON d.no=f.driver"
                   " WHERE f.driver=(SELECT no FROM tracked_driver WHERE id=?1) AND f.at BETWEEN ?2 AND ?3"
                   " ORDER BY f.at LIMIT ?4");
    return allOf(rows.with(driver.toString(), from, to, limit));
}

Result<std::vector<qint64>> driversWithFixesBefore(Database &database, const QDateTime &before)
{
    Statement rows(database,
                   "SELECT no FROM tracked_driver d WHERE EXISTS(SELECT 1 FROM fix WHERE driver=d.no AND at<?1)");
    rows.with(before);
    std::vector<qint64> drivers;
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return drivers;
        drivers.push_back(rows.integer(0));
    }
}

Result<qint64> forgetFixesOf(Database &database, qint64 driver, const QDateTime &before, int most)
{
    Statement remove(database,
                     "DELETE FROM fix WHERE driver=?1 AND at IN"
                     " (SELECT at FROM fix WHERE driver=?1 AND at<?2 ORDER BY at LIMIT ?3)");
    return remove.with(driver, before, most).run().transform([&database] { return database.changes(); });
}

} // namespace Doorstep::StoreFile
