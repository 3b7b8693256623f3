// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/asking.h"

#include "app/handling.h"
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/orders/calloffsheet.h"
#include "widgets/orders/reschedulesheet.h"
#include "widgets/orders/visitsheet.h"
#include "widgets/shell/mainwindow.h"

namespace Doorstep {

Asking::Asking(LiveStore &store, MainWindow &window, Handling &handling, HandlingActions &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_handling(handling)
    , m_callOff(new CallOffSheet(&window))
    , m_reschedule(new RescheduleSheet(&window))
    , m_visit(new VisitSheet(&window))
{
    connect(&actions, &HandlingActions::callOffRequested, this, &Asking::callOff);
    connect(&actions, &HandlingActions::rescheduleRequested, this, &Asking::reschedule);
    connect(&actions, &HandlingActions::visitRequested, this, &Asking::recordVisit);

    connect(m_callOff, &CallOffSheet::callOffRequested, this, [this](const StopId &stop, const QString &reason) {
        m_handling.perform(tr("Called %1 off").arg(m_handling.nameOf(QList{stop})), Decisions::cancel(stop, reason));
    });
    connect(
        m_reschedule, &RescheduleSheet::rescheduleRequested, this,
        [this](const StopId &stop, const TimeWindow &agreed) {
            if (!m_handling.desk())
                return;
            m_handling.perform(
                tr("Rescheduled %1 to %2").arg(m_handling.nameOf(QList{stop}), m_time.window(agreed)),
                Decisions::reschedule(m_handling.desk()->scene(), stop, agreed, m_time.local(agreed.from).timeZone()));
        });
    connect(m_reschedule, &RescheduleSheet::slotRequested, this, [this](const StopId &stop, const Slot &slot) {
        if (!m_handling.desk())
            return;
        m_handling.perform(tr("Promised %1 to %2", "a window, an address")
                               .arg(m_time.window(slot.window), m_handling.nameOf(QList{stop})),
                           Decisions::agreeOn(m_handling.desk()->scene(), stop, slot));
    });
    connect(m_reschedule, &Sheet::dismissed, this, [this] { m_store.offers.clear(); });
    connect(&m_store.offers, &Insertions::changed, this, &Asking::showOffers);
    connect(m_visit, &VisitSheet::recordRequested, this,
            [this](const StopId &stop, Stop::Status outcome, Stop::Failure failure, const QString &note,
                   const QDateTime &completedAt) {
                const auto text =
                    outcome == Stop::Status::Delivered ? tr("Marked %1 delivered") : tr("Marked %1 failed");
                m_handling.perform(text.arg(m_handling.nameOf(QList{stop})),
                                   Decisions::recordVisit(stop, outcome, failure, note, completedAt));
            });
}

void Asking::callOff(const StopId &id)
{
    if (const auto *stop = m_store.fleet.stops().find(id))
        m_callOff->ask(*stop);
}

void Asking::reschedule(const StopId &id)
{
    const auto *stop = m_store.fleet.stops().find(id);
    if (stop == nullptr)
        return;
    m_reschedule->ask(*stop, m_time, m_store.clock.now());
    if (stop->where.isValid())
        m_store.offers.ask(id);
    else
        m_reschedule->offers().showNothing(tr("Nobody can be promised before the address is found."));
}

void Asking::showOffers()
{
    const auto &offers = m_store.offers;
    if (!m_reschedule->isVisible() || offers.stop() != m_reschedule->stop())
        return;
    auto &list = m_reschedule->offers();
    if (offers.problem()) {
        list.showNothing(tr("The server cannot say now which windows can be kept."));
        return;
    }
    if (!offers.computedAt().isValid())
        return; // it is still asked
    QList<SlotList::Row> rows;
    rows.reserve(offers.offered().size());
    for (const auto &slot : offers.offered())
        rows.append({.slot = slot, .driver = driverOf(slot.route)});
    list.showRows(rows, m_time);
}

QString Asking::driverOf(const RouteId &id) const
{
    const auto *route = m_store.fleet.routes().find(id);
    const auto *driver = route == nullptr ? nullptr : m_store.fleet.driverOf(*route);
    return driver == nullptr ? tr("a driver") : driver->name;
}

void Asking::recordVisit(const StopId &id, Stop::Status outcome)
{
    if (const auto *stop = m_store.fleet.stops().find(id))
        m_visit->ask(*stop, outcome, m_time, m_store.clock.now());
}

} // namespace Doorstep

#include "moc_asking.cpp"
