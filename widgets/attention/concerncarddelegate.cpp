// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/concerncarddelegate.h"

#include "models/domain/clock.h"
#include "models/domain/driver.h"
#include "models/domain/exception.h"
#include "models/lists/attentionlistmodel.h"
#include "widgets/attention/concernwords.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/marks.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QPainter>

#include <utility>

namespace Doorstep {

namespace {

constexpr int sideMargin = 12;
constexpr int iconBox = 26;
constexpr int glyphSize = 16;
constexpr int newDot = 8;

struct Tone
{
    QColor ink;
    QColor ground;
};

Tone toneOf(Exception::Severity severity, const Theme &theme)
{
    switch (severity) {
    case Exception::Severity::High:
        return {.ink = theme.bad, .ground = theme.badSoft};
    case Exception::Severity::Medium:
        return {.ink = theme.risk, .ground = theme.riskSoft};
    case Exception::Severity::Low:
        return {.ink = theme.silent, .ground = theme.isDark ? theme.panelAlt : theme.window};
    }
    std::unreachable();
}

Tone toneOf(const QModelIndex &index, const Theme &theme)
{
    switch (index.data(AttentionListModel::KindRole).value<Concern::Kind>()) {
    case Concern::Kind::FailedAttempt:
    case Concern::Kind::NoPlace:
        return {.ink = theme.bad, .ground = theme.badSoft};
    case Concern::Kind::WillMissWindow:
        return {.ink = theme.risk, .ground = theme.riskSoft};
    case Concern::Kind::DriverSilent:
        return {.ink = theme.silent, .ground = theme.isDark ? theme.panelAlt : theme.window};
    case Concern::Kind::Reported:
        return toneOf(index.data(AttentionListModel::CaseRole).value<Exception>().severity, theme);
    }
    std::unreachable();
}

constexpr int circle = 20;

QStringList lookers(const QModelIndex &index)
{
    return index.data(AttentionListModel::LookingRole).toStringList();
}

int widthOfPeople(const QModelIndex &index)
{
    const auto owner = index.data(AttentionListModel::OwnerNameRole).toString();
    const auto people = std::min(lookers(index).size(), qsizetype{2}) + (owner.isEmpty() ? 0 : 1);
    return static_cast<int>(people) * (circle + 3);
}

/// Who took it, as a full circle; who else looks at it, as rings.
void paintPeople(QPainter &painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto &theme = Theme::of(option.palette);
    QRect box(line.right() - circle + 1, line.center().y() - (circle / 2), circle, circle);
    painter.setFont(option.font);
    if (const auto owner = index.data(AttentionListModel::OwnerNameRole).toString(); !owner.isEmpty()) {
        paintAvatar(painter, QStyle::visualRect(option.direction, option.rect, box), theme.muted,
                    Driver{.name = owner}.initials());
        box.translate(-circle - 3, 0);
    }
    for (const auto &name : lookers(index).first(std::min(lookers(index).size(), qsizetype{2}))) {
        paintRing(painter, QStyle::visualRect(option.direction, option.rect, box), theme.accent,
                  Driver{.name = name}.initials());
        box.translate(-circle - 3, 0);
    }
}

/// A bell and a word, so that it is not told by colour alone; returns the width it took.
int paintEscalation(QPainter &painter, const QRect &line, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto word = ConcernWords::escalation(index);
    if (word.isEmpty())
        return 0;
    const auto &theme = Theme::of(option.palette);
    // What a colleague raised has more weight than what only nobody took in time.
    const auto exception = index.data(AttentionListModel::CaseRole).value<Exception>();
    const auto ink = exception.escalatedBy.isValid() ? theme.bad : theme.muted;
    const auto font = scaled(option.font, 0.92, QFont::DemiBold);
    constexpr int bell = 13;
    constexpr int gap = 4;
    const int width = bell + gap + QFontMetrics(font).horizontalAdvance(word);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    painter.drawPixmap(place(QRect(line.left(), line.center().y() - (bell / 2), bell, bell)),
                       iconPixmap(QStringLiteral("bell"), ink, {bell, bell}, painter.device()->devicePixelRatioF()));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(place(QRect(line.left() + bell + gap, line.top(), width - bell - gap, line.height())),
                     Qt::AlignVCenter | Qt::AlignHCenter, word);
    return width + 8;
}

} // namespace

ConcernCardDelegate::ConcernCardDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

QSize ConcernCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {220, (3 * QFontMetrics(option.font).height()) + 19};
}

void ConcernCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const auto now = m_clock.now();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.panelAlt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);

    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const auto tone = toneOf(index, theme);
    const QRect box(option.rect.left() + sideMargin, option.rect.top() + 10, iconBox, iconBox);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone.ground);
    painter->drawRoundedRect(place(box), 6, 6);
    const int inset = (iconBox - glyphSize) / 2;
    painter->drawPixmap(place(box.adjusted(inset, inset, -inset, -inset)),
                        iconPixmap(ConcernWords::iconName(index), tone.ink, {glyphSize, glyphSize},
                                   painter->device()->devicePixelRatioF()));

    const auto marks = index.data(AttentionListModel::MarksRole).value<StopMarks>();
    Marks::paint(*painter, marks, place(QRect(box.left() - 4, box.bottom() + 4, 3 * (Marks::size + 3), Marks::size)),
                 option.direction, theme);

    const bool isNew = index.data(AttentionListModel::IsNewRole).toBool();
    if (isNew) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        const QPoint corner(box.right() + 1, box.top());
        painter->drawEllipse(place(QRect(corner - QPoint(newDot / 2, newDot / 2), QSize(newDot, newDot))));
    }

    const auto due = index.data(AttentionListModel::DueAtRole).toDateTime();
    const bool pastDue = due.isValid() && due < now;
    const auto strong = scaled(option.font, 1.0, isNew ? QFont::Bold : QFont::DemiBold);
    QRect line = option.rect.adjusted(sideMargin + iconBox + 10, 9, -sideMargin, 0);
    line.setHeight(QFontMetrics(option.font).height());
    paintLine(*painter, place(line),
              {.left = ConcernWords::title(index, now),
               .right = ConcernWords::countdown(index, now),
               .leftColor = theme.text,
               .rightColor = pastDue ? theme.bad : theme.muted,
               .shortLeft = ConcernWords::shortTitle(index)},
              strong, pastDue ? strong : option.font, option.direction);
    line.translate(0, line.height());
    paintLine(*painter, place(line),
              {.left = ConcernWords::place(index), .right = {}, .leftColor = theme.muted, .rightColor = theme.muted},
              option.font, option.font, option.direction);
    line.translate(0, line.height());
    const auto room = line.adjusted(paintEscalation(*painter, line, option, index), 0, -widthOfPeople(index), 0);
    paintLine(*painter, place(room),
              {.left = ConcernWords::detail(index), .right = {}, .leftColor = theme.muted, .rightColor = theme.muted},
              option.font, option.font, option.direction);
    paintPeople(*painter, line, option, index);
    painter->restore();
}

} // namespace Doorstep

#include "moc_concerncarddelegate.cpp"
