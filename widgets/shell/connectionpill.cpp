// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/connectionpill.h"

#include "widgets/parts/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Doorstep {

ConnectionPill::ConnectionPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setToolTip(tr("Click to connect again now"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState({});
    setText(tr("Connecting…"));
    setAccessibleName(text());
}

void ConnectionPill::setState(const ConnectionState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    switch (state.link) {
    case ConnectionState::Link::Connecting:
        setText(tr("Connecting…"));
        break;
    case ConnectionState::Link::Live:
        setText(state.roundTrip && state.waiting == 0 && state.attention == 0
                    ? tr("Live · %1 ms").arg(qint64{state.roundTrip->count()})
                    : tr("Live"));
        break;
    case ConnectionState::Link::Offline:
        setText(state.since.isEmpty() ? tr("Offline") : tr("Offline since %1", "%1 is a time").arg(state.since));
        break;
    case ConnectionState::Link::SignedOut:
        setText(tr("Signed out"));
        break;
    }
    if (state.attention > 0)
        setText(text() + u" · "_s + tr("%n need(s) attention", nullptr, state.attention));
    if (state.waiting > 0)
        setText(text() + u" · "_s + tr("%n waiting", nullptr, state.waiting));
    setAccessibleName(text());
    updateGeometry();
    update();
}

QSize ConnectionPill::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 34, fontMetrics().height() + 10};
}

void ConnectionPill::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    const bool live = m_state.link == ConnectionState::Link::Live;
    const bool needsSomebody = m_state.attention > 0;
    const bool connecting = m_state.link == ConnectionState::Link::Connecting;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isCalm = (live || connecting) && !needsSomebody;
    if (hasFocus() || underMouse() || !isCalm) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(isCalm ? theme.panelAlt : theme.riskSoft);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    }
    const auto mark = QStyle::visualRect(layoutDirection(), rect(), QRect(10, (height() - 8) / 2, 8, 8));
    auto color = connecting ? theme.silent : theme.risk;
    if (live)
        color = theme.ok;
    // Live is a full dot, everything else a ring: told without colour.
    painter.setPen(live ? QPen(Qt::NoPen) : QPen(color, 2));
    painter.setBrush(live ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(mark);
    painter.setPen(isCalm ? theme.muted : theme.risk);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(24, 0, -8, 0)), Qt::AlignCenter,
                     text());
}

} // namespace Doorstep

#include "moc_connectionpill.cpp"
