// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/trackingnumber.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr std::array weights{8, 6, 4, 2, 3, 5, 9, 7};
constexpr qsizetype numberLength = 13;

bool isLetter(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

int s10CheckDigit(int serial)
{
    int sum = 0;
    for (auto weight = weights.rbegin(); weight != weights.rend(); ++weight, serial /= 10)
        sum += serial % 10 * *weight;
    const int check = 11 - sum % 11;
    if (check == 10)
        return 0;
    return check == 11 ? 5 : check;
}

QString trackingNumber(int serial, QStringView country)
{
    return u"DS%1%2%3"_s.arg(serial, 8, 10, QChar(u'0')).arg(s10CheckDigit(serial)).arg(country);
}

Result<QString> parseTrackingNumber(QStringView typed)
{
    QString number;
    for (const auto c : typed.first(std::min<qsizetype>(typed.size(), 64))) {
        if (c != u'-' && !c.isSpace())
            number += c.toUpper();
    }
    const auto part = [&number](qsizetype from, qsizetype length) { return QStringView(number).sliced(from, length); };
    if (number.size() != numberLength || !std::ranges::all_of(part(0, 2), isLetter)
        || !std::ranges::all_of(part(2, 9), isDigit) || !std::ranges::all_of(part(11, 2), isLetter))
        return failure(Error::Kind::Malformed, u"a tracking number is two letters, nine digits, two letters"_s);
    if (s10CheckDigit(part(2, 8).toInt()) != part(10, 1).toInt())
        return failure(Error::Kind::Malformed, u"the check digit does not fit the tracking number"_s);
    return number;
}

QString groupedTrackingNumber(QStringView number)
{
    if (number.size() != numberLength)
        return number.toString();
    return u"%1 %2 %3 %4 %5"_s.arg(number.sliced(0, 2), number.sliced(2, 4), number.sliced(6, 4), number.sliced(10, 1),
                                   number.sliced(11, 2));
}

} // namespace Doorstep
