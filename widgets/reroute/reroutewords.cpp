// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/reroutewords.h"

#include "models/lists/reroutechangesmodel.h"
#include "models/lists/reroutesequencemodel.h"
#include "models/lists/reroutetellmodel.h"
#include "models/store/fleet.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/words.h"

#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

using Tone = FigureRow::Tone;

constexpr QChar minus(0x2212);
constexpr QChar emDash(0x2014);
constexpr double metersPerKilometer = 1000.0;

struct ProblemSentence
{
    QLatin1StringView code;
    const char *text = nullptr;
};

constexpr std::array problemSentences{
    ProblemSentence{.code = "nothing_open"_L1,
                    .text = QT_TRANSLATE_NOOP("Doorstep::RerouteWords",
                                              "Nothing on these routes can be moved any more. Choose others.")},
    ProblemSentence{.code = "too_many_stops"_L1,
                    .text = QT_TRANSLATE_NOOP("Doorstep::RerouteWords",
                                              "These are too many stops for one rerouting. Choose fewer routes.")},
    ProblemSentence{.code = "unknown_route"_L1,
                    .text = QT_TRANSLATE_NOOP("Doorstep::RerouteWords",
                                              "One of the routes is no longer there. Choose them again.")},
    ProblemSentence{.code = "no_region"_L1,
                    .text = QT_TRANSLATE_NOOP("Doorstep::RerouteWords",
                                              "The server has no road map here, and cannot reckon ways.")},
    ProblemSentence{.code = "busy"_L1,
                    .text = QT_TRANSLATE_NOOP("Doorstep::RerouteWords",
                                              "The server is reckoning for others. Try again in a moment.")},
    ProblemSentence{
        .code = "not_found"_L1,
        .text = QT_TRANSLATE_NOOP("Doorstep::RerouteWords", "The server has forgotten this proposal. Ask again.")},
};

/// Less is better everywhere in the table.
Tone toneOf(double difference)
{
    if (difference == 0.0)
        return Tone::Plain;
    return difference < 0.0 ? Tone::Better : Tone::Worse;
}

QString withSign(int number)
{
    const auto text = QLocale().toString(std::abs(number));
    if (number == 0)
        return u"0"_s;
    return (number < 0 ? QString(minus) : u"+"_s) + text;
}

FigureRow counted(const QString &name, int now, int proposed)
{
    const QLocale locale;
    return {.name = name,
            .now = locale.toString(now),
            .proposed = locale.toString(proposed),
            .difference = withSign(proposed - now),
            .tone = toneOf(proposed - now)};
}

/// Rounded up: some seconds late are late.
int wholeMinutes(std::chrono::seconds length)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(length).count());
}

FigureRow timed(const QString &name, std::chrono::seconds now, std::chrono::seconds proposed)
{
    const auto difference = std::chrono::round<std::chrono::minutes>(proposed - now);
    return {.name = name,
            .now = DurationText::length(now),
            .proposed = DurationText::length(proposed),
            .difference = DurationText::slack(difference),
            .tone = toneOf(static_cast<double>(difference.count()))};
}

/// In whole percent of what it is now.
FigureRow shared(const QString &name, double now, double proposed, const QString &nowText, const QString &proposedText)
{
    const auto percent = now > 0.0 ? static_cast<int>(std::lround((proposed - now) / now * 100.0)) : 0;
    const bool isSame = nowText == proposedText;
    return {.name = name,
            .now = nowText,
            .proposed = proposedText,
            .difference =
                isSame ? u"0"_s : RerouteWords::tr("%1 %", "a percentage, with its sign").arg(withSign(percent)),
            .tone = isSame ? Tone::Plain : toneOf(percent)};
}

QString kilometers(double meters)
{
    return RerouteWords::tr("%1 km").arg(QLocale().toString(meters / metersPerKilometer, 'f', 1));
}

QString kilograms(double grams)
{
    return RerouteWords::tr("%1 kg").arg(QLocale().toString(grams / metersPerKilometer, 'f', 1));
}

} // namespace

QString RerouteWords::of(Rerouting::Goal goal)
{
    switch (goal) {
    case Rerouting::Goal::FewestLate:
        return tr("Fewest late stops, then least driving");
    case Rerouting::Goal::LeastDriving:
        return tr("Least driving, nobody later");
    case Rerouting::Goal::FewestChanges:
        return tr("Few changes of driver");
    }
    return {};
}

QString RerouteWords::of(Proposal::Breach breach)
{
    switch (breach) {
    case Proposal::Breach::Load:
        return tr("More than the vehicle takes");
    case Proposal::Breach::Unreachable:
        return tr("No road leads to a stop");
    case Proposal::Breach::Shift:
        return tr("Ends more than an hour after the shift");
    }
    return {};
}

QString RerouteWords::problem(const Error &error, const QString &code)
{
    const auto sentence = std::ranges::find(problemSentences, code, &ProblemSentence::code);
    return sentence == problemSentences.end() ? Words::of(error.kind) : tr(sentence->text);
}

QString RerouteWords::driver(const RouteId &route, const Fleet &fleet)
{
    const auto *known = fleet.routes().find(route);
    const auto *driver = known == nullptr ? nullptr : fleet.driverOf(*known);
    return driver == nullptr ? tr("Nobody") : driver->name;
}

QString RerouteWords::of(const Expiry &expiry, const Fleet &fleet)
{
    const auto *stop = fleet.stops().find(expiry.stop);
    const auto address = stop == nullptr ? QString() : stop->address.line();
    switch (expiry.why) {
    case Expiry::Why::None:
        break;
    case Expiry::Why::ListChanged:
        return tr("Somebody has changed the route of %1 since.").arg(driver(expiry.route, fleet));
    case Expiry::Why::StopDone:
        return tr("%1 is done, which this would move.", "an address").arg(address);
    case Expiry::Why::DrivenTo:
        return tr("%1 drives to %2 now, which this would move.", "driver, address")
            .arg(driver(expiry.route, fleet), address);
    case Expiry::Why::RouteFinished:
        return tr("%1 has finished, whose route this would change.", "a driver").arg(driver(expiry.route, fleet));
    }
    return {};
}

QString RerouteWords::title(const Proposal &proposal)
{
    const int late = proposal.proposed().lateStops - proposal.now().lateStops;
    return tr("Proposal %1 · %2 late", "number, difference with its sign").arg(proposal.number).arg(withSign(late));
}

QList<FigureRow> RerouteWords::figures(const Proposal &proposal)
{
    const auto now = proposal.now();
    const auto then = proposal.proposed();
    const QLocale locale;
    const auto cost = [&](double amount) { return locale.toString(std::round(amount), 'f', 0); };
    const auto dash = QString(emDash);
    int open = 0;
    for (const auto &line : proposal.lines)
        open += static_cast<int>(line.before.size());
    QList<FigureRow> rows{
        counted(tr("Late stops"), now.lateStops, then.lateStops),
        counted(tr("Minutes late"), wholeMinutes(now.late), wholeMinutes(then.late)),
        timed(tr("Driving"), now.driving, then.driving),
        shared(tr("Distance"), now.meters, then.meters, kilometers(now.meters), kilometers(then.meters)),
        shared(tr("Cost"), now.cost, then.cost, cost(now.cost), cost(then.cost))};
    if (now.overtime > 0s || then.overtime > 0s)
        rows.append(timed(tr("Overtime"), now.overtime, then.overtime));
    if (now.gramsCo2 > 0.0 || then.gramsCo2 > 0.0)
        rows.append(shared(tr("CO₂"), now.gramsCo2, then.gramsCo2, kilograms(now.gramsCo2), kilograms(then.gramsCo2)));
    rows.append({.name = tr("Stops moved"),
                 .now = dash,
                 .proposed = locale.toString(proposal.moved),
                 .difference = tr("of %1").arg(locale.toString(open))});
    rows.append({.name = tr("To tell", "customers"),
                 .now = dash,
                 .proposed = locale.toString(static_cast<int>(proposal.toTell.size())),
                 .difference = tr("±%1 min").arg(Proposal::worthTelling.count())});
    if (proposal.brokenPromises > 0)
        rows.append({.name = tr("Promises broken"),
                     .now = dash,
                     .proposed = locale.toString(proposal.brokenPromises),
                     .difference = withSign(proposal.brokenPromises),
                     .tone = Tone::Worse});
    if (!proposal.unserved.isEmpty()) {
        const auto unserved = static_cast<int>(proposal.unserved.size());
        rows.append({.name = tr("Nobody can take"),
                     .now = dash,
                     .proposed = locale.toString(unserved),
                     .difference = tr("they stay"),
                     .tone = Tone::Worse});
    }
    return rows;
}

QString RerouteWords::times(const QModelIndex &change, const DepotTime &time)
{
    const auto before = change.data(RerouteChangesModel::BeforeRole).toDateTime();
    const auto after = change.data(RerouteChangesModel::AfterRole).toDateTime();
    return u"%1 → %2"_s.arg(time.clock(before), time.clock(after));
}

QString RerouteWords::spokenChange(const QModelIndex &change, const DepotTime &time)
{
    const auto what = [&] {
        const auto address = change.data().toString();
        const auto from = change.data(RerouteChangesModel::FromNameRole).toString();
        const auto to = change.data(RerouteChangesModel::ToNameRole).toString();
        const int places = change.data(RerouteChangesModel::PlacesRole).toInt();
        if (places > 0)
            return tr("%1 of %2 moves up %n place(s)", nullptr, places).arg(address, from);
        if (places < 0)
            return tr("%1 of %2 moves down %n place(s)", nullptr, -places).arg(address, from);
        if (from.isEmpty())
            return tr("%1 to %2", "an address, a driver").arg(address, to);
        if (to.isEmpty())
            return tr("%1 is taken from %2", "an address, a driver").arg(address, from);
        return tr("%1 from %2 to %3", "an address, two drivers").arg(address, from, to);
    }();
    const auto refused =
        change.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked ? QString() : u", "_s + tr("refused");
    return u"%1, %2%3"_s.arg(what, times(change, time), refused);
}

QString RerouteWords::fate(const QModelIndex &row)
{
    const auto other = row.data(RerouteSequenceModel::OtherDriverRole).toString();
    switch (row.data(RerouteSequenceModel::FateRole).value<RerouteSequenceModel::Fate>()) {
    case RerouteSequenceModel::Fate::Same:
        return {};
    case RerouteSequenceModel::Fate::New:
        return other.isEmpty() ? tr("new", "a stop on a driver's list") : tr("new, from %1", "a driver").arg(other);
    case RerouteSequenceModel::Fate::Moved:
        return tr("moved", "a stop on a driver's list");
    case RerouteSequenceModel::Fate::Gone:
        return other.isEmpty() ? tr("gone", "a stop on a driver's list") : tr("gone, to %1", "a driver").arg(other);
    }
    return {};
}

QString RerouteWords::spare(const QVariant &seconds)
{
    return seconds.isValid() ? DurationText::slack(std::chrono::seconds(seconds.toLongLong())) : QString();
}

QString RerouteWords::spokenStop(const QModelIndex &row, const DepotTime &time)
{
    QStringList words;
    if (const int number = row.data(RerouteSequenceModel::NumberRole).toInt(); number > 0)
        words << QLocale().toString(number);
    words << row.data().toString();
    if (const auto arrival = row.data(RerouteSequenceModel::ArrivalRole).toDateTime(); arrival.isValid())
        words << time.clock(arrival);
    if (const auto spare = row.data(RerouteSequenceModel::SpareSecondsRole); spare.isValid())
        words << DurationText::spokenSlack(std::chrono::seconds(spare.toLongLong()));
    if (const auto what = fate(row); !what.isEmpty())
        words << what;
    if (row.data(RerouteSequenceModel::StaysRole).toBool() && row.data(RerouteSequenceModel::NumberRole).toInt() > 0)
        words << tr("stays");
    return words.join(u", "_s);
}

QString RerouteWords::spokenTold(const QModelIndex &row, const DepotTime &time)
{
    return u"%1, %2, %3, %4, %5"_s.arg(row.data(RerouteTellModel::CustomerRole).toString(),
                                       row.data(RerouteTellModel::PhoneRole).toString(), row.data().toString(),
                                       time.clock(row.data(RerouteTellModel::ArrivalRole).toDateTime()),
                                       row.data(RerouteTellModel::IsToldRole).toBool() ? tr("told") : tr("not told"));
}

} // namespace Doorstep
