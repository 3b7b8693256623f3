// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/verbs.h"

#include "tests/support/samples.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {
namespace {

QList<StopId> ids(const QStringList &names)
{
    QList<StopId> list;
    for (const auto &name : names)
        list.append(StopId(name));
    return list;
}

EditStop edit()
{
    const auto before = someStop();
    EditStop verb{.stop = StopId(u"n3"_s), .was = {}, .set = {}};
    verb.set.address = Address{.text = u"Bvar. España 2511"_s, .street = u"Bvar. España"_s, .houseNumber = u"2511"_s};
    verb.set.whereabouts = Whereabouts{.where = QGeoCoordinate(-34.9, -56.16), .score = 1.0};
    verb.set.window = TimeWindow{.from = at(16), .to = at(18)};
    verb.set.method = Stop::Method::Neighbour;
    verb.set.serviceTime = std::chrono::seconds(300);
    verb.set.customer = u"Ana Prieto"_s;
    verb.set.phone = u"+59899111222"_s;
    verb.set.instructions = u"Blue door"_s;
    verb.set.gateCode = QString(u""_s);
    verb.set.preferences = Preferences{.safePlace = u"Behind the bins"_s, .isWhiteGlove = true};
    verb.was = detailsOf(before, verb.set);
    return verb;
}

std::vector<Verb> stopVerbs()
{
    const StopId n3(u"n3"_s);
    const StopState cancelled{.status = Stop::Status::Cancelled, .note = u"Moved away"_s, .window = someStop().window};
    const StopState planned{.status = Stop::Status::Planned, .window = someStop().window};
    return {
        ArrangeRoutes{.routes = {{.route = RouteId(u"north"_s),
                                  .was = ids({u"n1"_s, u"n2"_s, u"n3"_s, u"n4"_s}),
                                  .stops = ids({u"n1"_s, u"n2"_s, u"n4"_s, u"loose"_s})},
                                 {.route = RouteId(u"south"_s),
                                  .was = ids({u"s1"_s, u"s2"_s}),
                                  .stops = ids({u"s2"_s, u"n3"_s, u"s1"_s})}}},
        edit(),
        CancelStop{.stop = n3, .reason = u"Moved away"_s},
        RescheduleStop{.stop = n3, .was = someStop().window, .window = {.from = at(18), .to = at(20)}},
        RecordVisit{.stop = n3,
                    .outcome = Stop::Status::Failed,
                    .failure = Stop::Failure::NobodyHome,
                    .note = u"Called in"_s,
                    .completedAt = at(13, 55)},
        RestoreStop{.stop = n3, .was = planned, .to = cancelled},
        ReattemptStop{.stop = StopId(u"failed"_s)},
        PinStop{.stop = n3, .pinned = true},
        HoldStop{.stop = n3, .held = true},
        SetDuty{.driver = someDriver().id, .was = Driver::Duty::Unknown, .duty = Driver::Duty::OnBreak},
        AskPosition{.driver = someDriver().id, .at = at(14)},
        AddNote{.note = NoteId(u"note-1"_s),
                .depot = DepotId(u"aguada"_s),
                .about = Subject::of(n3),
                .text = u"Dog in the yard"_s},
        RemoveNote{.note = NoteId(u"mine"_s)},
    };
}

std::vector<Verb> caseVerbs()
{
    const Occasion late{.depot = DepotId(u"aguada"_s), .kind = u"late"_s, .about = Subject::of(StopId(u"s1"_s))};
    const ExceptionId exception(u"late-s1"_s);
    return {
        AssignException{.exception = exception, .occasion = late, .was = {}, .owner = UserId(u"user-1"_s)},
        SnoozeException{.exception = exception, .occasion = late, .until = at(15)},
        ResolveException{.exception = exception,
                         .occasion = late,
                         .status = Exception::Status::Closed,
                         .resolution = u"Customer told"_s},
        EscalateException{.exception = exception,
                          .occasion = late,
                          .escalation = Exception::Escalation::Raised,
                          .reason = u"The shop has called twice"_s},
        MergeException{.exception = exception,
                       .occasion = late,
                       .was = {},
                       .into = ExceptionId(u"late-s2"_s),
                       .whole = {.depot = late.depot, .kind = late.kind, .about = Subject::of(StopId(u"s2"_s))}},
        FollowException{.exception = exception, .occasion = late, .followed = true},
    };
}

std::vector<Verb> depotVerbs()
{
    const StopId n3(u"n3"_s);
    return {
        DrawClosure{.was = {}, .closure = someClosure()},
        LiftClosure{.closure = ClosureId(u"flood"_s), .depot = DepotId(u"aguada"_s)},
        RecordCheckIn{.stop = n3,
                      .was = someStop().checkIn,
                      .set = {.askedAt = at(13),
                              .answeredAt = at(13, 40),
                              .answer = CheckIn::Answer::Other,
                              .how = CheckIn::How::Sms,
                              .note = u"After three"_s}},
        TellCustomer{.stop = n3,
                     .promise = {.what = Promise::What::Eta,
                                 .window = {.from = at(14, 10), .to = at(14, 30)},
                                 .toldAt = at(13, 50),
                                 .channel = Promise::Channel::Call}},
        RememberSite{.depot = DepotId(u"aguada"_s),
                     .address = u"Camino Carrasco 4567 bis"_s,
                     .was = {},
                     .set = SiteFacts{.where = QGeoCoordinate(-34.87, -56.08),
                                      .gateCode = u"12#4"_s,
                                      .instructions = u"Second gate"_s}},
        SetThresholds{.depot = DepotId(u"aguada"_s),
                      .was = {},
                      .set = valuesOf({{Threshold::SilentAfter, 240}, {Threshold::LateStops, 5}})},
        SetRates{.depot = DepotId(u"aguada"_s), .was = {}, .set = {.perHour = 420.5, .gramsCo2PerKilometerVan = 0.0}},
    };
}

} // namespace

Actor someActor()
{
    return {.user = UserId(u"user-1"_s), .at = at(14)};
}

std::vector<Verb> everyVerb()
{
    auto verbs = stopVerbs();
    std::ranges::move(caseVerbs(), std::back_inserter(verbs));
    std::ranges::move(depotVerbs(), std::back_inserter(verbs));
    return verbs;
}

ThresholdValues valuesOf(std::initializer_list<std::pair<Threshold, int>> own)
{
    ThresholdValues values;
    for (const auto &[threshold, value] : own)
        values.set(threshold, value);
    return values;
}

} // namespace Doorstep::Test
