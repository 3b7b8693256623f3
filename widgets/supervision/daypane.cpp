// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/daypane.h"

#include "widgets/parts/panelcard.h"
#include "widgets/supervision/daychart.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Doorstep {

DayPane::DayPane(const Fleet &fleet, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_chart(new DayChart(fleet, clock, this))
{
    auto *card = new PanelCard(tr("Stops over the day"), this);
    auto *legend = new QLabel(this);
    legend->setTextFormat(Qt::PlainText);
    legend->setForegroundRole(QPalette::PlaceholderText);
    legend->setContentsMargins(0, 0, 8, 0);
    connect(m_chart, &DayChart::counted, legend, [this, legend] { legend->setText(m_chart->accessibleDescription()); });
    legend->setText(m_chart->accessibleDescription());
    card->addControl(legend);
    card->addBody(m_chart, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 6);
    layout->addWidget(card);
}

void DayPane::setDepotTime(const DepotTime &time)
{
    m_chart->setDepotTime(time);
}

} // namespace Doorstep

#include "moc_daypane.cpp"
