// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/auditwire.h"

#include "models/wire/reader.h"
#include "models/wire/subjectwire.h"
#include "models/wire/timewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostSubjects = 10'000;
constexpr qsizetype mostEntries = 1'000;

} // namespace

QJsonObject toJson(const AuditEntry &entry)
{
    QJsonArray about;
    for (const auto &subject : entry.about)
        about.append(toText(subject));
    return {{u"n"_s, entry.number},
            {u"at"_s, timeText(entry.at)},
            {u"actor"_s, entry.actor.toString()},
            {u"action"_s, entry.action},
            {u"about"_s, about},
            {u"body"_s, entry.body},
            {u"hash"_s, QString::fromLatin1(entry.hash.toHex())}};
}

Result<AuditEntry> auditEntryFromJson(const QJsonObject &json)
{
    Reader reader("audit"_L1, json);
    AuditEntry entry;
    entry.number = reader.integer("n"_L1, 1, std::numeric_limits<qint64>::max() - 1);
    entry.at = reader.time("at"_L1);
    entry.actor = reader.id<UserId>("actor"_L1);
    entry.action = reader.text("action"_L1, 64);
    for (const auto &subject : reader.array("about"_L1, mostSubjects))
        entry.about.append(reader.take(subjectFromText(subject.toString())));
    entry.body = reader.object("body"_L1);
    entry.hash = QByteArray::fromHex(reader.text("hash"_L1, 64).toLatin1());
    return reader.finish(std::move(entry));
}

Result<AuditPage> auditPageFromJson(const QJsonObject &json)
{
    Reader reader("audit"_L1, json);
    AuditPage page;
    for (const auto &entry : reader.array("entries"_L1, mostEntries))
        page.entries.append(reader.take(auditEntryFromJson(entry.toObject())));
    page.more = reader.flag("more"_L1);
    return reader.finish(std::move(page));
}

} // namespace Doorstep::Wire
