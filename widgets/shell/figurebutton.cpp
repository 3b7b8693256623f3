// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/figurebutton.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int gap = 6;
constexpr int sideMargin = 6;

QFont captionFont(const QFont &base)
{
    return scaled(base, 0.85);
}

QFont valueFont(const QFont &base)
{
    return scaled(base, 1.2, QFont::DemiBold);
}

} // namespace

FigureButton::FigureButton(const QString &caption, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(caption);
    setAccessibleName(caption);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void FigureButton::setFigure(const QString &value, const QString &detail, Tone tone)
{
    if (value == m_value && detail == m_detail && tone == m_tone)
        return;
    m_value = value;
    m_detail = detail;
    m_tone = tone;
    setAccessibleName(u"%1: %2 %3"_s.arg(text(), value, detail));
    setToolTip(detail);
    updateGeometry();
    update();
}

void FigureButton::setDetailShown(bool shown)
{
    if (shown == m_detailShown)
        return;
    m_detailShown = shown;
    updateGeometry();
    update();
}

QSize FigureButton::sizeHint() const
{
    const QFontMetrics caption(captionFont(font()));
    const QFontMetrics value(valueFont(font()));
    int width = value.horizontalAdvance(m_value);
    if (m_detailShown && !m_detail.isEmpty())
        width += gap + caption.horizontalAdvance(m_detail);
    return {std::max(width, caption.horizontalAdvance(text())) + (2 * sideMargin) + 2,
            caption.height() + value.height() + 4};
}

void FigureButton::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(theme.panelAlt);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    }
    const auto ink = [&] {
        switch (m_tone) {
        case Tone::Plain:
            return theme.text;
        case Tone::Ok:
            return theme.ok;
        case Tone::Risk:
            return theme.risk;
        case Tone::Bad:
            return theme.bad;
        }
        std::unreachable();
    }();
    const QFontMetrics caption(captionFont(font()));
    const QFontMetrics value(valueFont(font()));
    const int top = (height() - caption.height() - value.height()) / 2;
    const int shownWidth = width() - (2 * sideMargin);
    const auto start = Qt::AlignLeading | Qt::AlignVCenter;
    const auto place = [&](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h));
    };
    const auto alignment = QStyle::visualAlignment(layoutDirection(), start) | Qt::AlignAbsolute;
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // the alignment is absolute
    painter.setFont(captionFont(font()));
    painter.setPen(theme.muted);
    painter.drawText(place(sideMargin, top, shownWidth, caption.height()), static_cast<int>(alignment), text());
    const int valueWidth = value.horizontalAdvance(m_value);
    const int baseline = top + caption.height();
    if (m_detailShown)
        painter.drawText(place(sideMargin + valueWidth + gap, baseline + 1, shownWidth, value.height()),
                         static_cast<int>(alignment), m_detail);
    painter.setFont(valueFont(font()));
    painter.setPen(ink);
    painter.drawText(place(sideMargin, baseline, valueWidth + 2, value.height()), static_cast<int>(alignment), m_value);
}

} // namespace Doorstep

#include "moc_figurebutton.cpp"
