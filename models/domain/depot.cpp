// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/depot.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

FeedId organisationFeed()
{
    return FeedId(u"organisation"_s);
}

FeedId feedOf(const DepotId &depot)
{
    return FeedId(u"depot-"_s + depot.toString());
}

} // namespace Doorstep
