// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/decideone.h"

#include "backend/access/visibility.h"
#include "backend/commands/effectwrites.h"
#include "backend/commands/storedscene.h"
#include "backend/store/audittrail.h"
#include "models/domain/depot.h"
#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"
#include "models/wire/subjectwire.h"
#include "models/wire/userwire.h"
#include "models/wire/verbwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int knownVersion = 1;
constexpr qsizetype mostCurrentBytes = 65'536; // a console has the rest in its replica, or soon will
constexpr qsizetype mostSubjects = 5'000;

using Denial = std::optional<Verdict>;

Verdict refused(const CommandId &command, const Refusal &refusal)
{
    Verdict verdict;
    verdict.command = command;
    verdict.kind = refusal.kind == Refusal::Kind::Conflict ? Verdict::Kind::Conflict : Verdict::Kind::Rejected;
    verdict.code = refusal.code;
    verdict.detail = refusal.detail;
    verdict.field = refusal.field;
    return verdict;
}

/// "edit_stop: missing or malformed 'phone'" names phone.
QString fieldIn(const Error &error)
{
    const auto parts = error.detail.split(u'\'');
    return parts.size() == 3 ? parts.at(1) : QString();
}

Verdict malformed(const CommandId &command, const QString &detail, const QString &field)
{
    auto verdict = refused(command, {.code = "malformed"_L1, .detail = detail, .field = {}});
    verdict.field = field;
    return verdict;
}

QString wordsOf(const QList<User::Role> &roles)
{
    QStringList words;
    for (const auto role : roles)
        words += Wire::roleWord(role);
    return words.join(u" or "_s);
}

/// Why \a author may not decide \a verb in \a feed.
Denial denied(const Wire::CommandEnvelope &envelope, const Verb &verb, const CommandAuthor &author)
{
    if (!mayDecide(author.user, verb)) {
        return refused(
            envelope.id,
            {.code = "forbidden"_L1, .detail = u"this takes the role %1"_s.arg(wordsOf(rolesFor(verb))), .field = {}});
    }
    const bool isOrganisations = !castOf(verb).drivers.isEmpty();
    if (!author.feeds.contains(envelope.feed) || isOrganisations != (envelope.feed == organisationFeed()))
        return malformed(envelope.id, u"this is not decided in that feed"_s, u"feed"_s);
    return {};
}

/// New things must belong to the depot whose feed they go to.
bool isOfAnotherDepot(const Effects &effects, const FeedId &feed)
{
    const auto isElsewhere = [&feed](const auto &thing) { return feedOf(thing.depot) != feed; };
    return std::ranges::any_of(effects.notes, isElsewhere) || std::ranges::any_of(effects.exceptions, isElsewhere)
        || std::ranges::any_of(effects.closures, isElsewhere) || std::ranges::any_of(effects.sites, isElsewhere)
        || std::ranges::any_of(effects.thresholds, [&feed](const auto &one) { return feedOf(one.id) != feed; })
        || std::ranges::any_of(effects.rates, [&feed](const auto &one) { return feedOf(one.id) != feed; });
}

/// The documents that a conflict is about, as \a user may see them.
QList<Document> currentOf(const Verb &verb, const StoredScene &scene, const User &user)
{
    const auto cast = castOf(verb);
    QList<Document> current;
    qsizetype bytes = 0;
    for (const auto &found : scene.all()) {
        if (!found.exists())
            continue;
        // Of a whole plan, the lists, and those stops that went elsewhere.
        if (found.document.kind == Wire::Kinds::stop && !cast.routes.isEmpty()) {
            const auto route = scene.stop(StopId(found.document.id))->route;
            if (!route.isValid() || cast.routes.contains(route))
                continue;
        }
        bytes += found.document.body.size();
        if (bytes > mostCurrentBytes && !current.isEmpty())
            break;
        current.append(asSeenBy(user, found.document));
    }
    return current;
}

QStringList subjectsOf(const Cast &cast)
{
    QStringList subjects;
    for (const auto &id : cast.routes)
        subjects += Wire::toText(Subject::of(id));
    if (cast.routes.isEmpty()) {
        for (const auto &id : cast.stops)
            subjects += Wire::toText(Subject::of(id));
    }
    for (const auto &id : cast.drivers)
        subjects += Wire::toText(Subject::of(id));
    for (const auto &id : cast.exceptions)
        subjects += Wire::toText(Subject::of(id));
    for (const auto &id : cast.closures)
        subjects += Wire::toText(Subject::of(id));
    subjects.removeDuplicates();
    return subjects.first(std::min(subjects.size(), mostSubjects));
}

/// A person whom somebody is to be given: \a verb names no others.
DocumentKey ownerKeyOf(const Verb &verb)
{
    const auto *assignment = std::get_if<AssignException>(&verb);
    const auto owner = assignment != nullptr ? assignment->owner : UserId();
    return {.feed = organisationFeed(), .kind = Wire::Kinds::user, .id = owner.toString()};
}

/// Everything that is not the same for each try.
Decided decidedOn(const Wire::CommandEnvelope &envelope, const Verb &verb, const StoredScene &scene,
                  const CommandAuthor &author, const QDateTime &now)
{
    Decided decided;
    decided.verdict.command = envelope.id;
    decided.commit.actor = author.user.id;
    decided.commit.at = now;
    // Nobody decides in the future, whatever their clock says.
    auto effects = decide(verb, scene, {.user = author.user.id, .at = std::min(envelope.at, now)});
    if (effects && isOfAnotherDepot(*effects, envelope.feed))
        effects = rejected("another_depot"_L1, u"this belongs to another depot's feed"_s);
    if (!effects) {
        decided.verdict = refused(envelope.id, effects.error());
        if (decided.verdict.kind == Verdict::Kind::Conflict)
            decided.verdict.current = currentOf(verb, scene, author.user);
        decided.commit.reads = readsOf(scene, {});
        return decided;
    }
    decided.commit.writes = writesOf(*effects, scene, envelope.feed);
    decided.commit.reads = readsOf(scene, decided.commit.writes);
    auto about = subjectsOf(decided.commit.writes, envelope.feed);
    if (about.isEmpty())
        about = subjectsOf(castOf(verb));
    decided.commit.audit.push_back({.feed = envelope.feed,
                                    .device = {},
                                    .action = wordOf(verb),
                                    .about = about,
                                    .body = Wire::compact(envelope.body)});
    return decided;
}

Decided turnedDown(Verdict verdict, const CommandAuthor &author, const QDateTime &now)
{
    Decided decided;
    decided.verdict = std::move(verdict);
    decided.commit.actor = author.user.id;
    decided.commit.at = now;
    return decided;
}

} // namespace

drogon::Task<Result<Decided>> decideOne(Store &store, Wire::CommandEnvelope envelope, CommandAuthor author,
                                        QDateTime now)
{
    auto verb = Wire::verbFromJson(envelope.verb, envelope.body);
    if (envelope.version > knownVersion || (!verb && verb.error().kind == Error::Kind::Refused)) {
        Verdict unknown = refused(envelope.id,
                                  {.code = "unknown_verb"_L1,
                                   .detail = u"this backend does not know this command: update it"_s,
                                   .field = {}});
        co_return turnedDown(std::move(unknown), author, now);
    }
    if (!verb)
        co_return turnedDown(malformed(envelope.id, verb.error().detail, fieldIn(verb.error())), author, now);
    if (auto denial = denied(envelope, *verb, author))
        co_return turnedDown(std::move(*denial), author, now);

    auto keys = StoredScene::keysOf(castOf(*verb), envelope.feed);
    const auto ownerKey = ownerKeyOf(*verb);
    if (!ownerKey.id.isEmpty())
        keys.push_back(ownerKey);
    auto found = co_await findAll(store, std::move(keys));
    if (!found)
        co_return std::unexpected(found.error());
    if (!ownerKey.id.isEmpty()) {
        const bool isKnown = found->back().exists();
        found->pop_back();
        if (!isKnown) {
            Verdict nobody =
                refused(envelope.id,
                        {.code = "unknown_user"_L1, .detail = u"there is nobody of that id"_s, .field = "owner"_L1});
            co_return turnedDown(std::move(nobody), author, now);
        }
    }
    const auto scene = StoredScene::of(std::move(*found));
    if (!scene)
        co_return std::unexpected(scene.error());
    co_return decidedOn(envelope, *verb, **scene, author, now);
}

} // namespace Doorstep
