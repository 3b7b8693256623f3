// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/attentionpane.h"

#include "models/domain/clock.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/selection.h"
#include "widgets/attention/concerncarddelegate.h"
#include "widgets/attention/concernwords.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/panelheader.h"
#include "widgets/parts/spokenmodel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

AttentionPane::AttentionPane(AttentionListModel &concerns, Selection &selection, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_concerns(concerns)
    , m_selection(selection)
    , m_header(new PanelHeader(tr("Needs attention")))
    , m_list(new CardList(tr("Needs attention"), this))
{
    m_list->setModel(new SpokenModel(
        concerns, [&clock](const QModelIndex &index) { return ConcernWords::spoken(index, clock.now()); }, this));
    m_list->setItemDelegate(new ConcernCardDelegate(clock, m_list));
    keepCurrentInSight(*m_list);
    m_list->setEmptyText(tr("Nothing needs a decision now.\nWhat goes wrong appears here, the most urgent first."));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    setMinimumWidth(200);

    connect(m_list, &CardList::chosen, this, &AttentionPane::choose);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        choose(index);
        Q_EMIT activated();
    });
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT contextMenuRequested(m_list->viewport()->mapToGlobal(at)); });
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&concerns, signal, this, [this] {
            showCount();
            showSelection();
        });
    connect(&concerns, &QAbstractItemModel::modelReset, this, &AttentionPane::showCount);
    connect(&selection, &Selection::changed, this, &AttentionPane::showSelection);
    showCount();
    showSelection();
}

void AttentionPane::begin()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_concerns.rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void AttentionPane::tick()
{
    m_list->viewport()->update();
}

void AttentionPane::choose(const QModelIndex &index)
{
    const StopId stop(index.data(AttentionListModel::StopIdRole).toString());
    if (stop.isValid())
        m_selection.selectStop(stop);
    else
        m_selection.selectRoute(RouteId(index.data(AttentionListModel::RouteIdRole).toString()));
}

void AttentionPane::showCount()
{
    const int count = m_concerns.rowCount();
    m_header->setBadge(count == 0 ? QString() : locale().toString(count), true);
}

void AttentionPane::showSelection()
{
    const auto stop = m_selection.stop();
    const auto key = stop.isValid() ? u"stop:"_s + stop.toString() : u"route:"_s + m_selection.route().toString();
    const auto index = m_concerns.indexOf(key);
    m_list->follow(m_list->model()->index(index.isValid() ? index.row() : -1, 0));
}

} // namespace Doorstep

#include "moc_attentionpane.cpp"
