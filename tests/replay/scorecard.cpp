// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/replay/scorecard.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

double shareOf(int part, int rest)
{
    return part + rest == 0 ? 1.0 : static_cast<double>(part) / (part + rest);
}

bool isAbout(const Cause &cause, const Exception &exception)
{
    constexpr auto before = std::chrono::hours(24); // a delay is foreseen
    static const QStringList foreseen{u"late"_s, u"route_late"_s,
                                      u"checkin_unanswered"_s}; // from when a driver will be there
    const auto earliest =
        cause.at.addDuration(foreseen.contains(exception.kind) ? -before : std::chrono::hours(0) - 30s);
    return cause.kinds.contains(exception.kind) && cause.about == exception.about && exception.openedAt >= earliest
        && exception.openedAt <= cause.until;
}

QString lineOf(QLatin1StringView what, const QString &kind, const Subject &about, const QDateTime &at,
               const QString &more)
{
    return u"%1 %2 %3 %4 %5"_s.arg(what, kind, about.id, at.toString(Qt::ISODate), more);
}

} // namespace

double KindScore::precision() const
{
    return shareOf(right, wrong);
}

double KindScore::recall() const
{
    return shareOf(right, missed);
}

qint64 KindScore::medianDelay() const
{
    if (delays.empty())
        return 0;
    auto sorted = delays;
    std::ranges::sort(sorted);
    return sorted[sorted.size() / 2];
}

namespace {

/// What the driver of \a route was about at \a at.
QString meanwhile(const Simulation::DayPlan &plan, const ReplayedDay &day, const RouteId &route, const QDateTime &at)
{
    const auto tour = std::ranges::find(plan.tours, route, &Simulation::Tour::id);
    if (tour == plan.tours.cend())
        return {};
    const auto &lived = day.tours[std::distance(plan.tours.cbegin(), tour)];
    QStringList words{u"left %1 min"_s.arg(tour->scheduledStart.secsTo(lived.leftAt) / 60)};
    words += u"left at %1"_s.arg(lived.leftAt.toString(Qt::ISODate));
    for (const auto &pause : lived.pauses) {
        if (pause.holds(at))
            words += u"rests"_s;
    }
    for (const auto &span : {tour->troubles.deadPhone, tour->troubles.quietPhone}) {
        if (span && span->from <= at && at < span->to.addSecs(300))
            words += u"unheard until %1"_s.arg(span->to.toString(Qt::ISODate));
    }
    if (const auto &mocked = tour->troubles.mocked; mocked && mocked->holds(at))
        words += u"mocked"_s;
    return words.join(u", "_s);
}

} // namespace

void ScoreCard::add(const Simulation::DayPlan &plan, const ReplayedDay &day)
{
    const auto causes = causesOf(plan, day);
    std::vector<bool> isNoticed(causes.size(), false);
    for (const auto &kept : day.cases) {
        const auto &exception = kept.exception;
        auto &score = m_scores[exception.kind];
        const auto about = [&exception](const Cause &cause) { return isAbout(cause, exception); };
        const auto cause = std::ranges::find_if(causes, about);
        const auto number = static_cast<std::size_t>(std::distance(causes.begin(), cause));
        if (cause == causes.end() || (isNoticed[number] && cause->kinds.size() == 1 && !cause->isBorderline)) {
            ++score.wrong;
            m_complaints += lineOf("wrong"_L1, exception.kind, exception.about, exception.openedAt,
                                   u"%1 late %2 chance %3; %4"_s.arg(exception.detail)
                                       .arg(exception.lateBy.count())
                                       .arg(exception.chancePercent)
                                       .arg(meanwhile(plan, day, exception.route, exception.openedAt)));
            continue;
        }
        isNoticed[number] = true;
        if (cause->isBorderline)
            continue;
        ++score.right;
        score.delays.push_back(cause->at.secsTo(exception.openedAt));
    }
    for (std::size_t i = 0; i < causes.size(); ++i) {
        if (isNoticed[i] || causes[i].isBorderline)
            continue;
        ++m_scores[causes[i].kinds.first()].missed;
        const auto stop = day.stops.value(StopId(causes[i].about.id));
        m_complaints +=
            lineOf("missed"_L1, causes[i].kinds.first(), causes[i].about, causes[i].at,
                   u"%1 %2 %3"_s.arg(causes[i].until.toString(Qt::ISODate), stop.address.text).arg(stop.whereScore));
    }
}

KindScore ScoreCard::of(const QString &kind) const
{
    const auto found = m_scores.find(kind);
    return found == m_scores.end() ? KindScore() : found->second;
}

} // namespace Doorstep::Test
