// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/customerwords.h"

#include "widgets/parts/depottime.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

QStringList CustomerWords::of(const Preferences &preferences)
{
    QStringList lines;
    const auto add = [&lines](const QString &text, const QString &value) {
        if (!value.isEmpty())
            lines.append(text.arg(value));
    };
    add(tr("safe place: %1"), preferences.safePlace);
    add(tr("neighbour: %1"), preferences.neighbour);
    add(tr("front desk: %1"), preferences.frontDesk);
    add(tr("locker: %1"), preferences.locker);
    add(tr("garage: %1"), preferences.garage);
    add(tr("room: %1"), preferences.room);
    if (preferences.isWhiteGlove)
        lines.append(tr("white glove"));
    if (preferences.mayLeaveAtDoor)
        lines.append(tr("may be left at the door"));
    if (preferences.isGated)
        lines.append(tr("behind a gate"));
    return lines;
}

QString CustomerWords::of(const CheckIn &checkIn)
{
    if (checkIn.isEmpty())
        return {};
    switch (checkIn.answer) {
    case CheckIn::Answer::None:
        return tr("asked, no answer yet");
    case CheckIn::Answer::WillBeThere:
        return tr("will be there");
    case CheckIn::Answer::NotThere:
        return tr("will not be there");
    case CheckIn::Answer::Other:
        return checkIn.note.isEmpty() ? tr("answered something else") : checkIn.note;
    }
    std::unreachable();
}

QString CustomerWords::of(CheckIn::How how)
{
    switch (how) {
    case CheckIn::How::Sms:
        return tr("by SMS");
    case CheckIn::How::Call:
        return tr("by phone");
    case CheckIn::How::App:
        return tr("in the app");
    case CheckIn::How::Desk:
        return tr("at the desk");
    }
    std::unreachable();
}

QString CustomerWords::of(Promise::Channel channel)
{
    switch (channel) {
    case Promise::Channel::Order:
        return tr("with the order");
    case Promise::Channel::Reschedule:
        return tr("when it was put off");
    case Promise::Channel::Link:
        return tr("on the tracking page");
    case Promise::Channel::Desk:
        return tr("at the desk");
    case Promise::Channel::Call:
        return tr("by phone");
    case Promise::Channel::Sms:
        return tr("by SMS");
    }
    std::unreachable();
}

QString CustomerWords::of(Closure::Cause cause)
{
    switch (cause) {
    case Closure::Cause::Closure:
        return tr("Closed road");
    case Closure::Cause::Weather:
        return tr("Weather");
    case Closure::Cause::Event:
        return tr("Event");
    }
    std::unreachable();
}

QString CustomerWords::of(const ProofRules &rules)
{
    QStringList words;
    if (rules.photo)
        words.append(tr("photo"));
    if (rules.signature)
        words.append(tr("signature"));
    if (rules.receiverName)
        words.append(tr("who took it"));
    if (rules.pin)
        words.append(tr("PIN"));
    return words.join(u", "_s);
}

QString CustomerWords::kept(std::chrono::minutes missedBy)
{
    const auto minutes = static_cast<int>(missedBy.count());
    if (minutes == 0)
        return tr("kept");
    return minutes > 0 ? tr("missed by %n minute(s)", nullptr, minutes)
                       : tr("%n minute(s) too early", nullptr, -minutes);
}

QString CustomerWords::hours(const Closure &closure, const DepotTime &time)
{
    if (closure.from.isValid() && closure.to.isValid())
        return tr("%1 to %2", "two times").arg(time.weekdayClock(closure.from), time.weekdayClock(closure.to));
    if (closure.from.isValid())
        return tr("from %1 until it is lifted").arg(time.weekdayClock(closure.from));
    if (closure.to.isValid())
        return tr("until %1").arg(time.weekdayClock(closure.to));
    return tr("until it is lifted");
}

} // namespace Doorstep
