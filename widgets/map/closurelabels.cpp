// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/closurelabels.h"

#include "widgets/parts/fonts.h"

#include <QLabel>

#include <algorithm>

namespace Doorstep {
namespace {

constexpr double smallestAreaPixels = 36.0; // narrower than that it is a dot, and a name would hide the city

} // namespace

ClosureLabels::ClosureLabels(QWidget *map, QWidget *furniture)
    : QObject(map)
    , m_map(*map)
    , m_furniture(furniture)
{
}

void ClosureLabels::setClosures(const QList<ClosureArea> &closures)
{
    for (const auto &label : m_labels)
        delete label.widget;
    m_labels.clear();
    for (const auto &closure : closures) {
        Label label;
        for (const auto &corner : closure.outline) {
            if (const auto point = toWorld(corner))
                label.outline.push_back(*point);
        }
        if (label.outline.empty() || closure.name.isEmpty())
            continue;
        label.widget = new QLabel(&m_map);
        label.widget->setTextFormat(Qt::PlainText);
        label.widget->setFont(scaled(m_map.font(), 0.85));
        label.widget->setText(label.widget->fontMetrics().elidedText(closure.name.simplified(), Qt::ElideRight, 220));
        label.widget->setContentsMargins(6, 2, 6, 2);
        label.widget->setAutoFillBackground(true);
        label.widget->setAttribute(Qt::WA_TransparentForMouseEvents);
        label.widget->adjustSize();
        label.widget->stackUnder(m_furniture);
        label.widget->hide();
        m_labels.push_back(std::move(label));
    }
}

void ClosureLabels::setShown(bool shown)
{
    m_isShown = shown;
}

void ClosureLabels::place(const MapProjection &projection)
{
    for (const auto &[widget, outline] : m_labels) {
        QRectF box;
        for (const auto &point : outline) {
            const QRectF at(projection.toScreen(point), QSizeF(0.01, 0.01));
            box = box.isNull() ? at : box.united(at);
        }
        const QRect wanted(box.center().toPoint() - widget->rect().center(), widget->size());
        const bool fits = std::max(box.width(), box.height()) >= smallestAreaPixels;
        const bool isVisible = m_isShown && fits && m_map.rect().intersects(wanted);
        if (isVisible)
            widget->move(wanted.topLeft());
        widget->setVisible(isVisible);
    }
}

} // namespace Doorstep

#include "moc_closurelabels.cpp"
