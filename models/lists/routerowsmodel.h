// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"

#include <QAbstractListModel>
#include <QSet>

namespace Doorstep {

class Fleet;
class Overlay;

/// One row a route, in the order of the fleet's table: comes and goes with it, and tells what changed in one go on
/// Fleet::applied. What a row says is for who inherits.
class RouteRowsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /// Tells of what waits too; \a overlay must outlive the model.
    void follow(const Overlay &overlay);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    /// \a fleet must outlive the model.
    explicit RouteRowsModel(const Fleet &fleet, QObject *parent);

    [[nodiscard]] const Fleet &fleet() const noexcept { return m_fleet; }
    /// nullptr before follow().
    [[nodiscard]] const Overlay *overlay() const noexcept { return m_overlay; }
    void mark(const RouteId &route) { m_dirtyRoutes.insert(route); }
    void markAll() { m_areAllDirty = true; }
    /// What was worked out for \a route, or for all of them, holds no more: called before anybody is told.
    virtual void forget(const RouteId & /*route*/) { }
    virtual void forgetAll() { }

private:
    void followRoutes();
    void followForecasts();
    void tellDirty();

    const Fleet &m_fleet;
    const Overlay *m_overlay = nullptr;
    QSet<RouteId> m_dirtyRoutes;
    bool m_areAllDirty = false;
};

} // namespace Doorstep
