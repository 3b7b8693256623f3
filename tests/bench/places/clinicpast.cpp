// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/places/clinicpast.h"

#include "models/store/clinicorder.h"

#include <QTimeZone>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

constexpr int toOthersAtTheDoor = 51;
constexpr int toOthersAtAnother = 21;
constexpr int knownByPhone = 70;
constexpr int phoneSaysWhere = 80;
constexpr double phoneMeters = 12.0;
constexpr int sameDoor = 90;
constexpr int onlyElsewhere = 98;

class Past
{
public:
    explicit Past(unsigned seed)
        : m_engine(seed)
    {
    }

    bool chance(int percent) { return static_cast<int>(m_engine() % 100) < percent; }
    int below(int bound) { return static_cast<int>(m_engine() % static_cast<unsigned>(bound)); }

    PastVisit visit(const QGeoCoordinate &door, SameRecipient recipient)
    {
        PastVisit visit{.stop = StopId(u"past"_s),
                        .at = QDateTime(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::UTC).addDays(below(250)),
                        .recipient = recipient,
                        .door = door};
        if (chance(phoneSaysWhere))
            visit.where = door.atDistanceAndAzimuth(std::abs(gauss()) * phoneMeters * std::numbers::sqrt2, below(360));
        return visit;
    }

private:
    double gauss()
    {
        const auto uniform = [&] { return (static_cast<double>(m_engine() % 1'000'000) + 1.0) / 1'000'001.0; };
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

    std::mt19937_64 m_engine;
};

QGeoCoordinate writtenDoor(const WrittenAddress &address, const QList<PlaceHit> &hits)
{
    for (const auto &hit : hits) {
        if (hit.isDoor() && !isExchangedNumber(hit.address.houseNumber, address.written))
            return hit.where;
    }
    return address.at;
}

} // namespace

QList<PastVisit> ClinicPast::of(const WrittenAddress &address, const QList<PlaceHit> &hits,
                                const QGeoCoordinate &elsewhere, int returningPercent, unsigned seed)
{
    Past past(seed);
    QList<PastVisit> visits;
    const bool isReturning = past.chance(returningPercent);
    const int where = past.below(100);
    const auto how = past.chance(knownByPhone) ? SameRecipient::Phone : SameRecipient::Name;
    const int times = 1 + past.below(4);
    if (isReturning) {
        auto door = writtenDoor(address, hits);
        if (where < onlyElsewhere)
            door = where < sameDoor ? address.at : elsewhere;
        for (int i = 0; i < times; ++i)
            visits.append(past.visit(door, how));
    }
    for (const auto &hit : hits) {
        const bool isMeant = hit.where.distanceTo(address.at) < 1.0;
        if (hit.isDoor() && past.chance(isMeant ? toOthersAtTheDoor : toOthersAtAnother)) {
            for (int i = past.below(3); i >= 0; --i)
                visits.append(past.visit(hit.where, SameRecipient::No));
        }
    }
    return visits;
}

} // namespace Doorstep::Test
