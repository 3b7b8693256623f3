// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/reroutelists.h"

#include "models/lists/reroutechangesmodel.h"
#include "models/lists/reroutesequencemodel.h"
#include "models/lists/reroutetellmodel.h"
#include "widgets/parts/spokenmodel.h"
#include "widgets/reroute/reroutedelegates.h"
#include "widgets/reroute/reroutewords.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <limits>

namespace Doorstep {
namespace {

constexpr int mostRowsAtOnce = 7; // what is below must not be far away

bool isMoveKey(const QKeyEvent &event)
{
    const auto key = event.key();
    return event.modifiers() == Qt::AltModifier
        && (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End);
}

/// Lies among others in a scrolled page, so it has no scroll bar of its own.
void makeWhole(CardList &list)
{
    list.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    list.setTabKeyNavigation(false);
    list.setContextMenuPolicy(Qt::NoContextMenu);
}

int heightOfRows(const QListView &list, int most = std::numeric_limits<int>::max())
{
    const int rows = list.model() == nullptr ? 0 : std::min(list.model()->rowCount(), most);
    return rows == 0 ? 0 : (rows * list.sizeHintForRow(0)) + 1;
}

void followRows(CardList &list)
{
    const auto fit = [&list] { list.updateGeometry(); };
    QObject::connect(list.model(), &QAbstractItemModel::rowsInserted, &list, fit);
    QObject::connect(list.model(), &QAbstractItemModel::rowsRemoved, &list, fit);
    QObject::connect(list.model(), &QAbstractItemModel::modelReset, &list, fit);
}

} // namespace

CheckedList::CheckedList(const QString &accessibleName, QWidget *parent)
    : CardList(accessibleName, parent)
{
    makeWhole(*this);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QAbstractItemView::doubleClicked, this, &CheckedList::activatedRow);
}

void CheckedList::setModel(QAbstractItemModel *model)
{
    CardList::setModel(model);
    followRows(*this);
}

QSize CheckedList::sizeHint() const
{
    return {280, heightOfRows(*this, mostRowsAtOnce)};
}

void CheckedList::toggle(const QModelIndex &index)
{
    const auto state = index.data(Qt::CheckStateRole).value<Qt::CheckState>();
    model()->setData(index, state == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

// Space and Delete are the list's, whatever the window makes of them.
bool CheckedList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Delete)) {
            event->accept();
            return true;
        }
    }
    return CardList::event(event);
}

void CheckedList::keyPressEvent(QKeyEvent *event)
{
    const auto index = currentIndex();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain || !index.isValid()) {
        CardList::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        toggle(index);
        return;
    case Qt::Key_Delete:
        model()->setData(index, Qt::Unchecked, Qt::CheckStateRole);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activatedRow(index);
        return;
    default:
        CardList::keyPressEvent(event);
    }
}

void CheckedList::mouseReleaseEvent(QMouseEvent *event)
{
    CardList::mouseReleaseEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    if (checkBoxOf(option).adjusted(-6, -6, 6, 6).contains(event->position().toPoint()))
        toggle(index);
}

void CheckedList::changeEvent(QEvent *event)
{
    CardList::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

ChangesList::ChangesList(RerouteChangesModel &changes, const DepotTime &time, QWidget *parent)
    : CheckedList(tr("What changes"), parent)
{
    setModel(new SpokenModel(
        changes, [&time](const QModelIndex &index) { return RerouteWords::spokenChange(index, time); }, this));
    setItemDelegate(new ChangeDelegate(time, this));
    setToolTip(tr("Space leaves a stop where it is, or moves it after all"));
}

TellList::TellList(RerouteTellModel &customers, const DepotTime &time, QWidget *parent)
    : CheckedList(tr("Customers to tell"), parent)
{
    setModel(new SpokenModel(
        customers, [&time](const QModelIndex &index) { return RerouteWords::spokenTold(index, time); }, this));
    setItemDelegate(new TellDelegate(time, this));
    setToolTip(tr("Space: told"));
}

SequenceList::SequenceList(RerouteSequenceModel &sequence, const DepotTime &time, QWidget *parent)
    : CardList(tr("The driver's list as proposed"), parent)
    , m_sequence(sequence)
{
    makeWhole(*this);
    setModel(new SpokenModel(
        sequence, [&time](const QModelIndex &index) { return RerouteWords::spokenStop(index, time); }, this));
    setItemDelegate(new SequenceDelegate(time, this));
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    followRows(*this);
}

QSize SequenceList::sizeHint() const
{
    return {280, heightOfRows(*this)};
}

bool SequenceList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isMoveKey(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // the plan's stop, not the one that is driven now
        return true;
    }
    return CardList::event(event);
}

void SequenceList::keyPressEvent(QKeyEvent *event)
{
    if (!isMoveKey(*event)) {
        CardList::keyPressEvent(event);
        return;
    }
    const int row = currentIndex().row();
    if (row < 0)
        return;
    const auto stop = m_sequence.stopAt(row);
    switch (event->key()) {
    case Qt::Key_Up:
        m_sequence.requestMove(row, row - 1);
        break;
    case Qt::Key_Down:
        m_sequence.requestMove(row, row + 2);
        break;
    case Qt::Key_Home:
        m_sequence.requestMove(row, m_sequence.firstFree());
        break;
    default:
        m_sequence.requestMove(row, m_sequence.end());
    }
    follow(model()->index(m_sequence.rowOf(stop), 0));
}

void SequenceList::changeEvent(QEvent *event)
{
    CardList::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace Doorstep

#include "moc_reroutelists.cpp"
