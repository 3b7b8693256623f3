// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/exception.h"
#include "models/store/concerns.h"
#include "models/verbs/cases.h"

namespace Doorstep {

/// The exception that a concern is, whether or not anybody has acted on it yet.
struct Cause
{
    ExceptionId id;
    Occasion occasion;

    bool operator==(const Cause &) const = default;
};

/// Everybody who notices \a concern makes the same exception of it. Its id names what happened and when: the attempt,
/// the window that will be missed, the last that was heard. One that was closed stays so until that comes again, after
/// a restart and on every console.
[[nodiscard]] Cause causeOf(const Concern &concern, const Fleet &fleet);

/// Its kind as the word of a case, as in docs/cases.md; empty for a reported one that has gone.
[[nodiscard]] QString kindWordOf(const Concern &concern, const Fleet &fleet);

/// What its case says, or what a watcher would say of its kind.
[[nodiscard]] Exception::Severity severityOf(const Concern &concern, const Fleet &fleet);

/// The concern that is shown as the case \a exception; nullptr when it is none of today.
[[nodiscard]] const Concern *concernOf(const ExceptionId &exception, const Concerns &concerns, const Fleet &fleet);

/// What is shown in place of \a concern, as it says it for many: what a person made it a part of, or of a window that
/// will be missed, that its route runs late. Nullptr for none, and once that was closed.
[[nodiscard]] const Concern *wholeOf(const Concern &concern, const Concerns &concerns, const Fleet &fleet);
/// The concerns that \a concern says for all of them.
[[nodiscard]] QList<Concern> partsOf(const Concern &concern, const Concerns &concerns, const Fleet &fleet);

} // namespace Doorstep
