// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/attentionpane.h"

#include "models/domain/clock.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/selection.h"
#include "widgets/attention/concerncarddelegate.h"
#include "widgets/attention/concernwords.h"
#include "widgets/attention/queuebutton.h"
#include "widgets/attention/queuewords.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/panelheader.h"
#include "widgets/parts/spokenmodel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

AttentionPane::AttentionPane(AttentionFilterModel &concerns, Selection &selection, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_concerns(concerns)
    , m_selection(selection)
    , m_header(new PanelHeader(tr("Needs attention")))
    , m_chooser(new QueueButton(concerns, m_header))
    , m_setbacks(new Notice(this))
    , m_shown(new Notice(this))
    , m_list(new CardList(tr("Needs attention"), this))
{
    m_list->setModel(new SpokenModel(
        concerns, [&clock](const QModelIndex &index) { return ConcernWords::spoken(index, clock.now()); }, this));
    m_list->setItemDelegate(new ConcernCardDelegate(clock, m_list));
    keepCurrentInSight(*m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_setbacks);
    layout->addWidget(m_shown);
    layout->addWidget(m_list);
    setMinimumWidth(200);
    m_header->addControl(m_chooser);
    m_list->installEventFilter(this);
    connect(m_setbacks, &Notice::actionRequested, this, &AttentionPane::setbacksRequested);
    connect(m_shown, &Notice::actionRequested, this, &AttentionPane::showAll);

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
    connect(&concerns, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this, &concerns](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last && !m_goOnKey.isEmpty(); ++row) {
                    if (concerns.index(row, 0).data(AttentionListModel::KeyRole).toString() == m_goOnKey)
                        m_goOnFrom = row;
                }
            });
    // Queued: after the list and its model have agreed on what is left.
    connect(
        &concerns, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) {
            if (m_goOnFrom < first || m_goOnFrom > last)
                return;
            m_goOnFrom = -1;
            m_goOnKey.clear();
            if (const int count = m_list->model()->rowCount(); count > 0) {
                const auto next = m_list->model()->index(std::min(first, count - 1), 0);
                m_list->follow(next);
                choose(next);
            }
        },
        Qt::QueuedConnection);
    connect(&concerns, &QAbstractItemModel::modelReset, this, &AttentionPane::showCount);
    connect(&concerns, &AttentionFilterModel::countsChanged, this, &AttentionPane::showCount);
    connect(&concerns, &AttentionFilterModel::viewChanged, this, &AttentionPane::showView);
    connect(&selection, &Selection::changed, this, &AttentionPane::showSelection);
    showView();
    showSelection();
}

bool AttentionPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_list && isKey && takeKey(static_cast<QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

/// A key over the list, as a shortcut that is asked for and as it is pressed; true when it is ours.
bool AttentionPane::takeKey(QKeyEvent &event)
{
    const bool isPress = event.type() == QEvent::KeyPress;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && isPress && m_list->currentIndex().isValid()) {
        choose(m_list->currentIndex());
        Q_EMIT bestRequested();
        return true;
    }
    if (event.key() == Qt::Key_A && event.modifiers() == Qt::NoModifier) {
        event.accept();
        if (isPress)
            Q_EMIT takeRequested();
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_concerns.view() != QueueView()) {
        event.accept();
        if (isPress)
            m_concerns.setView({});
        return true;
    }
    return false;
}

void AttentionPane::begin()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_concerns.rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void AttentionPane::goOn()
{
    m_goOnKey = m_list->currentIndex().data(AttentionListModel::KeyRole).toString();
}

void AttentionPane::showCase(const QString &key)
{
    if (const auto index = m_concerns.source().indexOf(key); index.isValid())
        choose(index);
    m_list->setFocus(Qt::OtherFocusReason);
}

void AttentionPane::showKind(const QString &word)
{
    m_concerns.setView({.kind = word});
}

// The button that was pressed is gone then.
void AttentionPane::showAll()
{
    m_concerns.setView({});
    m_list->setFocus(Qt::OtherFocusReason);
}

void AttentionPane::tick()
{
    m_list->viewport()->update();
}

void AttentionPane::choose(const QModelIndex &index)
{
    const StopId stop(index.data(AttentionListModel::StopIdRole).toString());
    const RouteId route(index.data(AttentionListModel::RouteIdRole).toString());
    const bool isReported = index.data(AttentionListModel::KindRole).value<Concern::Kind>() == Concern::Kind::Reported;
    const ExceptionId exception(index.data(AttentionListModel::ExceptionIdRole).toString());
    m_selection.selectException(isReported ? exception : ExceptionId(), stop, route);
}

void AttentionPane::setSetbacks(int count)
{
    if (count == 0)
        m_setbacks->hide();
    else
        m_setbacks->tell(Notice::Tone::Risk, tr("%n decision(s) of yours were not taken.", nullptr, count),
                         tr("Look", "at decisions that were not taken"));
}

void AttentionPane::showCount()
{
    const int count = m_concerns.count(QueueView::Filter::Open);
    m_header->setBadge(count == 0 ? QString() : locale().toString(count), true);
}

void AttentionPane::showView()
{
    const auto &view = m_concerns.view();
    if (view == QueueView()) {
        m_shown->hide();
        m_list->setEmptyText(tr("Nothing needs a decision now.\nWhat goes wrong appears here, the most urgent first."));
    } else {
        const auto sentence = QueueWords::sentence(view, m_concerns);
        m_shown->tell(Notice::Tone::Neutral, tr("Only: %1", "which cases are shown").arg(sentence),
                      tr("Show all", "cases"));
        m_list->setEmptyText(tr("No cards here.\nOnly these are shown: %1.\nEscape shows all.").arg(sentence));
    }
    showCount();
    showSelection();
}

void AttentionPane::showSelection()
{
    const auto index = m_concerns.indexOf(m_selection);
    const auto key = m_concerns.source().indexOf(m_selection).data(AttentionListModel::KeyRole).toString();
    if (key != m_goOnKey && m_goOnFrom < 0)
        m_goOnKey.clear(); // they went on by themselves
    m_list->follow(m_list->model()->index(index.isValid() ? index.row() : -1, 0));
}

} // namespace Doorstep

#include "moc_attentionpane.cpp"
