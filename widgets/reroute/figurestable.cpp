// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/figurestable.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int toneRole = Qt::UserRole;
constexpr int paddingOfFigure = 9;
constexpr int columns = 4;

using Tone = FigureRow::Tone;

class FigureDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics strong(scaled(option.font, 1.0, QFont::DemiBold));
        return {strong.horizontalAdvance(index.data().toString()) + 14, strong.height() + paddingOfFigure};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &theme = Theme::of(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus))
            painter->fillRect(option.rect, theme.accentSoft);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), theme.line);
        const auto tone = static_cast<Tone>(index.data(toneRole).toInt());
        const bool isStrong = index.column() == 0 || tone != Tone::Plain;
        painter->setFont(scaled(option.font, 1.0, isStrong ? QFont::DemiBold : QFont::Normal));
        auto ink = index.column() == columns - 1 ? theme.muted : theme.text;
        if (tone != Tone::Plain)
            ink = tone == Tone::Better ? theme.ok : theme.bad;
        painter->setPen(ink);
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
        const auto area = option.rect.adjusted(8, 0, -4, 0);
        const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(
            area, static_cast<int>(start | Qt::AlignAbsolute | Qt::TextSingleLine),
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        painter->restore();
    }
};

} // namespace

FiguresTable::FiguresTable(QWidget *parent)
    : QTableView(parent)
    , m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    m_rows->setColumnCount(columns);
    m_rows->setHorizontalHeaderLabels({QString(), tr("Now"), tr("Proposed"), QString()});
    setItemDelegate(new FigureDelegate(this));
    setAccessibleName(tr("Now against proposed"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFocusPolicy(Qt::TabFocus);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setStyleSheet(u"QHeaderView::section { padding: 5px 8px; }"_s);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    fit();
}

void FiguresTable::show(const QList<FigureRow> &rows)
{
    if (rows == m_shown)
        return;
    m_shown = rows;
    m_rows->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        const auto &figure = rows.at(row);
        setCell(row, 0, figure.name, Tone::Plain);
        setCell(row, 1, figure.now, Tone::Plain);
        setCell(row, 2, figure.proposed, Tone::Plain);
        setCell(row, 3, figure.difference, figure.tone);
    }
    fit();
}

void FiguresTable::setCell(int row, int column, const QString &text, FigureRow::Tone tone)
{
    auto *item = m_rows->item(row, column);
    if (item == nullptr) {
        item = new QStandardItem;
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_rows->setItem(row, column, item);
    }
    item->setText(text);
    item->setData(static_cast<int>(tone), toneRole);
    const auto spoken = tone == Tone::Better ? tr("%1, better") : tr("%1, worse");
    item->setData(tone == Tone::Plain ? text : spoken.arg(text), Qt::AccessibleTextRole);
}

void FiguresTable::fit()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + paddingOfFigure);
    updateGeometry();
}

QSize FiguresTable::sizeHint() const
{
    const int rows = m_rows == nullptr ? 0 : m_rows->rowCount();
    return {280, horizontalHeader()->sizeHint().height() + (rows * verticalHeader()->defaultSectionSize()) + 2};
}

void FiguresTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace Doorstep

#include "moc_figurestable.cpp"
