// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/user.h"
#include "models/verbs/arrangeroutes.h"
#include "models/verbs/cases.h"
#include "models/verbs/casetopics.h"
#include "models/verbs/closures.h"
#include "models/verbs/customer.h"
#include "models/verbs/editstop.h"
#include "models/verbs/marks.h"
#include "models/verbs/notes.h"
#include "models/verbs/rates.h"
#include "models/verbs/sites.h"
#include "models/verbs/stopstate.h"
#include "models/verbs/thresholds.h"

#include <variant>

namespace Doorstep {

/// What a person can decide. Each verb is a value that says what it changes and what its author had seen of exactly
/// that; it is decided by the same pure function on the backend, where it counts, and on the console, which shows the
/// result before the backend has heard of it.
using Verb = std::variant<ArrangeRoutes, EditStop, RestoreStop, CancelStop, ReattemptStop, RescheduleStop, RecordVisit,
                          PinStop, HoldStop, SetDuty, AskPosition, AddNote, RemoveNote, AssignException,
                          SnoozeException, ResolveException, EscalateException, MergeException, FollowException,
                          DrawClosure, LiftClosure, RecordCheckIn, TellCustomer, RememberSite, SetThresholds, SetRates>;

/// What \a verb does to \a scene; no effects when all is so already.
[[nodiscard]] Decision decide(const Verb &verb, const Scene &scene, const Actor &actor);
/// The verb that takes \a verb back, given the scene before it.
[[nodiscard]] Verb inverseOf(const Verb &verb, const Scene &before, const Actor &actor);
/// Everything that decide() may look at.
[[nodiscard]] Cast castOf(const Verb &verb);
/// Its word on the wire.
[[nodiscard]] QLatin1StringView wordOf(const Verb &verb);
/// The roles that may decide so: any of them.
[[nodiscard]] QList<User::Role> rolesFor(const Verb &verb);
/// Whether somebody with these roles may decide so.
[[nodiscard]] bool mayDecide(const User &user, const Verb &verb);

} // namespace Doorstep
