// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/conflicts/ordertable.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/rowdelegate.h"
#include "widgets/parts/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int markRole = Qt::UserRole;
constexpr int markWidth = 18;
constexpr int heightOfRow = 28;

class OrderDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    int paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto mark = static_cast<ComparedStop::Mark>(index.data(markRole).toInt());
        if (mark == ComparedStop::Mark::Same || index.data().toString().isEmpty())
            return markWidth;
        const auto &theme = Theme::of(option.palette);
        painter.fillRect(option.rect.adjusted(0, 0, 0, -1), theme.riskSoft);
        painter.setPen(theme.risk);
        painter.setFont(scaled(option.font, 1.0, QFont::DemiBold));
        const auto box = option.rect.adjusted(8, 0, 0, 0);
        painter.drawText(
            QStyle::visualRect(option.direction, option.rect, QRect(box.left(), box.top(), markWidth, box.height())),
            Qt::AlignCenter, QString(mark == ComparedStop::Mark::Moved ? QChar(0x2195) : QChar(u'+')));
        return markWidth;
    }
};

} // namespace

OrderTable::OrderTable(QWidget *parent)
    : QTableView(parent)
    , m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    setItemDelegate(new OrderDelegate(this));
    setAccessibleName(tr("Both orders of the route"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void OrderTable::fill(QStandardItem &item, const QString &text, ComparedStop::Mark mark)
{
    item.setText(text);
    item.setData(static_cast<int>(mark), markRole);
    if (mark == ComparedStop::Mark::Moved) {
        item.setData(tr("%1, moved").arg(text), Qt::AccessibleTextRole);
        item.setToolTip(tr("Moved"));
    } else if (mark == ComparedStop::Mark::OnlyHere) {
        item.setData(tr("%1, only here").arg(text), Qt::AccessibleTextRole);
        item.setToolTip(tr("Not in the other list"));
    }
}

void OrderTable::compare(const QList<StopId> &mine, const QList<StopId> &theirs,
                         const std::function<QString(const StopId &)> &words)
{
    const auto compared = compareOrders(mine, theirs);
    const auto rows = std::max(mine.size(), theirs.size());
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels({tr("Mine"), tr("Theirs")});
    m_differences = 0;
    QModelIndex first;
    for (qsizetype row = 0; row < rows; ++row) {
        QList<QStandardItem *> items;
        bool differs = false;
        for (const auto *list : {&compared.mine, &compared.theirs}) {
            items.append(new QStandardItem);
            if (row >= list->size())
                continue;
            const auto &[stop, mark] = list->at(row);
            fill(*items.constLast(), u"%1  %2"_s.arg(row + 1).arg(words(stop)), mark);
            differs = differs || mark != ComparedStop::Mark::Same;
        }
        m_rows->appendRow(items);
        m_differences += differs ? 1 : 0;
        if (differs && !first.isValid())
            first = m_rows->index(static_cast<int>(row), 0);
    }
    if (first.isValid()) {
        setCurrentIndex(first);
        scrollTo(first, QAbstractItemView::PositionAtCenter);
    }
}

} // namespace Doorstep

#include "moc_ordertable.cpp"
