// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/commands/importedvisits.h"

#include "models/wire/addresswire.h"
#include "models/wire/rawjson.h"
#include "models/wire/reader.h"
#include "models/wire/stopwire.h"
#include "models/wire/timewire.h"

#include <QCryptographicHash>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr std::size_t mostVisits = 5'000;
constexpr qsizetype longestName = 200; // and phone, and reference
constexpr qsizetype longestNote = 2'000;
constexpr qsizetype longestAddressPart = 1'000;
constexpr qsizetype visitIdLetters = 32; // 128 bits: two visits do not meet by chance
constexpr int oldestYear = 2000; // before it, a broken clock is likelier than a visit

QString visitIdOf(const DepotId &depot, const QString &reference, const QDateTime &at)
{
    const auto name = depot.toString() + u'\n' + reference + u'\n' + Wire::timeText(at);
    const auto hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"visit-"_s + QString::fromLatin1(hash.first(visitIdLetters));
}

void putOutcome(Wire::Reader &reader, QJsonObject &body)
{
    const auto outcome = Wire::statusFromWord(reader.text("outcome"_L1));
    if (outcome != Stop::Status::Delivered && outcome != Stop::Status::Failed)
        reader.fail("outcome"_L1);
    body.insert("status"_L1, Wire::statusWord(outcome.value_or(Stop::Status::Failed)));
    if (!reader.has("failure"_L1))
        return;
    const auto failure = Wire::failureFromWord(reader.text("failure"_L1));
    if (!failure || outcome != Stop::Status::Failed)
        reader.fail("failure"_L1);
    body.insert("failure"_L1, Wire::failureWord(failure.value_or(Stop::Failure::Other)));
}

void putAddress(Wire::Reader &reader, QJsonObject &body)
{
    const auto address = Wire::toJson(reader.take(Wire::addressFromJson(reader.object("address"_L1))));
    for (const auto &part : address) {
        if (part.toString().size() > longestAddressPart)
            reader.fail("address"_L1);
    }
    body.insert("address"_L1, address);
}

void putPlace(Wire::Reader &reader, QLatin1StringView key, QLatin1StringView name, QJsonObject &body)
{
    if (const auto place = reader.optionalPlace(key); place.isValid())
        body.insert(name, Wire::placeJson(place));
}

Result<ImportedVisit> importedVisitFrom(const QJsonObject &json, const QDateTime &now)
{
    Wire::Reader reader("visit"_L1, json);
    ImportedVisit visit;
    visit.depot = reader.id<DepotId>("depot"_L1);
    const auto reference = reader.text("reference"_L1, longestName);
    if (reference.isEmpty())
        reader.fail("reference"_L1);
    const auto at = reader.time("at"_L1);
    if (at > now || at.date().year() < oldestYear)
        reader.fail("at"_L1);
    visit.id = visitIdOf(visit.depot, reference, at);
    if (reader.flag("deleted"_L1))
        return reader.finish(std::move(visit));

    auto &body = visit.body;
    body = {{u"id"_s, visit.id}, {u"depot"_s, visit.depot.toString()}, {u"reference"_s, reference}};
    Wire::putTime(body, "completed_at"_L1, at);
    putOutcome(reader, body);
    putAddress(reader, body);
    Wire::putText(body, "customer"_L1, reader.optionalText("customer"_L1, longestName));
    Wire::putText(body, "phone"_L1, reader.optionalText("phone"_L1, longestName));
    Wire::putText(body, "note"_L1, reader.optionalText("note"_L1, longestNote));
    Wire::putText(body, "driver_name"_L1, reader.optionalText("driver_name"_L1, longestName));
    putPlace(reader, "door"_L1, "where"_L1, body);
    putPlace(reader, "where"_L1, "completed_where"_L1, body);
    return reader.finish(std::move(visit));
}

Result<ImportedVisit> importedVisitFromLine(std::string_view line, const QDateTime &now)
{
    const auto json = Wire::objectFromBytes(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
    if (!json)
        return failure(Error::Kind::Malformed, u"it is no JSON object"_s);
    return importedVisitFrom(*json, now);
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace

Result<std::vector<ImportedVisit>> importedVisitsFrom(std::string_view lines, const QDateTime &now)
{
    std::vector<ImportedVisit> visits;
    QHash<QString, std::size_t> places;
    for (int number = 1; !lines.empty(); ++number) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (isBlank(line))
            continue;
        auto visit = importedVisitFromLine(line, now);
        if (!visit)
            return failure(Error::Kind::Malformed, u"line %1: %2"_s.arg(number).arg(visit.error().detail));
        const auto place = places.value(visit->id, visits.size());
        if (place == mostVisits)
            return failure(Error::Kind::Malformed, u"at most %1 visits at once: send the rest after"_s.arg(mostVisits));
        places.insert(visit->id, place);
        visits.resize(std::max(visits.size(), place + 1));
        visits[place] = std::move(*visit);
    }
    if (visits.empty())
        return failure(Error::Kind::Malformed, u"there is no visit: send one JSON object a line"_s);
    return visits;
}

} // namespace Doorstep
