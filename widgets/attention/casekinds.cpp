// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/casekinds.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using Step = Advice::Step;

/// What fills %1 of a title in.
enum class Filling : quint8 { Nothing, Detail, Chance };

struct Row
{
    QLatin1StringView word;
    const char *title;
    QLatin1StringView icon;
    const char *reason;
    QList<Step> steps;
    QList<const char *> resolutions;
    Filling filling = Filling::Nothing;
};

#define WORDS(text) QT_TRANSLATE_NOOP("Doorstep::CaseKinds", text)

const QList<Row> &rows()
{
    static const QList<Row> all{
        {.word = "address_unsure"_L1,
         .title = WORDS("Address unsure: wrong with a chance of %1 %"),
         .icon = "pin"_L1,
         .reason = WORDS("The map is not sure of this address. Compare what was entered with the pin before anybody "
                         "drives there."),
         .steps = {Step::Edit, Step::CallCustomer, Step::CallDriver},
         .resolutions = {WORDS("The address is right"), WORDS("Corrected the address"),
                         WORDS("The driver knows the place")},
         .filling = Filling::Chance},
        {.word = "address_far"_L1,
         .title = WORDS("Address far outside the region"),
         .icon = "pin"_L1,
         .reason = WORDS("So far from its depot that it is probably in another town."),
         .steps = {Step::Edit, Step::CallCustomer, Step::Reschedule},
         .resolutions = {WORDS("Corrected the address"), WORDS("The address is right"), WORDS("Goes back to the shop")}},
        {.word = "far_delivery"_L1,
         .title = WORDS("Delivered %1 m from the door"),
         .icon = "blocked"_L1,
         .reason = WORDS("The phone was not at the door when it was marked delivered. Ask where the parcel is before "
                         "the customer does."),
         .steps = {Step::CallDriver, Step::CallCustomer},
         .resolutions = {WORDS("The customer has it"), WORDS("The driver went back"), WORDS("The pin was wrong")},
         .filling = Filling::Detail},
        {.word = "late_start"_L1,
         .title = WORDS("Route not started"),
         .icon = "clock"_L1,
         .reason = WORDS("Every minute that it leaves later is a minute of all of its windows."),
         .steps = {Step::CallDriver},
         .resolutions = {WORDS("The driver is about to leave"), WORDS("Somebody else drives it"),
                         WORDS("Leaves later as agreed")}},
        {.word = "stopped"_L1,
         .title = WORDS("Driver stands still"),
         .icon = "blocked"_L1,
         .reason = WORDS("No delivery takes that long. Call before the next window is missed."),
         .steps = {Step::CallDriver},
         .resolutions = {WORDS("A break"), WORDS("In a traffic jam"), WORDS("The vehicle broke down")}},
        {.word = "off_route"_L1,
         .title = WORDS("Driver is off the route"),
         .icon = "trail"_L1,
         .reason = WORDS("Far from every road of the route: a closed road, or another plan than ours."),
         .steps = {Step::CallDriver},
         .resolutions = {WORDS("A detour around a closed road"), WORDS("The driver knows a better way"),
                         WORDS("Took the wrong way")}},
        {.word = "battery"_L1,
         .title = WORDS("Phone battery is low"),
         .icon = "phone"_L1,
         .reason = WORDS("When the phone is off, nobody sees where the driver is, and no proof is made."),
         .steps = {Step::CallDriver},
         .resolutions = {WORDS("It is charging now"), WORDS("Takes another phone")}},
        {.word = "mocked"_L1,
         .title = WORDS("Position is made up by an app"),
         .icon = "warning"_L1,
         .reason = WORDS("An app on the phone makes its positions up: what the map shows of this driver is not where "
                         "they are."),
         .steps = {Step::CallDriver},
         .resolutions = {WORDS("The app is switched off"), WORDS("A test of ours")}},
    };
    return all;
}

#undef WORDS

const Row *rowOf(const Exception &exception)
{
    const auto row = std::ranges::find(rows(), exception.kind, &Row::word);
    return row == rows().end() ? nullptr : &*row;
}

} // namespace

QString CaseKinds::title(const Exception &exception)
{
    const auto *row = rowOf(exception);
    if (row == nullptr)
        return tr("Needs a look (%1)", "%1 is a word that this program does not know").arg(exception.kind);
    switch (row->filling) {
    case Filling::Detail:
        return tr(row->title).arg(exception.detail);
    case Filling::Chance:
        return tr(row->title).arg(exception.chancePercent);
    case Filling::Nothing:
        break;
    }
    return tr(row->title);
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
    return row == nullptr ? QList{Step::CallDriver} : row->steps;
}

QStringList CaseKinds::resolutions(const Exception &exception)
{
    QStringList texts;
    if (const auto *row = rowOf(exception); row != nullptr) {
        for (const auto *text : row->resolutions)
            texts.append(tr(text));
    }
    return texts.isEmpty() ? QStringList{tr("It is taken care of")} : texts;
}

} // namespace Doorstep
