// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/presenceframes.h"

#include "models/wire/reader.h"
#include "models/wire/subjectwire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype mostSubjects = 100; // of one person; a box over the whole map does not tell the others more
constexpr qsizetype mostPeople = 1'000;

QJsonArray subjectsJson(const QList<Subject> &subjects)
{
    QJsonArray array;
    for (const auto &subject : subjects)
        array.append(toText(subject));
    return array;
}

QList<Subject> takeSubjects(Reader &reader, QLatin1StringView key)
{
    QList<Subject> subjects;
    for (const auto &subject : reader.array(key, mostSubjects))
        subjects.append(reader.take(subjectFromText(subject.toString())));
    return subjects;
}

Result<WhoFrame::Person> personFromJson(const QJsonObject &json)
{
    Reader reader("people"_L1, json);
    WhoFrame::Person person;
    person.user = reader.id<UserId>("user"_L1);
    person.name = reader.text("name"_L1, 200);
    person.looking = takeSubjects(reader, "looking"_L1);
    person.editing = takeSubjects(reader, "editing"_L1);
    return reader.finish(std::move(person));
}

} // namespace

QJsonObject toJson(const HereFrame &here)
{
    return {
        {u"t"_s, u"here"_s}, {u"looking"_s, subjectsJson(here.looking)}, {u"editing"_s, subjectsJson(here.editing)}};
}

QJsonObject toJson(const WhoFrame &who)
{
    QJsonArray people;
    for (const auto &person : who.people)
        people.append(QJsonObject{{u"user"_s, person.user.toString()},
                                  {u"name"_s, person.name},
                                  {u"looking"_s, subjectsJson(person.looking)},
                                  {u"editing"_s, subjectsJson(person.editing)}});
    return {{u"t"_s, u"who"_s}, {u"people"_s, people}};
}

Result<HereFrame> hereFromJson(const QJsonObject &json)
{
    Reader reader("here"_L1, json);
    HereFrame here;
    here.looking = takeSubjects(reader, "looking"_L1);
    here.editing = takeSubjects(reader, "editing"_L1);
    return reader.finish(std::move(here));
}

Result<WhoFrame> whoFromJson(const QJsonObject &json)
{
    Reader reader("who"_L1, json);
    WhoFrame who;
    for (const auto &person : reader.array("people"_L1, mostPeople))
        who.people.append(reader.take(personFromJson(person.toObject())));
    return reader.finish(std::move(who));
}

} // namespace Doorstep::Wire
