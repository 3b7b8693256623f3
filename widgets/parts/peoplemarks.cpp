// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/peoplemarks.h"

#include "models/domain/driver.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QPainter>
#include <QStyle>

namespace Doorstep {

namespace {

constexpr int circle = 20;
constexpr int circleGap = 3;
constexpr qsizetype mostShown = 3;

} // namespace

PeopleMarks::PeopleMarks(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void PeopleMarks::setPeople(const QStringList &looking, const QStringList &editing)
{
    if (looking == m_looking && editing == m_editing)
        return;
    m_looking = looking;
    m_editing = editing;
    QStringList lines;
    for (const auto &name : looking)
        lines.append(editing.contains(name) ? tr("%1 is editing this", "name").arg(name)
                                            : tr("%1 is looking at this", "name").arg(name));
    setToolTip(
        QStringLiteral("<qt>%1</qt>").arg(lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))));
    setAccessibleName(lines.join(QStringLiteral(", ")));
    setVisible(!looking.isEmpty());
    updateGeometry();
    update();
}

QSize PeopleMarks::sizeHint() const
{
    const auto shown = static_cast<int>(std::min(m_looking.size(), mostShown));
    return {shown * (circle + circleGap), circle};
}

void PeopleMarks::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    QRect box(0, 0, circle, circle);
    for (const auto &name : m_looking.first(std::min(m_looking.size(), mostShown))) {
        const auto place = QStyle::visualRect(layoutDirection(), rect(), box);
        if (m_editing.contains(name))
            paintAvatar(painter, place, theme.accent, Driver{.name = name}.initials());
        else
            paintRing(painter, place, theme.accent, Driver{.name = name}.initials());
        box.translate(circle + circleGap, 0);
    }
}

} // namespace Doorstep

#include "moc_peoplemarks.cpp"
