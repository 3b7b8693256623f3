// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/refusalwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

struct Sentence
{
    QLatin1StringView code;
    const char *text = nullptr;
};

constexpr std::array sentences{
    Sentence{.code = "already_done"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The visit has already ended.")},
    Sentence{.code = "another_depot"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The stop belongs to another depot than the route.")},
    Sentence{.code = "device_of_another"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "This console was somebody else's. Sign in again.")},
    Sentence{.code = "driver_has_acted"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords",
                                       "The driver has acted on it since, and their word counts.")},
    Sentence{.code = "driver_is_there"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The driver is at the stop. Call them instead.")},
    Sentence{
        .code = "entrance_far"_L1,
        .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords",
                                  "The entrance is more than 1 km from the place. Set it nearer, or remove it first.")},
    Sentence{.code = "exception_closed"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The case is closed. Open it again.")},
    Sentence{.code = "forbidden"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "Your role does not allow this.")},
    Sentence{.code = "closure_exists"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The closure is there already.")},
    Sentence{.code = "closure_lifted"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "Somebody lifted the closure first.")},
    Sentence{.code = "malformed"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords",
                                       "The server did not understand it. This is a mistake of ours.")},
    Sentence{.code = "merged_already"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords",
                                       "The other case is a part of a third one. Choose that one.")},
    Sentence{.code = "merged_with_itself"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "A case cannot be a part of itself.")},
    Sentence{.code = "no_route"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The stop is on no route.")},
    Sentence{.code = "not_ready"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords",
                                       "Doorstep cannot keep decisions yet. Try again in a moment.")},
    Sentence{.code = "not_signed_in"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "Nobody is signed in.")},
    Sentence{.code = "not_yours"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "Somebody else wrote it.")},
    Sentence{.code = "note_exists"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The note is there already.")},
    Sentence{.code = "route_changed"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "Somebody changed the route first.")},
    Sentence{.code = "route_finished"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The route is finished.")},
    Sentence{.code = "route_twice"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The route was named twice.")},
    Sentence{.code = "stop_is_done"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The stop is done and stays where it was.")},
    Sentence{.code = "stop_is_pinned"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The stop is pinned to its route. Unpin it first.")},
    Sentence{.code = "stop_moved"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "Somebody gave the stop to another route first.")},
    Sentence{.code = "stop_twice"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The stop was given to two places.")},
    Sentence{.code = "too_many_followers"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "As many people as can be follow it already.")},
    Sentence{.code = "too_large"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "It is too much to be sent at once.")},
    Sentence{.code = "unknown_driver"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The driver is no longer there.")},
    Sentence{.code = "unknown_route"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The route is no longer there.")},
    Sentence{.code = "unknown_stop"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "The stop is no longer there.")},
    Sentence{.code = "unknown_verb"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords",
                                       "The server is older than this console and cannot do it yet.")},
};

constexpr std::array fields{
    Sentence{.code = "address"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the address")},
    Sentence{.code = "area"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the area")},
    Sentence{.code = "check_in"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "what the customer answered")},
    Sentence{.code = "customer"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the customer")},
    Sentence{.code = "duty"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "whether the driver is on duty")},
    Sentence{.code = "entrance"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the entrance")},
    Sentence{.code = "gate_code"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the gate code")},
    Sentence{.code = "instructions"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the instructions")},
    Sentence{.code = "merged_into"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "what it is a part of")},
    Sentence{.code = "method"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "how it is handed over")},
    Sentence{.code = "owner"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "who takes care of it")},
    Sentence{.code = "name"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the name")},
    Sentence{.code = "phone"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the phone number")},
    Sentence{.code = "preferences"_L1,
             .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "what the customer prefers")},
    Sentence{.code = "resolution"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "how it was resolved")},
    Sentence{.code = "route"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the route")},
    Sentence{.code = "service_s"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "how long the visit takes")},
    Sentence{.code = "status"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the status")},
    Sentence{.code = "stops"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the order of the stops")},
    Sentence{.code = "where"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the place on the map")},
    Sentence{.code = "window"_L1, .text = QT_TRANSLATE_NOOP("Doorstep::RefusalWords", "the time window")},
};

template <typename Table>
const char *find(const Table &table, QStringView code)
{
    const auto found = std::ranges::find_if(table, [code](const Sentence &one) { return code == one.code; });
    return found == table.end() ? nullptr : found->text;
}

} // namespace

QString RefusalWords::of(QStringView code, QStringView fieldName)
{
    if (code == "field_changed"_L1) {
        const auto what = field(fieldName);
        return what.isEmpty() ? tr("Somebody changed it first.")
                              : tr("Somebody changed %1 first.", "%1 is “the address” or the like").arg(what);
    }
    const auto *text = find(sentences, code);
    return text != nullptr ? tr(text) : tr("It could not be done (%1).", "%1 is a word for programs").arg(code);
}

QString RefusalWords::of(User::Role role)
{
    switch (role) {
    case User::Role::Driver:
        return tr("a driver");
    case User::Role::Dispatcher:
        return tr("a dispatcher");
    case User::Role::Supervisor:
        return tr("a supervisor");
    case User::Role::Support:
        return tr("somebody of support");
    case User::Role::Admin:
        return tr("an admin");
    }
    return {};
}

QString RefusalWords::onlyFor(const QList<User::Role> &roles)
{
    QStringList names;
    for (const auto role : roles)
        names.append(of(role));
    if (names.isEmpty())
        return of(u"forbidden");
    const auto last = names.takeLast();
    return names.isEmpty() ? tr("Only %1 may do this.").arg(last)
                           : tr("Only %1 or %2 may do this.").arg(names.join(u", "_s), last);
}

QString RefusalWords::field(QStringView name)
{
    const auto *text = find(fields, name);
    return text == nullptr ? QString() : tr(text);
}

bool RefusalWords::isTheDrivers(QStringView code)
{
    return code == "driver_has_acted"_L1 || code == "driver_is_there"_L1 || code == "already_done"_L1;
}

} // namespace Doorstep
