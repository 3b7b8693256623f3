// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/slotlist.h"

#include "widgets/parts/durationtext.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int mostRowsSeen = 5;

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
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_state->setWordWrap(true);
    m_state->setProperty("secondary", true);
    m_list->setAccessibleName(tr("Windows of today that can be promised"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_state);
    column->addWidget(m_list);
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
    m_list->hide();
    m_state->setText(why);
    m_state->show();
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
        auto *item = new QListWidgetItem(tr("%1 · %2 · %3 % sure · %4 to spare · cost %5",
                                            "a window, a driver, a number, a length of time, an amount")
                                             .arg(time.window(slot.window), driver)
                                             .arg(slot.chance)
                                             .arg(DurationText::length(slot.buffer), signedAmount(slot.cost)),
                                         m_list);
        item->setToolTip(item->text());
        if (before && before->window == slot.window)
            m_list->setCurrentItem(item);
    }
    const auto seen = std::min(static_cast<int>(rows.size()), mostRowsSeen);
    m_list->setFixedHeight(seen * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    m_list->show();
    m_state->hide();
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
