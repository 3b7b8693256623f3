// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/customerwire.h"

#include "models/wire/timewindowwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype longestText = 500;

constexpr Words<CheckIn::Answer, 3> answers{{
    {CheckIn::Answer::WillBeThere, "will_be_there"_L1},
    {CheckIn::Answer::NotThere, "not_there"_L1},
    {CheckIn::Answer::Other, "other"_L1},
}};

constexpr Words<CheckIn::How, 4> hows{{
    {CheckIn::How::Sms, "sms"_L1},
    {CheckIn::How::Call, "call"_L1},
    {CheckIn::How::App, "app"_L1},
    {CheckIn::How::Desk, "desk"_L1},
}};

constexpr Words<Promise::What, 2> whats{{
    {Promise::What::Window, "window"_L1},
    {Promise::What::Eta, "eta"_L1},
}};

constexpr Words<Promise::Channel, 6> channels{{
    {Promise::Channel::Order, "order"_L1},
    {Promise::Channel::Reschedule, "reschedule"_L1},
    {Promise::Channel::Link, "link"_L1},
    {Promise::Channel::Desk, "desk"_L1},
    {Promise::Channel::Call, "call"_L1},
    {Promise::Channel::Sms, "sms"_L1},
}};

/// Calls \a take(word on the wire, member) for each.
template <typename Take>
void eachText(Take take)
{
    take("safe_place"_L1, &Preferences::safePlace);
    take("neighbour"_L1, &Preferences::neighbour);
    take("front_desk"_L1, &Preferences::frontDesk);
    take("locker"_L1, &Preferences::locker);
    take("garage"_L1, &Preferences::garage);
    take("room"_L1, &Preferences::room);
}

template <typename Take>
void eachFlag(Take take)
{
    take("white_glove"_L1, &Preferences::isWhiteGlove);
    take("leave_at_door"_L1, &Preferences::mayLeaveAtDoor);
    take("gated"_L1, &Preferences::isGated);
}

template <typename Json>
Result<Preferences> preferences(const Json &json)
{
    BasicReader<Json> reader("preferences"_L1, json);
    Preferences liked;
    eachText([&](QLatin1StringView word, auto member) { liked.*member = reader.optionalText(word, longestText); });
    eachFlag([&](QLatin1StringView word, auto member) { liked.*member = reader.flag(word); });
    return reader.finish(std::move(liked));
}

template <typename Json>
Result<CheckIn> checkIn(const Json &json)
{
    BasicReader<Json> reader("check_in"_L1, json);
    CheckIn asked;
    asked.askedAt = reader.optionalTime("asked_at"_L1);
    asked.answeredAt = reader.optionalTime("answered_at"_L1);
    if (reader.has("answer"_L1))
        asked.answer = reader.word("answer"_L1, answers);
    if ((asked.answer != CheckIn::Answer::None) != asked.answeredAt.isValid())
        reader.fail("answered_at"_L1);
    if (reader.has("how"_L1))
        asked.how = reader.word("how"_L1, hows);
    asked.by = reader.template optionalId<UserId>("by"_L1);
    asked.note = reader.optionalText("note"_L1, longestText);
    return reader.finish(std::move(asked));
}

template <typename Json>
Result<Promise> promise(const Json &json)
{
    BasicReader<Json> reader("promise"_L1, json);
    Promise told;
    told.what = reader.word("what"_L1, whats);
    told.window = reader.take(readTimeWindow(reader.object("window"_L1)));
    if (told.window.isOpen())
        reader.fail("window"_L1);
    told.toldAt = reader.time("told_at"_L1);
    told.channel = reader.word("channel"_L1, channels);
    return reader.finish(std::move(told));
}

template <typename Json>
QList<Promise> promises(BasicReader<Json> &reader, QLatin1StringView key)
{
    QList<Promise> all;
    const auto array = reader.array(key, Promise::mostOfAStop);
    for (const auto &element : array)
        all.append(reader.take(promise(Json(element.toObject()))));
    return all;
}

} // namespace

QJsonObject toJson(const Preferences &preferences)
{
    QJsonObject json;
    eachText([&](QLatin1StringView word, auto member) { putText(json, word, preferences.*member); });
    eachFlag([&](QLatin1StringView word, auto member) {
        if (preferences.*member)
            json.insert(word, true);
    });
    return json;
}

QJsonObject toJson(const CheckIn &checkIn)
{
    QJsonObject json;
    if (checkIn.isEmpty())
        return json;
    putTime(json, "asked_at"_L1, checkIn.askedAt);
    putTime(json, "answered_at"_L1, checkIn.answeredAt);
    putText(json, "answer"_L1, wordOf(answers, checkIn.answer));
    json.insert("how"_L1, wordOf(hows, checkIn.how));
    putText(json, "by"_L1, checkIn.by.toString());
    putText(json, "note"_L1, checkIn.note);
    return json;
}

QJsonObject toJson(const Promise &promise)
{
    QJsonObject json{{u"what"_s, wordOf(whats, promise.what)},
                     {u"window"_s, toJson(promise.window)},
                     {u"channel"_s, wordOf(channels, promise.channel)}};
    putTime(json, "told_at"_L1, promise.toldAt);
    return json;
}

QJsonArray promisesJson(const QList<Promise> &promises)
{
    QJsonArray all;
    for (const auto &one : promises)
        all.append(toJson(one));
    return all;
}

Result<Preferences> preferencesFromJson(const QJsonObject &json)
{
    return preferences(json);
}

Result<Preferences> readPreferences(const JsonView &json)
{
    return preferences(json);
}

Result<CheckIn> checkInFromJson(const QJsonObject &json)
{
    return checkIn(json);
}

Result<CheckIn> readCheckIn(const JsonView &json)
{
    return checkIn(json);
}

Result<Promise> promiseFromJson(const QJsonObject &json)
{
    return promise(json);
}

QList<Promise> takePromises(Reader &reader, QLatin1StringView key)
{
    return promises(reader, key);
}

QList<Promise> takePromises(ViewReader &reader, QLatin1StringView key)
{
    return promises(reader, key);
}

} // namespace Doorstep::Wire
