// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/reschedulesheet.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

namespace {

constexpr auto usualLength = 2h;
constexpr auto soonest = 1h; ///< "Later today" begins this long from now, at the next half hour.
constexpr qint64 halfHour = qint64{30} * 60;

std::chrono::seconds lengthOf(const TimeWindow &window)
{
    if (!window.from.isValid() || !window.to.isValid())
        return usualLength;
    return std::chrono::seconds(std::max(window.from.secsTo(window.to), halfHour));
}

} // namespace

RescheduleSheet::RescheduleSheet(QWidget *host)
    : FormSheet(host, tr("Agree on another window"), tr("Reschedule"))
    , m_offers(new SlotList)
    , m_day(new QDateEdit)
    , m_from(new QTimeEdit)
    , m_to(new QTimeEdit)
{
    addField(tr("Can keep"), m_offers);
    auto *presets = new QHBoxLayout;
    presets->setSpacing(8);
    auto *later = new QPushButton(tr("&Later today"));
    auto *next = new QPushButton(tr("&Tomorrow, same time"));
    presets->addWidget(later);
    presets->addWidget(next);
    presets->addStretch(1);
    addField({}, presets);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"ddd d MMM yyyy"_s);
    for (auto *edit : {m_from, m_to}) {
        edit->setLayoutDirection(Qt::LeftToRight); // a time reads so everywhere; Qt would turn it round
        edit->setDisplayFormat(u"HH:mm"_s);
    }
    addField(tr("Day"), m_day);
    addField(tr("From"), m_from);
    addField(tr("Until"), m_to);
    m_zone = addHint();
    connect(m_offers, &SlotList::slotChosen, this, [this](const Slot &slot) { show(slot.window); });
    connect(later, &QPushButton::clicked, this, &RescheduleSheet::laterToday);
    connect(next, &QPushButton::clicked, this, &RescheduleSheet::tomorrow);
    connect(m_day, &QDateEdit::dateChanged, this, &RescheduleSheet::check);
    connect(m_from, &QTimeEdit::timeChanged, this, &RescheduleSheet::check);
    connect(m_to, &QTimeEdit::timeChanged, this, &RescheduleSheet::check);
}

void RescheduleSheet::ask(const Stop &stop, const DepotTime &time, const QDateTime &now)
{
    m_stop = stop.id;
    m_was = stop.window;
    m_time = time;
    m_now = now;
    const auto until = time.window(stop.window);
    const auto window =
        until.isEmpty() ? tr("any time") : time.weekdayClock(stop.window.from).section(u' ', 0, 0) + u' ' + until;
    setSubject(tr("%1 · now %2", "address, window").arg(stop.address.line(), window));
    m_day->setMinimumDate(time.local(now).date());
    m_day->setMaximumDate(time.local(now).date().addYears(1));
    m_offers->showAsking();
    laterToday();
    open(m_from);
}

void RescheduleSheet::laterToday()
{
    const auto earliest = m_now.addDuration(soonest).toSecsSinceEpoch();
    const auto from = QDateTime::fromSecsSinceEpoch((earliest + halfHour - 1) / halfHour * halfHour, QTimeZone::UTC);
    show({.from = from, .to = from.addDuration(lengthOf(m_was))});
}

void RescheduleSheet::tomorrow()
{
    // The same time on the clock, also over the night when the clock changes.
    const auto was = m_was.from.isValid() ? m_was.from : m_now;
    const auto from = m_time.at(m_time.local(m_now).date().addDays(1), m_time.local(was).time());
    if (from.isValid())
        show({.from = from, .to = from.addDuration(lengthOf(m_was))});
}

void RescheduleSheet::show(const TimeWindow &window)
{
    const auto from = m_time.local(window.from);
    const auto to = m_time.local(window.to);
    const QSignalBlocker quietDay(m_day); // what is in between is nobody's choice
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    m_day->setDate(from.date());
    m_from->setTime(from.time());
    // A window ends on the day it begins.
    m_to->setTime(to.date() == from.date() ? to.time() : QTime(23, 59));
    check();
}

TimeWindow RescheduleSheet::window() const
{
    return {.from = m_time.at(m_day->date(), m_from->time()), .to = m_time.at(m_day->date(), m_to->time())};
}

void RescheduleSheet::check()
{
    const auto chosen = window();
    if (const auto offer = m_offers->chosen(); offer && offer->window != chosen)
        m_offers->chooseNone(); // somebody wants another
    const auto noon = m_day->date().startOfDay(m_time.zone()).addDuration(12h);
    m_zone->setText(m_time.isDeskTime(noon)
                        ? tr("Times of the depot.")
                        : tr("Times of the depot (%1), not of this desk.").arg(m_time.zoneText(noon)));
    if (!chosen.from.isValid() || !chosen.to.isValid())
        setProblem(tr("The clock skips this hour that day: summer time begins."));
    else if (chosen.to <= chosen.from)
        setProblem(tr("It must end after it begins."));
    else if (chosen.to <= m_now)
        setProblem(tr("This is over already."));
    else if (chosen == m_was)
        setProblem(tr("This is the window it has."));
    else
        setProblem({});
}

void RescheduleSheet::accept()
{
    if (const auto offer = m_offers->chosen(); offer && offer->window == window())
        Q_EMIT slotRequested(m_stop, *offer);
    else
        Q_EMIT rescheduleRequested(m_stop, window());
}

} // namespace Doorstep

#include "moc_reschedulesheet.cpp"
