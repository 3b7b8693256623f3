// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/routes/routespane.h"

#include "models/lists/routelistmodel.h"
#include "models/store/selection.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/chip.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/flowlayout.h"
#include "widgets/parts/menubutton.h"
#include "widgets/parts/panelheader.h"
#include "widgets/parts/spokenmodel.h"
#include "widgets/routes/routecarddelegate.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {

RoutesPane::RoutesPane(RouteFilterModel &routes, Selection &selection, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_routes(routes)
    , m_selection(selection)
    , m_header(new PanelHeader(tr("Routes")))
    , m_sort(new MenuButton(tr("Sort routes by"), m_header))
    , m_delegate(new RouteCardDelegate(clock, this))
    , m_list(new CardList(tr("Routes"), this))
{
    fillSort();
    m_header->addControl(m_sort);
    setOrder(routes.order());
    auto *filters = makeFilters();

    m_list->setModel(
        new SpokenModel(routes, [this](const QModelIndex &index) { return m_delegate->spoken(index); }, this));
    m_list->setItemDelegate(m_delegate);
    keepCurrentInSight(*m_list);
    m_list->setEmptyText(tr("No routes here.\nChoose “All” to see every route of the day."));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(filters);
    layout->addWidget(m_list, 1);
    setMinimumWidth(200);
    setAutoFillBackground(true);

    connect(m_list, &CardList::pointingChanged, &routes, &RouteFilterModel::holdOrder);
    connect(m_list, &CardList::chosen, this, [this](const QModelIndex &index) {
        m_selection.selectRoute(RouteId(index.data(RouteListModel::RouteIdRole).toString()));
    });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT routeActivated(RouteId(index.data(RouteListModel::RouteIdRole).toString()));
    });
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT contextMenuRequested(m_list->viewport()->mapToGlobal(at)); });
    connect(&routes, &RouteFilterModel::countsChanged, this, &RoutesPane::showCounts);
    connect(&selection, &Selection::changed, this, &RoutesPane::showSelection);
    // A row that was filtered away and comes back is still the selected one.
    connect(&routes, &QAbstractItemModel::rowsInserted, this, &RoutesPane::showSelection);
    connect(&routes, &QAbstractItemModel::modelReset, this, &RoutesPane::showSelection);
    showCounts();
    showSelection();
}

void RoutesPane::fillSort()
{
    using Order = RouteFilterModel::Order;
    auto *orders = new QActionGroup(this);
    for (const auto &[order, text] :
         {std::pair{Order::Slack, tr("slack")}, std::pair{Order::Name, tr("name")},
          std::pair{Order::NextArrival, tr("next arrival")}, std::pair{Order::Progress, tr("progress")}}) {
        auto *choice = m_sort->menu()->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(order == m_routes.order());
        choice->setData(static_cast<int>(order));
        orders->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, order] { setOrder(order); });
    }
}

QWidget *RoutesPane::makeFilters()
{
    using Filter = RouteFilterModel::Filter;
    auto *filters = new QWidget(this);
    auto *chips = new FlowLayout(filters); // two lines where words are long and the pane is narrow
    chips->setContentsMargins(12, 2, 12, 8);
    auto *group = new QButtonGroup(this);
    for (const auto &[filter, text] :
         {std::pair{Filter::All, tr("All", "routes")}, std::pair{Filter::Late, tr("Late", "routes")},
          std::pair{Filter::AtRisk, tr("At risk", "routes")}, std::pair{Filter::Silent, tr("Silent", "routes")}}) {
        auto *chip = new Chip(text, this);
        m_chips.at(static_cast<size_t>(filter)) = chip;
        group->addButton(chip);
        chips->addWidget(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, filter] { setFilter(filter); });
    }
    m_chips.at(static_cast<size_t>(m_routes.filter()))->setChecked(true);
    return filters;
}

void RoutesPane::setDepotTime(const DepotTime &time)
{
    m_delegate->setDepotTime(time);
    tick();
}

void RoutesPane::setFilter(RouteFilterModel::Filter filter)
{
    m_chips.at(static_cast<size_t>(filter))->setChecked(true);
    m_routes.setFilter(filter);
    showSelection();
}

void RoutesPane::setOrder(RouteFilterModel::Order order)
{
    m_routes.setOrder(order);
    for (const auto *choice : m_sort->menu()->actions())
        if (choice->data().toInt() == static_cast<int>(order))
            m_sort->setChoice(tr("Sort: %1").arg(choice->text()));
}

void RoutesPane::setBeginsWithWorst(bool begins)
{
    m_list->setAutoScroll(!begins);
    if (begins)
        m_list->scrollToTop();
}

void RoutesPane::tick()
{
    m_list->viewport()->update();
}

void RoutesPane::showCounts()
{
    using Filter = RouteFilterModel::Filter;
    m_header->setBadge(locale().toString(m_routes.count(Filter::All)));
    for (const auto filter : {Filter::Late, Filter::AtRisk, Filter::Silent})
        m_chips.at(static_cast<size_t>(filter))->setCount(m_routes.count(filter));
}

void RoutesPane::showSelection()
{
    const auto index = m_routes.indexOf(m_selection.route().toString());
    m_list->follow(m_list->model()->index(index.isValid() ? index.row() : -1, 0));
}

} // namespace Doorstep

#include "moc_routespane.cpp"
