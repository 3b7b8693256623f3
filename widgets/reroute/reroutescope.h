// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/rerouting.h"
#include "widgets/parts/depottime.h"

#include <QWidget>

class QMenu;

namespace Doorstep {

class ChoiceRow;
class Fleet;

/// What is asked: among whom, for what, around what, and what must stay. Each row is chosen in its menu.
class RerouteScope : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this.
    RerouteScope(const Fleet &fleet, const DepotTime &time, QWidget *parent = nullptr);

    void show(const Rerouting &asked, const QDateTime &now);

Q_SIGNALS:
    /// The same question with something chosen otherwise.
    void changed(const Doorstep::Rerouting &asked);
    void drawClosureRequested();
    void liftClosureRequested(const Doorstep::ClosureId &closure);

private:
    void fillRoutes(QMenu &menu);
    void fillGoals(QMenu &menu);
    void fillClosures(QMenu &menu);
    void fillKeep(QMenu &menu);
    void toggleRoute(const RouteId &route);
    void toggleLeaving(const RouteId &route);
    [[nodiscard]] QString closedText() const;
    [[nodiscard]] QString keptText() const;

    const Fleet &m_fleet;
    const DepotTime &m_time;
    Rerouting m_asked;
    QDateTime m_now;
    ChoiceRow *m_routes;
    ChoiceRow *m_goal;
    ChoiceRow *m_closed;
    ChoiceRow *m_traffic;
    ChoiceRow *m_keep;
};

} // namespace Doorstep
