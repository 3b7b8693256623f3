// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/addresscure.h"
#include "models/verbs/verb.h"

/// What comes of a visit to the address clinic. Nothing is sent here: give the result to a Desk.
namespace Doorstep::Cures {

/// \a stop with \a cure applied: at its place, which is sure from now on.
[[nodiscard]] Stop cured(Stop stop, const AddressCure &cure);

/// \a cure of \a seen, and of \a others when it is meant for them: each an edit_stop of what it changes, the remembered
/// site, and a note on each stop. One decision, with one undo.
[[nodiscard]] QList<Verb> verbs(const Scene &scene, const Stop &seen, const AddressCure &cure,
                                const QList<Stop> &others, const QDateTime &now);

} // namespace Doorstep::Cures
