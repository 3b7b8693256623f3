// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/marks.h"

#include "widgets/parts/icons.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int markGap = 3;

} // namespace

QString Marks::words(const StopMarks &marks)
{
    QStringList words;
    if (marks.isWaiting)
        words.append(tr("waiting to be confirmed"));
    if (marks.isPinned)
        words.append(tr("pinned to its route"));
    if (marks.isHeld)
        words.append(tr("held"));
    return words.join(u", "_s);
}

int Marks::paint(QPainter &painter, const StopMarks &marks, const QRect &area, Qt::LayoutDirection direction,
                 const Theme &theme)
{
    int taken = 0;
    const auto draw = [&](const QString &name, const QColor &color) {
        const QRect place(area.left() + taken, area.center().y() - (size / 2) + 1, size, size);
        painter.drawPixmap(QStyle::visualRect(direction, area, place),
                           iconPixmap(name, color, place.size(), painter.device()->devicePixelRatioF()));
        taken += size + markGap;
    };
    if (marks.isWaiting)
        draw(u"clock"_s, theme.accent);
    if (marks.isPinned)
        draw(u"lock"_s, theme.muted);
    if (marks.isHeld)
        draw(u"blocked"_s, theme.risk);
    return taken;
}

void Marks::paintWaiting(QPainter &painter, QPointF centre, const Theme &theme)
{
    const QRectF disc(centre.x() - (size / 2.0), centre.y() - (size / 2.0), size, size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.panel);
    painter.drawEllipse(disc);
    painter.drawPixmap(disc.toRect(),
                       iconPixmap(u"clock"_s, theme.accent, {size, size}, painter.device()->devicePixelRatioF()));
    painter.restore();
}

} // namespace Doorstep
