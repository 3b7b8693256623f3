// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/slotlist.h"

#include "widgets/parts/durationtext.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int rowsSeen = 3; ///< The rest scrolls; the sheet keeps its size.
constexpr int rowPadding = 6;

QString signedAmount(double cost)
{
    const auto whole = qRound64(cost);
    return (whole < 0 ? QString(QChar(0x2212)) : u"+"_s) + QLocale().toString(qAbs(whole));
}

} // namespace

SlotList::SlotList(QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel)
    , m_list(new QListWidget)
{
    auto *places = new QStackedLayout(this);
    m_state->setWordWrap(true);
    m_state->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Windows of today that can be promised"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    places->addWidget(m_state);
    places->addWidget(m_list);
    setFixedHeight(rowsSeen * rowHeight());
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT slotChosen(m_rows.at(row).slot);
    });
}

void SlotList::showAsking()
{
    showNothing(tr("Asking which windows of today can be kept…"));
}

void SlotList::showNothing(const QString &why)
{
    m_rows.clear();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_state->setText(why);
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(m_state);
}

int SlotList::rowHeight() const
{
    return 2 * fontMetrics().lineSpacing() + 2 * rowPadding;
}

void SlotList::showRows(const QList<Row> &rows, const DepotTime &time)
{
    if (rows == m_rows && m_list->count() > 0)
        return;
    if (rows.isEmpty()) {
        showNothing(tr("No window of today can be promised without missing another: agree on another day."));
        return;
    }
    const auto before = chosen();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_rows = rows;
    for (const auto &[slot, driver] : rows) {
        auto *item =
            new QListWidgetItem(tr("%1 · %2", "a window, a driver").arg(time.window(slot.window), driver) + u'\n'
                                    + tr("%1 % sure · %2 to spare · cost %3", "a number, a length of time, an amount")
                                          .arg(slot.chance)
                                          .arg(DurationText::length(slot.buffer), signedAmount(slot.cost)),
                                m_list);
        item->setSizeHint({0, rowHeight()});
        item->setToolTip(driver);
        if (before && before->window == slot.window)
            m_list->setCurrentItem(item);
    }
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(m_list);
}

std::optional<Slot> SlotList::chosen() const
{
    const auto row = m_list->currentRow();
    return row < 0 || row >= m_rows.size() ? std::nullopt : std::optional(m_rows.at(row).slot);
}

void SlotList::chooseNone()
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(-1);
    m_list->clearSelection();
}

} // namespace Doorstep

#include "moc_slotlist.cpp"
