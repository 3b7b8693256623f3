// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/durationtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace Doorstep {

namespace {

constexpr QChar minus(0x2212);
constexpr QChar emDash(0x2014);

} // namespace

QString DurationText::length(seconds length)
{
    length = std::max(length, 0s);
    if (length < 1min)
        return tr("%1 s", "seconds, short").arg(qint64{length.count()});
    if (length < 1h)
        return tr("%1 min", "minutes, short").arg(qint64{duration_cast<minutes>(length).count()});
    if (length < 48h) {
        const auto whole = duration_cast<hours>(length);
        return tr("%1 h %2", "hours and two digits of minutes")
            .arg(qint64{whole.count()})
            .arg(qint64{duration_cast<minutes>(length - whole).count()}, 2, 10, QChar(u'0'));
    }
    return tr("%1 d", "days, short").arg(qint64{duration_cast<days>(length).count()});
}

QString DurationText::slack(std::optional<seconds> slack)
{
    if (!slack)
        return emDash;
    // Rounded down on both sides of zero: "0 min" must never hide a late stop.
    const auto whole = floor<minutes>(*slack);
    if (whole == 0min)
        return tr("%1 min", "minutes, short").arg(0);
    return (whole < 0min ? QString(minus) : u"+"_s) + length(abs(whole));
}

QString DurationText::age(seconds age)
{
    return age < 10s ? tr("just now") : tr("%1 ago", "%1 is a length of time").arg(length(age));
}

QString DurationText::silence(seconds age)
{
    return tr("no signal %1", "%1 is a length of time").arg(length(age));
}

QString DurationText::spokenSlack(std::optional<seconds> slack)
{
    if (!slack)
        return tr("slack unknown");
    const auto whole = static_cast<int>(floor<minutes>(*slack).count());
    if (whole < 0)
        return tr("%n minute(s) late", nullptr, -whole);
    return whole == 0 ? tr("on time") : tr("%n minute(s) ahead", nullptr, whole);
}

} // namespace Doorstep
