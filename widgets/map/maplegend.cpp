// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/maplegend.h"

#include "models/domain/forecast.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace Doorstep {

namespace {
constexpr int padding = 12;
constexpr int mark = 10;
constexpr int gap = 6;
constexpr int between = 16;
constexpr double widestBar = 110.0;

using State = Forecast::State;

struct Entry
{
    State state = State::OnTime;
    QString word;
};

QList<Entry> entries()
{
    return {{.state = State::OnTime, .word = MapLegend::tr("on time")},
            {.state = State::AtRisk, .word = MapLegend::tr("at risk")},
            {.state = State::Late, .word = MapLegend::tr("late or failed")},
            {.state = State::Silent, .word = MapLegend::tr("silent")}};
}
} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(scaled(font(), 0.87));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QStringList words;
    for (const auto &entry : entries())
        words.append(entry.word);
    setAccessibleName(tr("Legend: %1").arg(words.join(u", ")));
}

QSize MapLegend::sizeHint() const
{
    int width = 2 * padding - between;
    for (const auto &entry : entries())
        width += mark + gap + fontMetrics().horizontalAdvance(entry.word) + between;
    return {width, fontMetrics().height() + 12};
}

void MapLegend::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.0, 7.0);

    int x = padding;
    for (const auto &entry : entries()) {
        const auto wordWidth = fontMetrics().horizontalAdvance(entry.word);
        const auto place = [this](QRect where) { return QStyle::visualRect(layoutDirection(), rect(), where); };
        paintStatusMark(painter, place({x, (height() - mark) / 2, mark, mark}), entry.state, palette());
        x += mark + gap;
        painter.setPen(theme.muted);
        painter.drawText(place({x, 0, wordWidth + 1, height()}), Qt::AlignVCenter | Qt::TextSingleLine, entry.word);
        x += wordWidth + between;
    }
}

ScaleBar::ScaleBar(QWidget *parent)
    : QWidget(parent)
{
    setFont(scaled(font(), 0.8));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ScaleBar::setMetersPerPixel(double meters)
{
    const auto most = meters * widestBar;
    const auto power = std::pow(10.0, std::floor(std::log10(std::max(most, 1e-3))));
    const auto lead = most / power;
    double round = 1.0;
    for (const double one : {2.0, 5.0})
        round = lead >= one ? one : round;
    m_meters = power * round;
    m_pixels = m_meters / meters;
    setAccessibleName(tr("Scale: %1 m").arg(QLocale().toString(m_meters, 'f', 0)));
    update();
}

QSize ScaleBar::sizeHint() const
{
    return {int(widestBar) + 14, fontMetrics().height() + 8};
}

void ScaleBar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const auto text = m_meters >= 1000.0 ? tr("%1 km").arg(QLocale().toString(m_meters / 1000.0, 'f', 0))
                                         : tr("%1 m").arg(QLocale().toString(m_meters, 'f', 0));
    QPainter painter(this);
    auto plate = theme.panel;
    plate.setAlphaF(0.75F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(QRectF(0.0, 0.0, m_pixels + 12.0, height()), 4.0, 4.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.muted);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(rect().adjusted(8, 0, 0, -6), Qt::AlignBottom | Qt::AlignLeft, text);
    const auto bottom = height() - 5;
    const auto right = 6 + int(std::lround(m_pixels));
    painter.drawLine(6, bottom - 4, 6, bottom);
    painter.drawLine(6, bottom, right, bottom);
    painter.drawLine(right, bottom, right, bottom - 4);
}

} // namespace Doorstep

#include "moc_maplegend.cpp"
