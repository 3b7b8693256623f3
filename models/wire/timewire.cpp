// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/timewire.h"

#include <QTimeZone>

#include <array>
#include <chrono>
#include <optional>

using namespace std::chrono_literals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype secondsLength = 19; // 2026-03-12T14:07:00

template <typename View>
char16_t letter(View text, qsizetype i)
{
    return text.at(i).unicode();
}

template <typename View>
std::optional<int> digits(View text, qsizetype from, qsizetype count)
{
    int number = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const auto c = letter(text, i);
        if (c < u'0' || c > u'9')
            return {};
        number = number * 10 + (c - u'0');
    }
    return number;
}

/// ".123456" at the front of \a text, taken off; no fraction is no milliseconds.
template <typename View>
std::optional<std::chrono::milliseconds> takeFraction(View &text)
{
    if (text.isEmpty() || letter(text, 0) != u'.')
        return 0ms;
    qsizetype length = 1;
    int milliseconds = 0;
    for (int weight = 100; length < text.size() && letter(text, length) >= u'0' && letter(text, length) <= u'9';
         ++length) {
        milliseconds += weight * (letter(text, length) - u'0');
        weight /= 10;
    }
    if (length == 1 || length > 10)
        return {};
    text = text.sliced(length);
    return std::chrono::milliseconds(milliseconds);
}

/// "Z" or "+05:30", and nothing after it.
template <typename View>
std::optional<std::chrono::minutes> offset(View text)
{
    const auto first = text.isEmpty() ? u' ' : letter(text, 0);
    if (text.size() == 1 && (first == u'Z' || first == u'z'))
        return 0min;
    if (text.size() != 6 || (first != u'+' && first != u'-') || letter(text, 3) != u':')
        return {};
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return {};
    const auto offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return first == u'-' ? -offset : offset;
}

void putDigits(char16_t *to, int count, int number)
{
    for (int i = count - 1; i >= 0; --i, number /= 10)
        to[i] = static_cast<char16_t>(u'0' + number % 10);
}

template <typename View>
QDateTime timeFrom(View text)
{
    if (text.size() <= secondsLength || letter(text, 4) != u'-' || letter(text, 7) != u'-'
        || (letter(text, 10) != u'T' && letter(text, 10) != u't') || letter(text, 13) != u':'
        || letter(text, 16) != u':')
        return {};
    const std::array parts{digits(text, 0, 4),  digits(text, 5, 2),  digits(text, 8, 2),
                           digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)};
    if (!std::ranges::all_of(parts, [](const auto &part) { return part.has_value(); }))
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*parts[0]),
                                           std::chrono::month(static_cast<unsigned>(*parts[1])),
                                           std::chrono::day(static_cast<unsigned>(*parts[2]))};
    // A leap second is the last one of its minute, as everywhere else in the program.
    if (!date.ok() || *parts[0] < 1970 || *parts[0] > 2999 || *parts[3] > 23 || *parts[4] > 59 || *parts[5] > 60)
        return {};

    auto rest = text.sliced(secondsLength);
    const auto fraction = takeFraction(rest);
    const auto zone = fraction ? offset(rest) : std::nullopt;
    if (!zone)
        return {};
    const auto point = std::chrono::sys_days(date) + std::chrono::hours(*parts[3]) + std::chrono::minutes(*parts[4])
        + std::chrono::seconds(std::min(*parts[5], 59)) + *fraction - *zone;
    return QDateTime::fromMSecsSinceEpoch(std::chrono::milliseconds(point.time_since_epoch()).count(), QTimeZone::UTC);
}

} // namespace

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds(time.toMSecsSinceEpoch())};
    const auto day = floor<days>(point);
    const year_month_day date{day};
    const hh_mm_ss clock{point - day};

    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    auto *letters = reinterpret_cast<char16_t *>(text.data());
    putDigits(letters, 4, static_cast<int>(date.year()));
    putDigits(letters + 5, 2, static_cast<int>(static_cast<unsigned>(date.month())));
    putDigits(letters + 8, 2, static_cast<int>(static_cast<unsigned>(date.day())));
    putDigits(letters + 11, 2, static_cast<int>(clock.hours().count()));
    putDigits(letters + 14, 2, static_cast<int>(clock.minutes().count()));
    putDigits(letters + 17, 2, static_cast<int>(clock.seconds().count()));
    putDigits(letters + 20, 3, static_cast<int>(clock.subseconds().count()));
    return text;
}

QDateTime timeFromText(QStringView text)
{
    return timeFrom(text);
}

QDateTime timeFromText(QLatin1StringView text)
{
    return timeFrom(text);
}

} // namespace Doorstep::Wire
