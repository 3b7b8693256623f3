// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/recipient.h"

#include "models/domain/site.h"

#include <algorithm>

namespace Doorstep {
namespace {

constexpr qsizetype longestPhone = 60; // with spaces and an extension
constexpr qsizetype fewestDigits = 7;
constexpr qsizetype keptDigits = 8; // what countries and cities put before it is not always written
constexpr qsizetype longestName = 200;
constexpr qsizetype fewestLetters = 6;
constexpr qsizetype fewestShared = 3; // of a word that two names have in common: not "de"

bool haveAWordInCommon(const QString &key, const QString &other)
{
    const auto words = other.split(u' ');
    return std::ranges::any_of(
        key.split(u' '), [&words](const QString &word) { return word.size() >= fewestShared && words.contains(word); });
}

} // namespace

QString phoneKey(QStringView phone)
{
    if (phone.size() > longestPhone)
        return {};
    QString digits;
    for (const auto letter : phone) {
        const bool isEnd = letter.isLetter() || letter == u'/' || letter == u';' || letter == u',';
        if (isEnd && digits.size() >= fewestDigits)
            break; // an extension, or a second number
        if (const int digit = letter.digitValue(); digit >= 0)
            digits += QChar(u'0' + static_cast<char16_t>(digit));
    }
    const bool isOneDigit = digits.count(digits.left(1)) == digits.size();
    return digits.size() < fewestDigits || isOneDigit ? QString() : digits.last(std::min(digits.size(), keptDigits));
}

QString nameKey(const QString &name)
{
    const auto key = addressKey({.text = name.left(longestName)});
    const auto spaces = key.count(u' ');
    return spaces == 0 || key.size() - spaces < fewestLetters ? QString() : key;
}

SameRecipient sameRecipient(const QString &name, QStringView phone, const QString &otherName, QStringView otherPhone)
{
    const auto one = phoneKey(phone);
    const auto other = phoneKey(otherPhone);
    const auto key = nameKey(name);
    const auto otherKey = nameKey(otherName);
    if (one.isEmpty() || other.isEmpty())
        return !key.isEmpty() && key == otherKey ? SameRecipient::Name : SameRecipient::No;
    const bool areStrangers = !key.isEmpty() && !otherKey.isEmpty() && !haveAWordInCommon(key, otherKey);
    return one == other && !areStrangers ? SameRecipient::Phone : SameRecipient::No;
}

} // namespace Doorstep
