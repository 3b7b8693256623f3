// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/clinicorder.h"

#include "models/domain/site.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Doorstep {
namespace {

constexpr qsizetype mostHits = 50;
constexpr qsizetype mostVisits = 200;
constexpr qsizetype longestWritten = 300;
constexpr qsizetype longestNumber = 9;
constexpr double sameDoorMeters = 15.0; // two drawings of one door
constexpr double phoneAtDoorMeters = 75.0; // a phone between houses is this far off
constexpr double phoneOnlyMeters = 30.0; // nearer than that, and it says which of two doors it was
constexpr double nothingAtLeast = 1e-6; // there is always a chance that none of them is meant

/// The runs of digits in \a text.
QStringList numbersIn(QStringView text)
{
    QStringList numbers;
    QString run;
    for (const auto letter : text.left(longestWritten)) {
        if (letter.isDigit()) {
            run += letter;
        } else if (!run.isEmpty()) {
            numbers.append(run);
            run.clear();
        }
    }
    if (!run.isEmpty())
        numbers.append(run);
    return numbers;
}

bool isSwapOf(const QString &a, const QString &b)
{
    if (a.size() != b.size() || a.size() > longestNumber)
        return false;
    const auto [first, second] = std::ranges::mismatch(a, b);
    const auto at = first - a.begin();
    return at + 1 < a.size() && a.at(at) == b.at(at + 1) && a.at(at + 1) == b.at(at)
        && QStringView(a).sliced(at + 2) == QStringView(b).sliced(at + 2);
}

bool isNumbered(const PlaceHit &hit)
{
    return (hit.kind == PlaceHit::Kind::House || hit.kind == PlaceHit::Kind::Interpolated)
        && !hit.address.houseNumber.isEmpty();
}

/// Whether \a address, as it was written for a visit, names the door of \a hit: its street and number, then anything.
bool namesDoor(const QString &address, const QString &doorKey)
{
    const auto key = addressKey({.text = address});
    return !doorKey.isEmpty() && (key == doorKey || key.startsWith(doorKey + u' '));
}

/// How far \a visit is from being one to \a hit, in metres; none when it is not.
std::optional<double> distanceOf(const PastVisit &visit, const PlaceHit &hit, const QString &doorKey)
{
    const bool isSentHere = visit.door.isValid() && visit.door.distanceTo(hit.where) <= sameDoorMeters;
    const bool isNamed = isSentHere || namesDoor(visit.address, doorKey);
    if (!visit.where.isValid())
        return isNamed ? std::optional(phoneAtDoorMeters) : std::nullopt;
    const double meters = visit.where.distanceTo(hit.where);
    if (isNamed && meters <= phoneAtDoorMeters)
        return std::max(0.0, meters - phoneOnlyMeters); // what was written breaks the tie of two near doors
    return meters <= phoneOnlyMeters ? std::optional(meters) : std::nullopt;
}

void count(DoorHistory &history, const PastVisit &visit)
{
    const auto isNewest = [&] { return !history.last.isValid() || history.last < visit.at; };
    if (visit.recipient == SameRecipient::No) {
        ++history.toOthers;
        if (history.toRecipient == 0 && isNewest())
            history.last = visit.at;
        return;
    }
    if (history.toRecipient == 0 || isNewest())
        history.last = visit.at;
    ++history.toRecipient;
    history.how = std::max(history.how, visit.recipient);
}

/// The one of \a hits that \a visit was to; null when it was to none of them.
WeighedHit *nearestTo(const PastVisit &visit, QList<WeighedHit> &hits, const QStringList &doorKeys)
{
    double nearest = std::numeric_limits<double>::infinity();
    WeighedHit *best = nullptr;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const auto meters = hits[i].hit.isDoor() ? distanceOf(visit, hits[i].hit, doorKeys[i]) : std::nullopt;
        if (meters && *meters < nearest) {
            nearest = *meters;
            best = &hits[i];
        }
    }
    return best;
}

/// Notes each of \a visits with the one of \a hits that it fits best.
void countAll(QList<WeighedHit> &hits, const QList<PastVisit> &visits)
{
    QStringList doorKeys;
    for (const auto &one : std::as_const(hits)) {
        const auto &hit = one.hit;
        const auto door = hit.address.street + u' ' + hit.address.houseNumber;
        doorKeys.append(isNumbered(hit) ? addressKey({.text = door}) : QString());
    }
    for (const auto &visit : visits.first(std::min(visits.size(), mostVisits))) {
        if (visit.outcome != Stop::Status::Delivered)
            continue;
        if (auto *best = nearestTo(visit, hits, doorKeys))
            count(best->history, visit);
    }
}

/// Whether \a written has all words of \a hit's street: nothing else in it explains why it came to the clinic.
bool isStreetAsWritten(const PlaceHit &hit, const QString &writtenKey)
{
    const auto street = addressKey({.text = hit.address.street});
    return !street.isEmpty() && (u' ' + writtenKey + u' ').contains(u' ' + street + u' ');
}

double oddsOf(const WeighedHit &weighed)
{
    double odds = weighed.isExchanged && weighed.isStreetAsWritten ? ClinicOdds::exchanged : 1.0;
    if (weighed.history.toRecipient > 0)
        odds *= weighed.history.how == SameRecipient::Phone ? ClinicOdds::samePhone : ClinicOdds::sameName;
    else if (weighed.history.toOthers > 0)
        odds *= ClinicOdds::toOthers;
    return weighed.history.toRecipient > 1 ? odds * ClinicOdds::oftenToThem : odds;
}

void weigh(QList<WeighedHit> &hits)
{
    double before = 0.0;
    double after = 0.0;
    for (const auto &one : std::as_const(hits)) {
        before += one.hit.score;
        after += one.hit.score * oddsOf(one);
    }
    constexpr double roundedUp = 1e-3; // of nine scores with a few digits
    const bool areShares = before <= 1.0 + roundedUp;
    after += std::max(nothingAtLeast, 1.0 - before);
    for (auto &one : hits) {
        const double odds = oddsOf(one);
        const double score = one.hit.score;
        one.hit.score = areShares ? score * odds / after : score * odds / (1.0 - score + (score * odds));
    }
}

} // namespace

bool isExchangedNumber(const QString &number, const QString &written)
{
    const auto numbers = numbersIn(written);
    const auto own = numbersIn(number).value(0);
    return !own.isEmpty() && !numbers.contains(own)
        && std::ranges::any_of(numbers, [&](const QString &one) { return isSwapOf(own, one); });
}

QList<WeighedHit> clinicOrder(const QList<PlaceHit> &hits, const QString &written, const QList<PastVisit> &visits)
{
    const auto writtenKey = addressKey({.text = written});
    QList<WeighedHit> weighed;
    for (const auto &hit : hits.first(std::min(hits.size(), mostHits))) {
        const bool isHouse = hit.kind == PlaceHit::Kind::House;
        weighed.append({.hit = hit,
                        .isExchanged = isHouse && isExchangedNumber(hit.address.houseNumber, written),
                        .isStreetAsWritten = isStreetAsWritten(hit, writtenKey)});
        auto &score = weighed.last().hit.score;
        score = std::isfinite(score) ? std::clamp(score, 0.0, 1.0) : 0.0;
    }
    countAll(weighed, visits);
    if (std::ranges::all_of(weighed, [](const auto &one) { return one.hit.score <= 0.0; })) {
        std::ranges::stable_sort(weighed, std::ranges::greater(), &oddsOf);
        return weighed;
    }
    weigh(weighed);
    std::ranges::stable_sort(weighed, std::ranges::greater(), [](const auto &one) { return one.hit.score; });
    return weighed;
}

} // namespace Doorstep
