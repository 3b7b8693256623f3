// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/subjectwire.h"

#include "models/wire/words.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr Words<Subject::Kind, 6> kinds{{
    {Subject::Kind::Stop, "stop"_L1},
    {Subject::Kind::Route, "route"_L1},
    {Subject::Kind::Driver, "driver"_L1},
    {Subject::Kind::Exception, "exception"_L1},
    {Subject::Kind::User, "user"_L1},
    {Subject::Kind::Closure, "closure"_L1},
}};

} // namespace

QString toText(const Subject &subject)
{
    return wordOf(kinds, subject.kind) + u'/' + subject.id;
}

Result<Subject> subjectFromText(QStringView text)
{
    const auto slash = text.indexOf(u'/');
    const auto kind = valueOf(kinds, text.first(std::max<qsizetype>(slash, 0)));
    const Id<struct AnyTag> id(text.sliced(slash + 1).toString());
    if (!kind || !id.isValid())
        return failure(Error::Kind::Malformed, u"a subject is like stop/ID"_s);
    return Subject{.kind = *kind, .id = id.toString()};
}

} // namespace Doorstep::Wire
