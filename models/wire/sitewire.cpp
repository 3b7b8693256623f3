// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/sitewire.h"

#include "models/wire/reader.h"
#include "models/wire/timewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype longestGateCode = 200;
constexpr qsizetype longestInstructions = 2'000;

SiteFacts readFacts(Reader &reader)
{
    SiteFacts facts;
    facts.where = reader.place("where"_L1);
    facts.entrance = reader.optionalPlace("entrance"_L1);
    facts.gateCode = reader.optionalText("gate_code"_L1, longestGateCode);
    facts.instructions = reader.optionalText("instructions"_L1, longestInstructions);
    return facts;
}

} // namespace

QJsonObject toJson(const SiteFacts &facts)
{
    QJsonObject json{{u"where"_s, placeJson(facts.where)}};
    if (facts.entrance.isValid())
        json.insert("entrance"_L1, placeJson(facts.entrance));
    putText(json, "gate_code"_L1, facts.gateCode);
    putText(json, "instructions"_L1, facts.instructions);
    return json;
}

QJsonObject toJson(const Site &site)
{
    auto json = toJson(site.facts);
    json.insert("id"_L1, site.id.toString());
    json.insert("depot"_L1, site.depot.toString());
    json.insert("address"_L1, site.address);
    json.insert("confirmed_by"_L1, site.confirmedBy.toString());
    json.insert("confirmed_at"_L1, timeText(site.confirmedAt));
    return json;
}

Result<SiteFacts> siteFactsFromJson(const QJsonObject &json)
{
    Reader reader("site"_L1, json);
    auto facts = readFacts(reader);
    return reader.finish(std::move(facts));
}

Result<Site> siteFromJson(const QJsonObject &json)
{
    Reader reader("site"_L1, json);
    Site site;
    site.id = reader.id<SiteId>("id"_L1);
    site.depot = reader.id<DepotId>("depot"_L1);
    site.address = reader.text("address"_L1);
    site.facts = readFacts(reader);
    site.confirmedBy = reader.id<UserId>("confirmed_by"_L1);
    site.confirmedAt = reader.time("confirmed_at"_L1);
    return reader.finish(std::move(site));
}

} // namespace Doorstep::Wire
