// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/clinicwords.h"

#include "widgets/parts/distancetext.h"
#include "widgets/parts/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using Source = Candidate::Source;

Candidate candidateOf(const QModelIndex &index)
{
    return index.data(CandidateListModel::CandidateRole).value<Candidate>();
}

QString joined(const QStringList &parts)
{
    return parts.join(u" · "_s);
}

} // namespace

QString ClinicWords::distance(double meters)
{
    return DistanceText::of(meters);
}

QString ClinicWords::title(const QModelIndex &index)
{
    const auto candidate = candidateOf(index);
    auto line = candidate.hit.line();
    switch (candidate.source) {
    case Source::Remembered:
        return tr("Where it was before: remembered for this address");
    case Source::Found:
        return line;
    case Source::Visited:
        return tr("%n delivery(s) were made here", nullptr, candidate.visits.deliveries);
    case Source::Pinned:
        return line.isEmpty() ? tr("Pinned by hand") : tr("Pinned by hand, near %1", "an address").arg(line);
    }
    std::unreachable();
}

QString ClinicWords::likelihood(const QModelIndex &index)
{
    const auto candidate = candidateOf(index);
    const QLocale locale;
    switch (candidate.source) {
    case Source::Remembered:
        return tr("said by a person");
    case Source::Visited:
        return tr("past drivers");
    case Source::Pinned:
        return tr("by hand");
    case Source::Found:
        break;
    }
    const double score = candidate.hit.score;
    if (score <= 0.0)
        return tr("no score", "the search does not say how likely it is");
    constexpr int surest = 99; // nobody but a person is ever certain
    const auto percent = locale.toString(std::min(surest, qRound(score * 100)));
    constexpr double sure = 0.9;
    constexpr double likely = 0.6;
    constexpr double possible = 0.25;
    if (score >= sure)
        return tr("very likely, %1 %").arg(percent);
    if (score >= likely)
        return tr("likely, %1 %").arg(percent);
    return score >= possible ? tr("possible, %1 %").arg(percent) : tr("unlikely, %1 %").arg(percent);
}

QString ClinicWords::reason(const QModelIndex &index)
{
    const auto candidate = candidateOf(index);
    const auto &history = candidate.history;
    const auto zone = index.data(CandidateListModel::TimeZoneRole).value<QTimeZone>();
    const auto last = zone.isValid() ? history.last.toTimeZone(zone) : history.last.toLocalTime();
    const auto day = QLocale().toString(last.date(), tr("d MMM"));
    const auto customer = index.data(CandidateListModel::CustomerRole).toString();
    QStringList parts;
    if (history.toRecipient > 0 && customer.isEmpty())
        parts.append(tr("%n delivery(s) to the same phone here, last on %1", nullptr, history.toRecipient).arg(day));
    else if (history.toRecipient > 0)
        parts.append(tr("%n delivery(s) to %1 here, last on %2", nullptr, history.toRecipient).arg(customer, day));
    else if (history.toOthers > 0)
        parts.append(tr("%n delivery(s) to others here, last on %1", nullptr, history.toOthers).arg(day));
    if (candidate.isExchanged)
        parts.append(tr("two digits exchanged"));
    return parts.join(tr(", ", "between two reasons"));
}

/// How near the door what was found is; empty where it is the door.
QString ClinicWords::exactness(const PlaceHit &hit)
{
    if (hit.kind == PlaceHit::Kind::Interpolated)
        return tr("number between two known ones, ± %1").arg(distance(std::max(hit.accuracyMeters, 5.0)));
    if (hit.kind == PlaceHit::Kind::Street)
        return tr("street only, no door");
    if (!hit.isDoor())
        return tr("area only, no door");
    return hit.kind == PlaceHit::Kind::Corner ? tr("corner") : QString();
}

QString ClinicWords::detail(const QModelIndex &index)
{
    const auto candidate = candidateOf(index);
    const auto &hit = candidate.hit;
    QStringList parts;
    if (candidate.source == Source::Found || candidate.source == Source::Pinned) {
        if (const auto area = hit.address.suburb.isEmpty() ? hit.address.city : hit.address.suburb; !area.isEmpty())
            parts.append(area);
    }
    if (const auto why = reason(index); !why.isEmpty())
        parts.append(why);
    if (const auto kind = candidate.source == Source::Found ? exactness(hit) : QString(); !kind.isEmpty())
        parts.append(kind);
    const auto say = [&](int role, const QString &sentence) {
        if (const auto meters = index.data(role); meters.isValid())
            parts.append(sentence.arg(distance(meters.toDouble())));
    };
    say(CandidateListModel::HouseMetersRole, tr("%1 from the house found first"));
    if (candidate.visits.others > 0)
        parts.append(tr("%n elsewhere", "deliveries", candidate.visits.others));
    say(CandidateListModel::PreviousMetersRole, tr("%1 from the stop before"));
    say(CandidateListModel::NextMetersRole, tr("%1 to the stop after"));
    say(CandidateListModel::DepotMetersRole, tr("%1 from the depot"));
    return joined(parts);
}

QString ClinicWords::spoken(const QModelIndex &index)
{
    return u"%1. %2, %3. %4"_s.arg(QString::number(index.data(CandidateListModel::NumberRole).toInt()), title(index),
                                   likelihood(index), detail(index));
}

QString ClinicWords::visit(const PastVisit &visit, const DepotTime &time)
{
    const auto local = time.local(visit.at);
    QStringList parts{
        tr("%1, %2", "a day, a time").arg(QLocale().toString(local.date(), tr("d MMM")), time.clock(visit.at)),
        Words::of(visit.outcome)};
    if (const auto why = Words::of(visit.failure); !why.isEmpty())
        parts.append(why);
    if (!visit.driverName.isEmpty())
        parts.append(visit.driverName);
    if (!visit.note.isEmpty())
        parts.append(u"“%1”"_s.arg(visit.note));
    return joined(parts);
}

QString ClinicWords::problem(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return tr("The search does not answer. Pin the place by hand, or try again.");
    case Error::Kind::Malformed:
        return tr("The search answered nonsense. Pin the place by hand, and tell who runs the server.");
    case Error::Kind::Forbidden:
        return tr("The server wants you to sign in again before it searches.");
    default:
        return tr("This server cannot search for addresses. Pin the place by hand.");
    }
}

} // namespace Doorstep
