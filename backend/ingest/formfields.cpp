// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/ingest/formfields.h"

#include "backend/ingest/report.h"

#include <QUtf8StringView>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype longestForm = 65'536;
constexpr qsizetype mostFields = 200;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

QByteArray decoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool escape = c == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            out += c == '+' ? ' ' : c;
        }
    }
    return out;
}

} // namespace

Result<FormFields> FormFields::parse(QByteArrayView text)
{
    if (text.size() > longestForm)
        return failure(Error::Kind::Malformed, u"a report is at most 64 KiB"_s);

    FormFields fields;
    qsizetype count = 0;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = text.indexOf('&', from);
        if (to < 0)
            to = text.size();
        const auto pair = text.sliced(from, to - from);
        from = to + 1;
        if (pair.isEmpty())
            continue;
        if (++count > mostFields)
            return failure(Error::Kind::Malformed, u"a report has at most 200 fields"_s);
        if (!fields.add(pair))
            return failure(Error::Kind::Malformed, u"the report is not UTF-8"_s);
    }
    return fields;
}

/// `name=word`; false when that is not UTF-8.
bool FormFields::add(QByteArrayView pair)
{
    const auto equals = pair.indexOf('=');
    const auto key = decoded(equals < 0 ? pair : pair.first(equals));
    const auto value = equals < 0 ? QByteArray() : decoded(pair.sliced(equals + 1));
    if (!QUtf8StringView(key).isValidUtf8() || !QUtf8StringView(value).isValidUtf8())
        return false;
    const auto name = QString::fromUtf8(key);
    const auto word = QString::fromUtf8(value);
    if (const auto before = m_values.constFind(name); before != m_values.cend() && *before != word)
        m_ambiguous += name;
    m_values.insert(name, word);
    return true;
}

Result<std::optional<double>> FormFields::number(QLatin1StringView key) const
{
    const auto word = text(key).trimmed();
    if (word.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const double value = word.toDouble(&isNumber);
    if (!isNumber)
        return badField(key, u"“%1” is not a number"_s.arg(word.left(40)));
    return value;
}

std::optional<bool> FormFields::flag(QLatin1StringView key) const
{
    const auto word = text(key).trimmed();
    if (word.isEmpty())
        return std::nullopt;
    return word == "1"_L1 || word.compare("true"_L1, Qt::CaseInsensitive) == 0
        || word.compare("yes"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace Doorstep
