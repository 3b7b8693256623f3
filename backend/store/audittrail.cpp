// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/audittrail.h"

#include "models/wire/kinds.h"
#include "models/wire/rawjson.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype mostSubjects = 10'000; // what a console takes of one entry

/// A note is about its thing; a case is one, and about its thing too, so that the stop's history tells of it.
QStringList subjectsOf(const DocumentWrite &write)
{
    using namespace Wire::Kinds;
    QStringList subjects;
    for (const auto kind : {stop, route, driver, exception, user}) {
        if (write.kind == kind)
            subjects += write.kind + u'/' + write.id;
    }
    if (write.kind == note || write.kind == exception)
        subjects += Wire::objectFromBytes(write.body).value_or(QJsonObject())["about"_L1].toString();
    return subjects;
}

} // namespace

QStringList subjectsOf(const std::vector<DocumentWrite> &writes, const FeedId &feed)
{
    QStringList subjects;
    QSet<QString> seen;
    for (const auto &write : writes) {
        for (const auto &subject : write.feed == feed ? subjectsOf(write) : QStringList()) {
            if (subject.isEmpty() || seen.contains(subject))
                continue;
            seen.insert(subject);
            subjects += subject;
        }
    }
    return subjects;
}

void leaveTrail(Commit &commit, const QString &action, const QJsonObject &body)
{
    const auto bytes = Wire::compact(body);
    QSet<FeedId> feeds;
    for (const auto &write : commit.writes) {
        if (feeds.contains(write.feed))
            continue;
        feeds.insert(write.feed);
        const auto subjects = subjectsOf(commit.writes, write.feed);
        commit.audit.push_back({.feed = write.feed,
                                .device = {},
                                .action = action,
                                .about = subjects.first(std::min(subjects.size(), mostSubjects)),
                                .body = bytes});
    }
}

UserId commandLineActor()
{
    return UserId(u"doorstepd"_s);
}

} // namespace Doorstep
