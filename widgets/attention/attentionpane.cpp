// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/attentionpane.h"

#include "models/domain/clock.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/selection.h"
#include "widgets/attention/concerncarddelegate.h"
#include "widgets/attention/concernwords.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/currentrow.h"
#include "widgets/parts/menubutton.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/panelheader.h"
#include "widgets/parts/spokenmodel.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

AttentionPane::AttentionPane(AttentionFilterModel &concerns, Selection &selection, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_concerns(concerns)
    , m_selection(selection)
    , m_header(new PanelHeader(tr("Needs attention")))
    , m_filter(new MenuButton(tr("Which cards"), m_header))
    , m_setbacks(new Notice(this))
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
    layout->addWidget(m_list);
    setMinimumWidth(200);
    makeFilters();
    m_list->installEventFilter(this);
    connect(m_setbacks, &Notice::actionRequested, this, &AttentionPane::setbacksRequested);

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
    connect(&selection, &Selection::changed, this, &AttentionPane::showSelection);
    showCount();
    showSelection();
}

bool AttentionPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_list && isKey) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && event->type() == QEvent::KeyPress && m_list->currentIndex().isValid()) {
            choose(m_list->currentIndex());
            Q_EMIT bestRequested();
            return true;
        }
        if (key->key() == Qt::Key_A && key->modifiers() == Qt::NoModifier) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                Q_EMIT takeRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
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
    m_concerns.setFilter(AttentionFilterModel::Filter::Open);
    m_concerns.setKind(word);
    for (auto *choice : std::as_const(m_filters))
        choice->setChecked(choice->data().value<AttentionFilterModel::Filter>() == m_concerns.filter());
    showCount();
    showSelection();
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

void AttentionPane::makeFilters()
{
    using Filter = AttentionFilterModel::Filter;
    m_header->addControl(m_filter);
    auto *choices = new QActionGroup(this);
    for (const auto filter : AttentionFilterModel::filters) {
        auto *choice = m_filter->menu()->addAction(QString());
        choice->setCheckable(true);
        choice->setChecked(filter == m_concerns.filter());
        choice->setData(QVariant::fromValue(filter));
        choices->addAction(choice);
    }
    m_filters = choices->actions();
    connect(choices, &QActionGroup::triggered, this, [this](const QAction *choice) {
        m_concerns.setFilter(choice->data().value<Filter>());
        showCount();
        showSelection();
    });
    m_filter->menu()->addSection(tr("Kind", "of a case"));
    m_kinds = new QActionGroup(this);
    connect(m_filter->menu(), &QMenu::aboutToShow, this, &AttentionPane::offerKinds);
    connect(m_kinds, &QActionGroup::triggered, this, [this](const QAction *choice) {
        m_concerns.setKind(choice->data().toString());
        showCount();
        showSelection();
    });
}

// Those that there are, and the one that is chosen.
void AttentionPane::offerKinds()
{
    qDeleteAll(m_kinds->actions());
    auto kinds = m_concerns.kinds();
    if (!m_concerns.kind().isEmpty())
        kinds.insert(m_concerns.kind(), kinds.value(m_concerns.kind()));
    const auto offer = [this](const QString &text, const QString &word) {
        auto *choice = m_filter->menu()->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(word == m_concerns.kind());
        choice->setData(word);
        m_kinds->addAction(choice);
    };
    offer(tr("Every kind"), {});
    for (const auto &[word, count] : kinds.asKeyValueRange())
        offer(tr("%1 (%2)", "a kind of case, how many").arg(ConcernWords::kindName(word), locale().toString(count)),
              word);
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
    using Filter = AttentionFilterModel::Filter;
    const int count = m_concerns.count(Filter::Open);
    m_header->setBadge(count == 0 ? QString() : locale().toString(count), true);
    const auto text = [this](Filter filter) {
        switch (filter) {
        case Filter::Open:
            return tr("Open");
        case Filter::Mine:
            return tr("Mine (%1)").arg(locale().toString(m_concerns.count(filter)));
        case Filter::Unassigned:
            return tr("Nobody's (%1)", "cases that nobody has taken").arg(locale().toString(m_concerns.count(filter)));
        case Filter::Followed:
            return tr("Followed (%1)", "cases that one follows").arg(locale().toString(m_concerns.count(filter)));
        case Filter::Escalated:
            return tr("Escalated (%1)", "cases that were").arg(locale().toString(m_concerns.count(filter)));
        case Filter::Snoozed:
            return tr("Snoozed (%1)").arg(locale().toString(m_concerns.count(filter)));
        case Filter::Closed:
            return tr("Closed (%1)").arg(locale().toString(m_concerns.count(filter)));
        }
        std::unreachable();
    };
    for (auto *choice : std::as_const(m_filters))
        choice->setText(text(choice->data().value<Filter>()));
    m_filter->setChoice(m_concerns.kind().isEmpty() ? text(m_concerns.filter())
                                                    : ConcernWords::kindName(m_concerns.kind()));
    m_list->setEmptyText(m_concerns.filter() == Filter::Open && m_concerns.kind().isEmpty()
                             ? tr("Nothing needs a decision now.\nWhat goes wrong appears here, the most urgent first.")
                             : tr("No cards here."));
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
