// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/reroutedelegates.h"

#include "models/lists/reroutechangesmodel.h"
#include "models/lists/reroutesequencemodel.h"
#include "models/lists/reroutetellmodel.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"
#include "widgets/reroute/reroutewords.h"

#include <QLocale>
#include <QPainter>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int rowSide = 12;
constexpr int boxSize = 14;
constexpr int circle = 22;
constexpr int arrowWidth = 22;
constexpr int lockSize = 12;
constexpr double slackColumn = 3.9; // in heights of a line: "−1 h 32"

/// Logical places from where reading begins, as `option` is mirrored.
QRectF placed(const QStyleOptionViewItem &option, const QRectF &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect.toAlignedRect());
}

void paintBox(QPainter &painter, const QStyleOptionViewItem &option, bool isChecked)
{
    const auto &theme = Theme::of(option.palette);
    const auto box = QRectF(checkBoxOf(option)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isChecked ? theme.accent : theme.muted);
    painter.setBrush(isChecked ? theme.accent : theme.panel);
    painter.drawRoundedRect(box, 3, 3);
    if (!isChecked)
        return;
    painter.setPen(QPen(theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{box.topLeft() + QPointF(3.0, 6.8), box.topLeft() + QPointF(5.6, 9.4),
                                   box.topLeft() + QPointF(10.2, 4.0)});
}

/// Who has it; a ring with a dash for nobody.
void paintDriver(QPainter &painter, const QRectF &where, const QString &initials, int colour, const Theme &theme)
{
    if (initials.isEmpty())
        paintRing(painter, where, theme.muted, u"–"_s);
    else
        paintAvatar(painter, where, theme.routeColor(colour), initials);
}

/// So many places before, or after, with the same driver.
QString placesText(int places)
{
    return u"%1 %2"_s.arg(places > 0 ? QChar(0x2191) : QChar(0x2193)).arg(QLocale().toString(std::abs(places)));
}

} // namespace

QRect checkBoxOf(const QStyleOptionViewItem &option)
{
    const QRect box(option.rect.left() + rowSide, option.rect.center().y() - (boxSize / 2), boxSize, boxSize);
    return QStyle::visualRect(option.direction, option.rect, box);
}

QSize RerouteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {200, std::max(circle + 9, QFontMetrics(option.font).height() + 13)};
}

void RerouteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.panelAlt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    paintRow(*painter, option, index);
    painter->restore();
}

void ChangeDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const bool isRefused = index.data(Qt::CheckStateRole).value<Qt::CheckState>() != Qt::Checked;
    paintBox(painter, option, !isRefused);
    if (isRefused)
        painter.setOpacity(0.55);
    const double middle = option.rect.center().y();
    QRectF where(option.rect.left() + rowSide + boxSize + 9, middle - (circle / 2.0), circle, circle);
    paintDriver(painter, placed(option, where), index.data(RerouteChangesModel::FromInitialsRole).toString(),
                index.data(RerouteChangesModel::FromColourRole).toInt(), theme);
    where.translate(circle, 0);
    where.setWidth(arrowWidth);
    painter.setPen(theme.text);
    if (const int places = index.data(RerouteChangesModel::PlacesRole).toInt(); places != 0) {
        where.setWidth(arrowWidth + circle);
        painter.drawText(placed(option, where), Qt::AlignCenter, placesText(places));
    } else {
        painter.drawText(placed(option, where), Qt::AlignCenter, option.direction == Qt::RightToLeft ? u"←"_s : u"→"_s);
        where.translate(arrowWidth, 0);
        where.setWidth(circle);
        paintDriver(painter, placed(option, where), index.data(RerouteChangesModel::ToInitialsRole).toString(),
                    index.data(RerouteChangesModel::ToColourRole).toInt(), theme);
    }
    const QRectF rest(where.right() + 9, option.rect.top(), option.rect.right() - rowSide - where.right() - 8,
                      option.rect.height());
    const bool isLate = index.data(RerouteChangesModel::LateAfterRole).toInt() > 0;
    auto font = option.font;
    font.setStrikeOut(isRefused);
    paintLine(painter, placed(option, rest),
              {.left = index.data().toString(),
               .right = RerouteWords::times(index, time()),
               .leftColor = theme.text,
               .rightColor = isLate && !isRefused ? theme.bad : theme.muted,
               .shortLeft = {}},
              font, font, option.direction);
}

QSize TellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {200, (2 * QFontMetrics(option.font).height()) + 10};
}

void TellDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const bool isTold = index.data(RerouteTellModel::IsToldRole).toBool();
    paintBox(painter, option, isTold);
    const double left = rowSide + boxSize + 9;
    const double line = QFontMetricsF(option.font).height();
    QRectF where(option.rect.left() + left, option.rect.top() + 4, option.rect.width() - left - rowSide, line);
    const auto customer = index.data(RerouteTellModel::CustomerRole).toString();
    paintLine(painter, placed(option, where),
              {.left = customer.isEmpty() ? index.data().toString() : customer,
               .right = time().clock(index.data(RerouteTellModel::ArrivalRole).toDateTime()),
               .leftColor = isTold ? theme.muted : theme.text,
               .rightColor = theme.text,
               .shortLeft = {}},
              scaled(option.font, 1.0, isTold ? QFont::Normal : QFont::DemiBold), option.font, option.direction);
    where.translate(0, line);
    const auto phone = index.data(RerouteTellModel::PhoneRole).toString();
    paintLine(painter, placed(option, where),
              {.left = index.data().toString(),
               .right = isTold ? tr("told", "a customer") : phone,
               .leftColor = theme.muted,
               .rightColor = isTold ? theme.ok : theme.muted,
               .shortLeft = {}},
              option.font, option.font, option.direction);
}

QRectF SequenceDelegate::paintNumber(QPainter &painter, const QStyleOptionViewItem &option, int number)
{
    const auto &theme = Theme::of(option.palette);
    const double middle = option.rect.center().y() + 0.5;
    const QRectF pill(option.rect.left() + rowSide, middle - 9, 26, 18);
    if (number > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.isDark ? theme.panelAlt : theme.window);
        painter.drawRoundedRect(placed(option, pill), 9, 9);
        painter.setPen(theme.muted);
        painter.setFont(scaled(option.font, 0.87));
        painter.drawText(placed(option, pill), Qt::AlignCenter, QLocale().toString(number));
    }
    return {pill.right() + 8, static_cast<double>(option.rect.top()), option.rect.right() - rowSide - pill.right() - 7,
            static_cast<double>(option.rect.height())};
}

/// What is left of the window, at the end of \a rest, and a lock at its begin where no plan moves it.
void SequenceDelegate::paintEnds(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 QRectF &rest)
{
    const auto &theme = Theme::of(option.palette);
    const auto spare = index.data(RerouteSequenceModel::SpareSecondsRole);
    const bool isLate = spare.isValid() && spare.toLongLong() < 0;
    const double width = QFontMetricsF(option.font).height() * slackColumn;
    const QRectF last(rest.right() - width, rest.top(), width, rest.height());
    paintLine(painter, placed(option, last),
              {.left = {},
               .right = RerouteWords::spare(spare),
               .leftColor = theme.text,
               .rightColor = isLate ? theme.bad : theme.ok,
               .shortLeft = {}},
              option.font, option.font, option.direction);
    rest.setRight(last.left());
    if (!index.data(RerouteSequenceModel::StaysRole).toBool())
        return;
    const QRectF lock(rest.left() - 2, rest.center().y() - (lockSize / 2.0), lockSize, lockSize);
    painter.drawPixmap(placed(option, lock).topLeft(),
                       iconPixmap(u"lock"_s, theme.muted, {lockSize, lockSize}, painter.device()->devicePixelRatioF()));
    rest.setLeft(lock.right() + 6);
}

void SequenceDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using Fate = RerouteSequenceModel::Fate;
    const auto &theme = Theme::of(option.palette);
    const auto fate = index.data(RerouteSequenceModel::FateRole).value<Fate>();
    const bool isGone = fate == Fate::Gone;
    auto rest = paintNumber(painter, option, index.data(RerouteSequenceModel::NumberRole).toInt());
    QString right;
    if (isGone) {
        painter.setOpacity(0.6);
    } else {
        paintEnds(painter, option, index, rest);
        const auto arrival = index.data(RerouteSequenceModel::ArrivalRole).toDateTime();
        right = arrival.isValid() ? time().clock(arrival) : u"…"_s;
    }
    const auto what = RerouteWords::fate(index);
    const auto address = index.data().toString();
    auto font = scaled(option.font, 1.0, fate == Fate::New || fate == Fate::Moved ? QFont::DemiBold : QFont::Normal);
    paintLine(painter, placed(option, rest),
              {.left = what.isEmpty() ? address : u"%1 · %2"_s.arg(address, what),
               .right = right,
               .leftColor = theme.text,
               .rightColor = theme.muted,
               .shortLeft = {}},
              font, option.font, option.direction);
}

} // namespace Doorstep

#include "moc_reroutedelegates.cpp"
