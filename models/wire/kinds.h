// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

/// The words for the kinds of documents, as they are stored and sent.
namespace Doorstep::Wire::Kinds {

using namespace Qt::StringLiterals;

// In the feed of the organisation.
inline constexpr auto depot = "depot"_L1;
inline constexpr auto driver = "driver"_L1;
inline constexpr auto vehicle = "vehicle"_L1;
inline constexpr auto user = "user"_L1;

// In the feed of a depot. A path and a forecast have the id of their route.
inline constexpr auto order = "order"_L1;
inline constexpr auto parcel = "parcel"_L1;
inline constexpr auto stop = "stop"_L1;
inline constexpr auto route = "route"_L1;
inline constexpr auto path = "path"_L1;
inline constexpr auto note = "note"_L1;
inline constexpr auto exception = "exception"_L1;
inline constexpr auto closure = "closure"_L1;
inline constexpr auto site = "site"_L1;
inline constexpr auto thresholds = "thresholds"_L1; // has the id of its depot
inline constexpr auto rates = "rates"_L1; // has the id of its depot
inline constexpr auto forecast = "forecast"_L1;

// In a feed that nobody follows (backend/store/visitsfeed.h).
inline constexpr auto visit = "visit"_L1;

} // namespace Doorstep::Wire::Kinds
