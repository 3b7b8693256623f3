// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/cures.h"

#include "models/desk/decisions.h"

namespace Doorstep::Cures {
namespace {

constexpr qsizetype longestAddress = 300; // all that names a site

/// What its shop entered, and which flat, stays.
Address understood(Address address, const Address &as)
{
    address.street = as.street;
    address.houseNumber = as.houseNumber;
    address.suburb = as.suburb;
    address.city = as.city;
    address.postcode = as.postcode;
    return address;
}

QList<Verb> remembered(const Scene &scene, const Stop &stop)
{
    const auto written = (stop.address.text.isEmpty() ? stop.address.line() : stop.address.text).left(longestAddress);
    if (!siteIdOf(stop.depot, {.text = written}).isValid())
        return {};
    return Decisions::remember(scene, stop.depot, written,
                               SiteFacts{.where = stop.where,
                                         .entrance = stop.entrance,
                                         .gateCode = stop.gateCode,
                                         .instructions = stop.instructions});
}

} // namespace

Stop cured(Stop stop, const AddressCure &cure)
{
    stop.where = cure.where;
    stop.whereScore = 1.0; // a person says so
    if (cure.entrance)
        stop.entrance = *cure.entrance;
    else if (!isEntranceOf(stop.where, stop.entrance))
        stop.entrance = {}; // it was that of another place
    if (cure.understood)
        stop.address = understood(stop.address, *cure.understood);
    if (cure.gateCode)
        stop.gateCode = *cure.gateCode;
    if (cure.instructions)
        stop.instructions = *cure.instructions;
    return stop;
}

QList<Verb> verbs(const Scene &scene, const Stop &seen, const AddressCure &cure, const QList<Stop> &others,
                  const QDateTime &now)
{
    QList<Stop> all{seen};
    if (cure.alsoOthers)
        all += others;
    QList<Verb> verbs;
    for (const auto &stop : std::as_const(all))
        verbs += Decisions::editStop(stop, cured(stop, cure));
    if (cure.remembers)
        verbs += remembered(scene, cured(seen, cure));
    if (!cure.note.isEmpty()) {
        for (const auto &stop : std::as_const(all))
            verbs += Decisions::addNote(stop.depot, Subject::of(stop.id), cure.note, now);
    }
    return verbs;
}

} // namespace Doorstep::Cures
