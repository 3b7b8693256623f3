// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/visitsfeed.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr auto visitsPrefix = "visits-"_L1;

} // namespace

FeedId visitsFeedOf(const DepotId &depot)
{
    return FeedId(visitsPrefix + depot.toString());
}

bool isVisitsFeed(const FeedId &feed)
{
    return feed.toString().startsWith(visitsPrefix);
}

} // namespace Doorstep
