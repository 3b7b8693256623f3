// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"
#include "widgets/parts/depottime.h"

#include <QObject>

namespace Doorstep {

class CallOffSheet;
class Handling;
class HandlingActions;
class MainWindow;
class RescheduleSheet;
class VisitSheet;
struct LiveStore;

/// Asks in a sheet what a decision needs besides a click, and has it done. UI thread.
class Asking : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    Asking(LiveStore &store, MainWindow &window, Handling &handling, HandlingActions &actions,
           QObject *parent = nullptr);

    void setDepotTime(const DepotTime &time) { m_time = time; }

private:
    void callOff(const StopId &id);
    void reschedule(const StopId &id);
    void showOffers();
    [[nodiscard]] QString driverOf(const RouteId &id) const;
    void recordVisit(const StopId &id, Stop::Status outcome);

    LiveStore &m_store;
    Handling &m_handling;
    DepotTime m_time;
    // Owned by the window:
    CallOffSheet *m_callOff;
    RescheduleSheet *m_reschedule;
    VisitSheet *m_visit;
};

} // namespace Doorstep
