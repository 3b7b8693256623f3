// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/casekinds.h"

#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using Step = Advice::Step;

/// What fills %1 of a title in.
enum class Filling : quint8 { Nothing, Detail, Chance, Counts, Missing };

struct Row
{
    QLatin1StringView word;
    const char *name; ///< Of many.
    const char *title;
    QLatin1StringView icon;
    const char *reason;
    std::array<std::optional<Step>, 3> steps;
    std::array<const char *, 3> resolutions{};
    Filling filling = Filling::Nothing;
};

constexpr auto rows = std::to_array<Row>({
    {.word = "address_unsure"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Unsure addresses"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Address may be wrong (%1 %)"),
     .icon = "pin"_L1,
     .reason =
         QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                           "The map is not sure of this address. Compare what was entered with the pin before anybody "
                           "drives there."),
     .steps = {Step::Locate, Step::CallCustomer, Step::CallDriver},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The address is right"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Corrected the address"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The driver knows the place")},
     .filling = Filling::Chance},
    {.word = "address_far"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Addresses far away"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Address far outside the region"),
     .icon = "pin"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "So far from its depot that it is probably in another town."),
     .steps = {Step::Locate, Step::CallCustomer, Step::Reschedule},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Corrected the address"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The address is right"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Goes back to the shop")}},
    {.word = "far_delivery"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Deliveries far from the door"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Delivered %1 m from the door"),
     .icon = "blocked"_L1,
     .reason =
         QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                           "The phone was not at the door when it was marked delivered. Ask where the parcel is before "
                           "the customer does."),
     .steps = {Step::CallDriver, Step::CallCustomer},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The customer has it"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The driver went back"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The pin was wrong")},
     .filling = Filling::Detail},
    {.word = "late_start"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Routes not started"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Route not started"),
     .icon = "clock"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "Every minute that it leaves later is a minute of all of its windows."),
     .steps = {Step::CallDriver},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The driver is about to leave"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Somebody else drives it"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Leaves later as agreed")}},
    {.word = "route_late"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Late routes"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Route runs late: %1 windows will be missed"),
     .icon = "clock"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "One cause, many promises. Give stops to a driver who is near, or tell the "
                                 "customers before they ask. What you decide here counts for all of them."),
     .steps = {Step::Rescue, Step::CallDriver},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The customers know"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Gave stops to another driver"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The driver catches up")},
     .filling = Filling::Detail},
    {.word = "closure"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Closures"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Closure touches %1"),
     .icon = "blocked"_L1,
     .reason =
         QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                           "Routes go around it already, and arrivals count the way around. Let others take what it "
                           "delays, hold the stops inside, or tell those who wait there."),
     .steps = {Step::Reroute, Step::HoldTouched, Step::ShowTouched},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The drivers know"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Held the stops"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The customers know")},
     .filling = Filling::Counts},
    {.word = "checkin_unanswered"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Unanswered check-ins"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Customer has not answered"),
     .icon = "message"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "We asked whether they will be there, and the driver comes within half an hour. Call "
                                 "before the way is made for nothing."),
     .steps = {Step::CallCustomer, Step::Edit, Step::Reschedule},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "They will be there"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "It goes to a neighbour or a safe place"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Nobody picks up: the driver tries")}},
    {.word = "customer_away"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Customers who are away"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Customer will not be there"),
     .icon = "user"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "They said so themselves. Agree on another window, or on where it may be left."),
     .steps = {Step::Reschedule, Step::Edit, Step::CallCustomer},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Agreed on another day"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "It goes to a neighbour or a safe place"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "They will be there after all")}},
    {.word = "instructions_missing"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Missing instructions"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "%1 is missing"),
     .icon = "lock"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "The driver will stand there and not know. Ask the customer, and write it down: the "
                                 "next driver needs it, too."),
     .steps = {Step::Edit, Step::CallCustomer},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The driver knows the place"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The customer comes to the street")},
     .filling = Filling::Missing},
    {.word = "risky_dropoff"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Risky drop-offs"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Risky to leave it there (%1 %)"),
     .icon = "warning"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "It is to be left alone where visits went wrong before. Hand it to somebody instead."),
     .steps = {Step::Edit, Step::CallCustomer},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "It goes to a person"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The customer accepts the risk")},
     .filling = Filling::Chance},
    {.word = "stopped"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Drivers standing still"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Driver stands still"),
     .icon = "blocked"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "No delivery takes that long. Call before the next window is missed."),
     .steps = {Step::CallDriver, Step::Rescue},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "A break"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "In a traffic jam"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The vehicle broke down")}},
    {.word = "off_route"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Drivers off their route"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Driver is off the route"),
     .icon = "trail"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "Far from every road of the route: a closed road, or another plan than ours."),
     .steps = {Step::CallDriver},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "A detour around a closed road"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The driver knows a better way"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Took the wrong way")}},
    {.word = "battery"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Low batteries"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Phone battery is low"),
     .icon = "phone"_L1,
     .reason = QT_TRANSLATE_NOOP("Doorstep::CaseKinds",
                                 "When the phone is off, nobody sees where the driver is, and no proof is made."),
     .steps = {Step::CallDriver},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "It is charging now"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Takes another phone")}},
    {.word = "mocked"_L1,
     .name = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Made-up positions"),
     .title = QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Positions cannot be right"),
     .icon = "warning"_L1,
     .reason = QT_TRANSLATE_NOOP(
         "Doorstep::CaseKinds",
         "The phone's positions jump, or an app makes them up: what the map shows of this driver is not "
         "where they are."),
     .steps = {Step::CallDriver},
     .resolutions = {QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "The app is switched off"),
                     QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "A test of ours")}},
});

const Row *rowOf(const QString &word)
{
    const auto *row = std::ranges::find(rows, word, &Row::word);
    return row == rows.end() ? nullptr : row;
}

/// What instructions lack, by the word of the watcher.
QString missing(const QString &word)
{
    static constexpr std::array things{
        std::pair{"gate_code"_L1, QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Gate code")},
        std::pair{"safe_place"_L1, QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Safe place")},
        std::pair{"neighbour"_L1, QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Which neighbour")},
        std::pair{"locker"_L1, QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Which locker")},
        std::pair{"garage"_L1, QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "How the garage opens")},
        std::pair{"room"_L1, QT_TRANSLATE_NOOP("Doorstep::CaseKinds", "Which room")},
    };
    const auto *thing = std::ranges::find_if(things, [&word](const auto &one) { return word == one.first; });
    return thing == things.end() ? word : CaseKinds::tr(thing->second);
}

const Row *rowOf(const Exception &exception)
{
    return rowOf(exception.kind);
}

} // namespace

QString CaseKinds::title(const Exception &exception)
{
    const auto *row = rowOf(exception);
    if (row == nullptr)
        return CaseKinds::tr("Needs a look (%1)", "%1 is a word that this program does not know").arg(exception.kind);
    switch (row->filling) {
    case Filling::Detail:
        return tr(row->title).arg(exception.detail);
    case Filling::Chance:
        return tr(row->title).arg(exception.chancePercent);
    case Filling::Counts: {
        const auto stops = exception.detail.section(u'/', 0, 0).toInt();
        const auto drivers = exception.detail.section(u'/', 1, 1).toInt();
        return tr(row->title)
            .arg(stops == 0 ? CaseKinds::tr("%n driver(s)", nullptr, drivers)
                            : CaseKinds::tr("%1 of %2", "stops, drivers")
                                  .arg(CaseKinds::tr("%n stop(s)", nullptr, stops),
                                       CaseKinds::tr("%n driver(s)", nullptr, drivers)));
    }
    case Filling::Missing:
        return tr(row->title).arg(missing(exception.detail));
    case Filling::Nothing:
        break;
    }
    return tr(row->title);
}

QString CaseKinds::kindName(const QString &word)
{
    const auto *row = rowOf(word);
    return row == nullptr ? word : tr(row->name);
}

QString CaseKinds::iconName(const Exception &exception)
{
    const auto *row = rowOf(exception);
    return row == nullptr ? u"warning"_s : QString(row->icon);
}

QString CaseKinds::reason(const Exception &exception)
{
    const auto *row = rowOf(exception);
    return row == nullptr ? QString() : tr(row->reason);
}

QList<Advice::Step> CaseKinds::steps(const Exception &exception)
{
    const auto *row = rowOf(exception);
    if (row == nullptr)
        return {Step::CallDriver};
    QList<Step> steps;
    for (const auto &step : row->steps) {
        if (step)
            steps.append(*step);
    }
    return steps;
}

QStringList CaseKinds::resolutions(const Exception &exception)
{
    const auto *row = rowOf(exception);
    if (row == nullptr)
        return {CaseKinds::tr("It is taken care of")};
    QStringList texts;
    for (const auto *text : row->resolutions) {
        if (text != nullptr)
            texts.append(CaseKinds::tr(text));
    }
    return texts;
}

} // namespace Doorstep
