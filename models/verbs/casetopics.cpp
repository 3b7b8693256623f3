// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/verbs/casetopics.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Decision EscalateException::on(const Scene &scene, const Actor &actor) const
{
    auto after = caseOf(scene, exception, occasion);
    if (after.status == Exception::Status::Closed)
        return rejected("exception_closed"_L1, u"this exception is closed"_s);
    if (after.escalation == escalation)
        return Effects();
    after.escalation = escalation;
    const bool isRaised = escalation == Exception::Escalation::Raised;
    after.escalatedAt = isRaised ? actor.at : QDateTime();
    after.escalatedBy = isRaised ? actor.user : UserId();
    after.escalationReason = isRaised ? reason : QString();
    return caseChanged(scene, after);
}

EscalateException EscalateException::inverse(const Scene &before, const Actor &) const
{
    const auto was = caseOf(before, exception, occasion);
    return {.exception = exception, .occasion = occasion, .escalation = was.escalation, .reason = was.escalationReason};
}

void MergeException::name(Cast &cast) const
{
    cast.exceptions.append(exception);
    if (into.isValid() && into != exception)
        cast.exceptions.append(into);
}

Decision MergeException::on(const Scene &scene, const Actor &) const
{
    auto after = caseOf(scene, exception, occasion);
    if (after.mergedInto == into)
        return Effects();
    if (after.mergedInto != was)
        return conflicting("field_changed"_L1, u"somebody made it a part of another case first"_s, "merged_into"_L1);
    if (!into.isValid()) {
        after.mergedInto = {};
        return caseChanged(scene, after);
    }
    if (into == exception)
        return rejected("merged_with_itself"_L1, u"a case cannot be a part of itself"_s);
    if (after.status == Exception::Status::Closed)
        return rejected("exception_closed"_L1, u"this exception is closed"_s);
    const auto other = caseOf(scene, into, whole);
    if (other.status == Exception::Status::Closed)
        return rejected("exception_closed"_L1, u"the exception that it would be a part of is closed"_s);
    if (other.mergedInto.isValid())
        return rejected("merged_already"_L1, u"the exception that it would be a part of is a part itself"_s);
    if (other.depot != after.depot)
        return rejected("another_depot"_L1, u"this belongs to another depot's feed"_s);
    after.mergedInto = into;
    auto effects = caseChanged(scene, after);
    if (scene.exception(into) == nullptr)
        effects.exceptions.append(other); // from now on everybody knows it
    return effects;
}

MergeException MergeException::inverse(const Scene &before, const Actor &) const
{
    const auto back = caseOf(before, exception, occasion).mergedInto;
    const auto *known = before.exception(back);
    MergeException inverse{.exception = exception, .occasion = occasion, .was = into, .into = back, .whole = {}};
    if (known != nullptr)
        inverse.whole = {.depot = known->depot, .kind = known->kind, .about = known->about};
    return inverse;
}

Decision FollowException::on(const Scene &scene, const Actor &actor) const
{
    auto after = caseOf(scene, exception, occasion);
    if (after.followers.contains(actor.user) == followed)
        return Effects();
    if (followed && after.followers.size() >= most)
        return rejected("too_many_followers"_L1, u"as many people as can be follow this exception"_s);
    if (followed)
        after.followers.append(actor.user);
    else
        after.followers.removeAll(actor.user);
    return caseChanged(scene, after);
}

FollowException FollowException::inverse(const Scene &before, const Actor &actor) const
{
    const auto was = caseOf(before, exception, occasion);
    return {.exception = exception, .occasion = occasion, .followed = was.followers.contains(actor.user)};
}

} // namespace Doorstep
