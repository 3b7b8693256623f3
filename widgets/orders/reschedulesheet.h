// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"
#include "widgets/orders/slotlist.h"
#include "widgets/parts/depottime.h"
#include "widgets/shell/formsheet.h"

class QDateEdit;
class QTimeEdit;

namespace Doorstep {

/// Asks for another window, in the depot's time whatever the desk's clock says.
class RescheduleSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit RescheduleSheet(QWidget *host);

    void ask(const Stop &stop, const DepotTime &time, const QDateTime &now);
    /// Which windows can be promised today; follows what is asked of the server.
    [[nodiscard]] SlotList &offers() { return *m_offers; }
    /// Whose window is agreed on; invalid before anybody was asked.
    [[nodiscard]] const StopId &stop() const noexcept { return m_stop; }

Q_SIGNALS:
    void rescheduleRequested(const Doorstep::StopId &stop, const Doorstep::TimeWindow &window);
    /// One of the offers, with whoever comes then.
    void slotRequested(const Doorstep::StopId &stop, const Doorstep::Slot &slot);

protected:
    void accept() override;

private:
    void laterToday();
    void tomorrow();
    void show(const TimeWindow &window);
    void check();
    [[nodiscard]] TimeWindow window() const;

    StopId m_stop;
    TimeWindow m_was;
    DepotTime m_time;
    QDateTime m_now;
    SlotList *m_offers;
    QDateEdit *m_day;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QLabel *m_zone;
};

} // namespace Doorstep
