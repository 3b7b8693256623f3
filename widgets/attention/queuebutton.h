// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/menubutton.h"

#include <QStringList>

class QActionGroup;

namespace Doorstep {

class AttentionFilterModel;
struct QueueView;

/// Chooses which of the queue's cases are shown: by filter, kind, driver and depot, each with how many there are. Only
/// those drivers are offered who have cases now, and only those with the most; depots where there is more than one.
class QueueButton : public MenuButton
{
    Q_OBJECT
public:
    static constexpr qsizetype mostDrivers = 15;

    /// \a cases must outlive the button.
    explicit QueueButton(AttentionFilterModel &cases, QWidget *parent = nullptr);

    /// More that the menu offers, below the rest.
    void addActions(const QList<QAction *> &actions);
    /// What the person calls the present view; empty when it has no name.
    void setViewName(const QString &name);

private:
    void showChoice();
    void offer();
    void offerFilters();
    void offerKinds();
    void offerDrivers();
    void offerDepots();
    [[nodiscard]] QActionGroup *group(QMenu *menu, void (*choose)(QueueView &view, const QString &word));

    AttentionFilterModel &m_cases;
    QString m_viewName;
    QActionGroup *m_filters;
    QMenu *m_kindMenu;
    QMenu *m_driverMenu;
    QMenu *m_depotMenu;
    QActionGroup *m_kinds;
    QActionGroup *m_drivers;
    QActionGroup *m_depots;
};

} // namespace Doorstep
