// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/proof.h"

#include <utility>

namespace Doorstep {

ProofRules proofRulesOf(Stop::Method method)
{
    switch (method) {
    case Stop::Method::InPerson:
        return {.signature = true};
    case Stop::Method::SafePlace:
    case Stop::Method::LeaveAtDoor:
    case Stop::Method::Garage:
        return {.photo = true};
    case Stop::Method::Neighbour:
    case Stop::Method::FrontDesk:
        return {.signature = true, .receiverName = true};
    case Stop::Method::Locker:
        return {.pin = true};
    case Stop::Method::RoomOfChoice:
    case Stop::Method::WhiteGlove:
        return {.photo = true, .signature = true};
    }
    std::unreachable();
}

bool isLeftAlone(Stop::Method method)
{
    return method == Stop::Method::SafePlace || method == Stop::Method::LeaveAtDoor || method == Stop::Method::Garage;
}

} // namespace Doorstep
