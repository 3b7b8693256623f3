// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/caseevidence.h"

#include "models/domain/exception.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "widgets/attention/casekinds.h"
#include "widgets/attention/concernwords.h"
#include "widgets/parts/durationtext.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr qsizetype mostListed = 4;
constexpr auto worthSaying = 5min; ///< Less did not make anybody late.

std::chrono::seconds spanBetween(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(from.secsTo(to));
}

bool isOpen(const Exception &exception)
{
    return exception.status == Exception::Status::Open;
}

} // namespace

QList<Facts::Line> CaseEvidence::of(const Concern &concern, const Exception *exception) const
{
    QList<Facts::Line> lines;
    const auto add = [&lines](const QString &label, const QString &value, bool warns = false) {
        if (!value.isEmpty())
            lines.append({.label = label, .value = value, .warns = warns, .where = {}});
    };
    if (exception != nullptr && exception->chancePercent > 0 && exception->kind == "late"_L1)
        add(tr("Likely"),
            tr("%1 % to miss the window", "how likely a delay is").arg(QLocale().toString(exception->chancePercent)));
    add(tr("Delayed by"), delayedBy(concern));
    if (exception != nullptr && exception->where.isValid()) {
        const auto away = exception->awayMeters > 0
            ? tr("%1 m from where they should be").arg(QLocale().toString(exception->awayMeters))
            : tr("where the driver was then");
        lines.append({.label = tr("It began"), .value = away, .warns = false, .where = exception->where});
    }
    add(tr("Stands for"), parts(concern));
    const auto own = causeOf(concern, m_fleet).id;
    add(tr("Here before"), earlier(concern, own), true);
    add(tr("Same driver"), ofTheDriver(concern, own));
    return lines;
}

// Only what is known: how late they left, and how long the visits took beyond what was planned.
QString CaseEvidence::delayedBy(const Concern &concern) const
{
    const auto word = kindWordOf(concern, m_fleet);
    const auto *route = m_fleet.routes().find(concern.route);
    if (route == nullptr || (word != "late"_L1 && word != "route_late"_L1))
        return {};
    QStringList causes;
    if (route->actualStart.isValid() && route->scheduledStart.isValid()) {
        if (const auto late = spanBetween(route->scheduledStart, route->actualStart); late >= worthSaying)
            causes << tr("left %1 late").arg(DurationText::length(late));
    }
    std::chrono::seconds longer{0};
    for (const auto &id : route->stops) {
        const auto *stop = m_fleet.stops().find(id);
        if (stop == nullptr || !stop->actualArrival.isValid() || !stop->completedAt.isValid())
            continue;
        const auto begun =
            stop->window.from.isValid() ? std::max(stop->actualArrival, stop->window.from) : stop->actualArrival;
        longer += spanBetween(begun, stop->completedAt) - stop->serviceTime;
    }
    if (longer >= worthSaying)
        causes << tr("visits took %1 longer than planned").arg(DurationText::length(longer));
    return causes.isEmpty() ? tr("the road: it left in time, and visits took no longer than planned")
                            : causes.join(u'\n');
}

QString CaseEvidence::parts(const Concern &concern) const
{
    QStringList lines;
    for (const auto &part : partsOf(concern, m_concerns, m_fleet)) {
        const auto *stop = m_fleet.stops().find(part.stop);
        const auto *route = m_fleet.routes().find(part.route);
        const auto *driver = route == nullptr ? nullptr : m_fleet.driverOf(*route);
        auto place = driver != nullptr ? driver->name : QString();
        if (stop != nullptr)
            place = stop->address.line();
        lines << tr("%1: %2", "a kind of case, where").arg(ConcernWords::kindName(kindWordOf(part, m_fleet)), place);
    }
    return listed(lines);
}

QString CaseEvidence::nameOf(const Exception &exception) const
{
    const auto kind = ConcernWords::kindName(exception.kind);
    const auto when = exception.openedAt.isValid() ? m_time.weekdayClock(exception.openedAt) : QString();
    auto said = when.isEmpty() ? kind : tr("%1, %2", "a kind of case, when").arg(kind, when);
    if (isOpen(exception))
        return said;
    return exception.resolution.isEmpty()
        ? tr("%1 · over", "a case that went away by itself").arg(said)
        : tr("%1 · closed: %2", "a case, how it was resolved").arg(said, exception.resolution);
}

QString CaseEvidence::earlier(const Concern &concern, const ExceptionId &own) const
{
    const auto thing = concern.thing();
    QList<const Exception *> found;
    for (const auto &exception : m_fleet.exceptions()) {
        if (exception.about == thing && exception.id != own)
            found.append(&exception);
    }
    std::ranges::sort(found, std::ranges::greater(), &Exception::openedAt);
    QStringList lines;
    for (const auto *exception : std::as_const(found))
        lines << nameOf(*exception);
    return listed(lines);
}

QString CaseEvidence::ofTheDriver(const Concern &concern, const ExceptionId &own) const
{
    if (!concern.route.isValid())
        return {};
    QMap<QString, int> counts;
    for (const auto &exception : m_fleet.exceptions()) {
        if (exception.route == concern.route && exception.id != own && exception.about != concern.thing()
            && isOpen(exception))
            ++counts[ConcernWords::kindName(exception.kind)];
    }
    QStringList lines;
    for (const auto &[kind, count] : counts.asKeyValueRange())
        lines << tr("%1: %2", "a kind of case, how many").arg(kind, QLocale().toString(count));
    return listed(lines);
}

QString CaseEvidence::listed(const QStringList &lines)
{
    if (lines.size() <= mostListed)
        return lines.join(u'\n');
    const auto left = static_cast<int>(lines.size() - mostListed);
    return lines.first(mostListed).join(u'\n') + u'\n' + tr("and %n more", nullptr, left);
}

} // namespace Doorstep
