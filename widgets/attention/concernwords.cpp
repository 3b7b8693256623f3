// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/concernwords.h"

#include "models/domain/stop.h"
#include "models/domain/trackingnumber.h"
#include "models/lists/attentionlistmodel.h"
#include "widgets/attention/casekinds.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/words.h"

#include <QModelIndex>

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

Concern::Kind kindOf(const QModelIndex &index)
{
    return index.data(AttentionListModel::KindRole).value<Concern::Kind>();
}

Exception caseOf(const QModelIndex &index)
{
    return index.data(AttentionListModel::CaseRole).value<Exception>();
}

bool isAboutClosure(const QModelIndex &index)
{
    return caseOf(index).about.kind == Subject::Kind::Closure;
}

bool isAboutDriver(const QModelIndex &index)
{
    return index.data(AttentionListModel::StopIdRole).toString().isEmpty();
}

QString joined(QStringList parts)
{
    parts.removeIf([](const QString &part) { return part.isEmpty(); });
    return parts.join(u" · "_s);
}

} // namespace

QString ConcernWords::title(const QModelIndex &index, const QDateTime &now)
{
    switch (kindOf(index)) {
    case Concern::Kind::FailedAttempt: {
        const auto failure = Words::of(index.data(AttentionListModel::FailureRole).value<Stop::Failure>());
        return failure.isEmpty() ? tr("Missed delivery") : tr("Missed delivery — %1").arg(failure);
    }
    case Concern::Kind::NoPlace:
        return tr("Address not found");
    case Concern::Kind::WillMissWindow: {
        const std::chrono::seconds late(index.data(AttentionListModel::LateBySecondsRole).toLongLong());
        const auto text = DurationText::length(std::max(late, std::chrono::seconds(60)));
        const int chance = caseOf(index).chancePercent;
        return chance == 0 ? tr("Will miss window by %1").arg(text)
                           : tr("Will miss window by %1, %2 % likely").arg(text).arg(chance);
    }
    case Concern::Kind::DriverSilent: {
        const auto seen = index.data(AttentionListModel::LastSeenRole).toDateTime();
        if (!seen.isValid())
            return tr("Driver was never heard");
        return tr("Driver silent for %1").arg(DurationText::length(std::chrono::seconds(seen.secsTo(now))));
    }
    case Concern::Kind::Reported:
        return CaseKinds::title(caseOf(index));
    }
    std::unreachable();
}

QString ConcernWords::shortTitle(const QModelIndex &index)
{
    if (kindOf(index) == Concern::Kind::WillMissWindow) {
        const std::chrono::seconds late(index.data(AttentionListModel::LateBySecondsRole).toLongLong());
        return tr("Will miss window by %1").arg(DurationText::length(std::max(late, std::chrono::seconds(60))));
    }
    if (kindOf(index) != Concern::Kind::FailedAttempt)
        return {};
    const auto failure = Words::of(index.data(AttentionListModel::FailureRole).value<Stop::Failure>());
    return failure.isEmpty() ? QString() : tr("Missed — %1", "a delivery, in few words").arg(failure);
}

QString ConcernWords::place(const QModelIndex &index)
{
    const auto kind = kindOf(index);
    if (isAboutClosure(index))
        return index.data(AttentionListModel::AddressRole).toString();
    if (isAboutDriver(index))
        return joined({index.data(AttentionListModel::DriverNameRole).toString(),
                       tr("%n stop(s) left", nullptr, index.data(AttentionListModel::OpenStopsRole).toInt())});
    const auto address = kind == Concern::Kind::NoPlace ? index.data(AttentionListModel::EnteredAddressRole)
                                                        : index.data(AttentionListModel::AddressRole);
    return joined(
        {address.toString(), groupedTrackingNumber(index.data(AttentionListModel::TrackingNumberRole).toString())});
}

QString ConcernWords::detail(const QModelIndex &index)
{
    const int parts = index.data(AttentionListModel::PartsRole).toInt();
    // A late route's title says how many it stands for.
    if (parts > 0 && index.data(AttentionListModel::KindWordRole).toString() != "route_late"_L1)
        return joined({tr("with %n more", "other cases that were merged into it", parts), ownDetail(index)});
    return ownDetail(index);
}

QString ConcernWords::ownDetail(const QModelIndex &index)
{
    const auto driver = index.data(AttentionListModel::DriverNameRole).toString();
    const auto position = index.data(AttentionListModel::PositionRole);
    const auto stop = position.isValid() ? tr("stop %1").arg(position.toInt()) : QString();
    if (isAboutClosure(index))
        return index.data(AttentionListModel::NoteRole).toString().simplified();
    if (isAboutDriver(index)) {
        const auto next = index.data(AttentionListModel::AddressRole).toString();
        return next.isEmpty() ? QString() : tr("next %1", "%1 is an address").arg(next);
    }
    switch (kindOf(index)) {
    case Concern::Kind::FailedAttempt:
        return joined({driver, tr("attempt %1").arg(index.data(AttentionListModel::AttemptsRole).toInt()),
                       index.data(AttentionListModel::NoteRole).toString().simplified()});
    case Concern::Kind::NoPlace:
    case Concern::Kind::WillMissWindow:
    case Concern::Kind::DriverSilent:
    case Concern::Kind::Reported:
        return joined({driver.isEmpty() ? tr("no driver yet") : driver, stop,
                       index.data(AttentionListModel::CustomerRole).toString()});
    }
    std::unreachable();
}

QString ConcernWords::countdown(const QModelIndex &index, const QDateTime &now)
{
    const auto due = index.data(AttentionListModel::DueAtRole).toDateTime();
    if (!due.isValid())
        return {};
    const auto left = now.secsTo(due);
    const auto whole = std::abs(left);
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const auto text = whole < 3600
        ? two(whole / 60) + u':' + two(whole % 60)
        : tr("%1 h %2", "hours and two digits of minutes").arg(whole / 3600).arg(two(whole / 60 % 60));
    return left < 0 ? QChar(0x2212) + text : text;
}

QString ConcernWords::spoken(const QModelIndex &index, const QDateTime &now)
{
    QStringList parts{title(index, now), place(index), detail(index)};
    if (index.data(AttentionListModel::IsNewRole).toBool())
        parts.prepend(tr("New", "a case that was not looked at yet"));
    if (const auto due = index.data(AttentionListModel::DueAtRole).toDateTime(); due.isValid()) {
        const auto left = std::chrono::seconds(now.secsTo(due));
        parts << (left.count() < 0 ? tr("past due for %1").arg(DurationText::length(-left))
                                   : tr("due in %1").arg(DurationText::length(left)));
    }
    parts << escalation(index) << people(index);
    parts.removeIf([](const QString &part) { return part.isEmpty(); });
    return parts.join(u", "_s);
}

QString ConcernWords::escalation(const QModelIndex &index)
{
    return caseOf(index).escalation == Exception::Escalation::Raised ? tr("Escalated") : QString();
}

QString ConcernWords::people(const QModelIndex &index)
{
    QStringList parts;
    if (const auto owner = index.data(AttentionListModel::OwnerNameRole).toString(); !owner.isEmpty())
        parts << tr("%1 takes care of it", "name").arg(owner);
    for (const auto &name : index.data(AttentionListModel::LookingRole).toStringList())
        parts << tr("%1 looks at it too", "name").arg(name);
    return parts.join(u", "_s);
}

QString ConcernWords::kindName(const QString &word)
{
    if (word == "missed"_L1)
        return tr("Missed deliveries");
    if (word == "address"_L1)
        return tr("Addresses not found");
    if (word == "late"_L1)
        return tr("Missed windows");
    if (word == "silent"_L1)
        return tr("Silent drivers");
    return CaseKinds::kindName(word);
}

QString ConcernWords::iconName(const QModelIndex &index)
{
    switch (kindOf(index)) {
    case Concern::Kind::FailedAttempt:
        return u"blocked"_s;
    case Concern::Kind::NoPlace:
        return u"pin"_s;
    case Concern::Kind::WillMissWindow:
        return u"clock"_s;
    case Concern::Kind::DriverSilent:
        return u"silent"_s;
    case Concern::Kind::Reported:
        return CaseKinds::iconName(caseOf(index));
    }
    std::unreachable();
}

} // namespace Doorstep
