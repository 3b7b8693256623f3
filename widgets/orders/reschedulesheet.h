// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"
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

Q_SIGNALS:
    void rescheduleRequested(const Doorstep::StopId &stop, const Doorstep::TimeWindow &window);

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
    QDateEdit *m_day;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QLabel *m_zone;
};

} // namespace Doorstep
