// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/lists/routefiltermodel.h"
#include "widgets/parts/depottime.h"

#include <QWidget>

#include <array>

namespace Doorstep {

class CardList;
class Chip;
class Clock;
class MenuButton;
class PanelHeader;
class RouteCardDelegate;
class Selection;

/// The routes of the day, the one in most trouble on top. What is selected here is selected everywhere.
class RoutesPane : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the pane.
    RoutesPane(RouteFilterModel &routes, Selection &selection, const Clock &clock, QWidget *parent = nullptr);

    /// Title, count and sort menu: the pane's dock wears it.
    [[nodiscard]] PanelHeader *header() const { return m_header; }
    [[nodiscard]] CardList *list() const { return m_list; }

    void setDepotTime(const DepotTime &time);
    void setFilter(RouteFilterModel::Filter filter);
    /// Looks at ages again.
    void tick();
    /// Whether the list begins with the worst route, wherever the selected one is: the person did not choose that.
    void setBeginsWithWorst(bool begins);

Q_SIGNALS:
    void routeActivated(const Doorstep::RouteId &route);
    void contextMenuRequested(QPoint globalPosition);

private:
    void fillSort();
    [[nodiscard]] QWidget *makeFilters();
    void setOrder(RouteFilterModel::Order order);
    void showCounts();
    void showSelection();

    RouteFilterModel &m_routes;
    Selection &m_selection;
    PanelHeader *m_header;
    MenuButton *m_sort;
    std::array<Chip *, 4> m_chips{};
    RouteCardDelegate *m_delegate;
    CardList *m_list;
};

} // namespace Doorstep
