// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/commandpalette.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/theme.h"
#include "widgets/shell/searchbutton.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {100, option.fontMetrics.height() + 16};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &theme = Theme::of(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.accentSoft);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(6, 1, -6, -1), 6, 6);
        }
        const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        const auto name = index.data(PaletteModel::IconNameRole).toString();
        const QRect glyph(option.rect.left() + 16, option.rect.center().y() - 8, 17, 17);
        if (!name.isEmpty())
            painter->drawPixmap(place(glyph),
                                iconPixmap(name, theme.muted, glyph.size(), painter->device()->devicePixelRatioF()));
        else
            painter->drawPixmap(
                place(glyph),
                iconPixmap(u"chevron-right"_s, theme.line, glyph.size(), painter->device()->devicePixelRatioF()));
        QRect line = option.rect.adjusted(44, 0, -18, 0);
        const auto key = index.data(PaletteModel::KeyRole).toString();
        if (!key.isEmpty()) {
            painter->setFont(option.font);
            const bool mirrored = option.direction == Qt::RightToLeft;
            const int width = painter->fontMetrics().horizontalAdvance(key) + 12;
            paintKey(*painter,
                     mirrored ? QRect(option.rect.left(), option.rect.top(), 18 + width, option.rect.height()) : line,
                     key, option.palette);
            line.adjust(0, 0, -width, 0);
        }
        paintLine(*painter, place(line),
                  {.left = index.data().toString(),
                   .right = index.data(PaletteModel::DetailRole).toString(),
                   .leftColor = enabled ? theme.text : theme.muted,
                   .rightColor = theme.muted},
                  option.font, scaled(option.font, 0.92), option.direction);
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *host, const ActionList &actions, SearchFunction search)
    : Sheet(host)
    , m_model(actions, std::move(search))
    , m_query(new QLineEdit(card()))
    , m_list(new QListView(card()))
    , m_nothing(plainLabel({}, card()))
{
    m_query->setPlaceholderText(tr("Search drivers, stops, addresses, tracking numbers, or type a command"));
    m_query->setAccessibleName(tr("Search and commands"));
    m_query->setFont(scaled(font(), 1.1));
    m_query->setClearButtonEnabled(true);
    m_query->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found"));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(1, 10, 1, 8);
    layout->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(10, 0, 10, 0);
    top->addWidget(m_query);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(48, 0, 48, 0);
    layout->addWidget(m_nothing, 1);

    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_list, &QListView::clicked, this, [this] { accept(); });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
}

void CommandPalette::openPalette()
{
    const QSignalBlocker quiet(m_query);
    m_query->clear();
    open(m_query);
    showMatches();
}

void CommandPalette::showMatches()
{
    m_model.setQuery(m_query->text());
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    const bool isEmpty = m_model.rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    if (!isEmpty)
        return;
    m_nothing->setText(tr("Nothing here is called “%1”.\nA part of a name, a street with its number or a tracking "
                          "number is enough.")
                           .arg(m_query->text().simplified().left(60)));
    QAccessibleAnnouncementEvent said(m_query, m_nothing->text());
    QAccessible::updateAccessibility(&said);
}

QRect CommandPalette::cardGeometry(QSize area) const
{
    const int width = std::min(680, area.width() - 40);
    const int height = std::min(460, area.height() - 80);
    return {(area.width() - width) / 2, std::min(64, area.height() / 10), width, height};
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return Sheet::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        accept();
    else if (const int step = stepOf(key); step != 0)
        moveBy(step);
    else
        return Sheet::eventFilter(watched, event);
    return true;
}

/// How many rows down \a key goes; 0 for one that goes nowhere.
int CommandPalette::stepOf(int key) const
{
    const int page = std::max(2, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (key) {
    case Qt::Key_Up:
        return -1;
    case Qt::Key_Down:
        return 1;
    case Qt::Key_PageUp:
        return -page;
    case Qt::Key_PageDown:
        return page;
    default:
        return 0;
    }
}

/// Single steps go round, pages stop at the ends.
void CommandPalette::moveBy(int step)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const int row = m_list->currentIndex().row() + step;
    m_list->setCurrentIndex(m_model.index(std::abs(step) == 1 ? (row + rows) % rows : std::clamp(row, 0, rows - 1)));
}

void CommandPalette::accept()
{
    const auto index = m_list->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    auto *action = m_model.action(index.row());
    const auto hit = m_model.hit(index.row());
    dismiss(); // first: the action may open something else, or move the focus
    if (action)
        action->trigger();
    else
        Q_EMIT hitChosen(hit);
}

} // namespace Doorstep

#include "moc_commandpalette.cpp"
