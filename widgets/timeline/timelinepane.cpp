// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timelinepane.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/panelheader.h"
#include "widgets/timeline/timelineview.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

TimelinePane::TimelinePane(TimelineView *view, QWidget *parent)
    : QWidget(parent)
    , m_header(new PanelHeader(tr("Timeline")))
    , m_range(new QLabel(m_header))
    , m_view(view)
{
    auto *now = new QToolButton(m_header);
    now->setProperty("quiet", true);
    now->setText(tr("Now", "go back to the present"));
    now->setToolTip(tr("Follow the present again (Home)"));
    now->setAccessibleName(tr("Show the present in the timeline"));
    now->setFont(scaled(font(), 0.92));
    connect(now, &QAbstractButton::clicked, view, &TimelineView::goToNow);
    m_range->setFont(scaled(font(), 0.92));
    m_range->setForegroundRole(QPalette::PlaceholderText);
    m_range->setContentsMargins(6, 0, 6, 0);
    m_header->addControl(now);
    m_header->addControl(m_range);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    setMinimumHeight(90);
    connect(view, &TimelineView::scaleChanged, this, &TimelinePane::showRange);
    showRange();
}

void TimelinePane::setDepotTime(const DepotTime &time)
{
    m_view->setDepotTime(time);
}

void TimelinePane::showRange()
{
    const auto &scale = m_view->scale();
    m_range->setText(
        u"%1 – %2"_s.arg(m_view->depotTime().clock(scale.from), m_view->depotTime().clock(scale.at(scale.width))));
}

} // namespace Doorstep

#include "moc_timelinepane.cpp"
