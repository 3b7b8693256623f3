// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/occasion.h"

namespace Doorstep {

Exception caseOf(const Scene &scene, const ExceptionId &id, const Occasion &occasion)
{
    if (const auto *exception = scene.exception(id))
        return *exception;
    Exception made;
    made.id = id;
    made.depot = occasion.depot;
    made.kind = occasion.kind;
    made.about = occasion.about;
    return made;
}

Effects caseChanged(const Scene &scene, const Exception &after)
{
    const auto *before = scene.exception(after.id);
    if (before != nullptr && *before == after)
        return {};
    return {.exceptions = {after}};
}

} // namespace Doorstep
