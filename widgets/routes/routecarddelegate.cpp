// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/routes/routecarddelegate.h"

#include "models/domain/clock.h"
#include "models/domain/route.h"
#include "models/lists/routelistmodel.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/marks.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"
#include "widgets/parts/words.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int sideMargin = 12;
constexpr int avatarSize = 26;
constexpr int barHeight = 3;
constexpr int topMargin = 5;
constexpr int barMargin = 3; // above and below the bar
constexpr int bottomMargin = 4;

Forecast::State stateOf(const QModelIndex &index)
{
    return index.data(RouteListModel::StateRole).value<Forecast::State>();
}

std::optional<std::chrono::seconds> slackOf(const QModelIndex &index)
{
    const auto slack = index.data(RouteListModel::SlackSecondsRole);
    return slack.isValid() ? std::optional(std::chrono::seconds(slack.toLongLong())) : std::nullopt;
}

QString doneOf(const QModelIndex &index)
{
    return RouteCardDelegate::tr("%1 of %n stop(s)", nullptr, index.data(RouteListModel::TotalStopsRole).toInt())
        .arg(index.data(RouteListModel::DoneStopsRole).toInt());
}

QString loadOf(const QModelIndex &index)
{
    const int percent = qRound(index.data(RouteListModel::LoadFractionRole).toDouble() * 100);
    return RouteCardDelegate::tr("%1 · %2 % full", "%1 is a vehicle")
        .arg(Words::of(index.data(RouteListModel::VehicleKindRole).value<Vehicle::Kind>()),
             QLocale().toString(percent));
}

} // namespace

RouteCardDelegate::RouteCardDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

QString RouteCardDelegate::outlook(const QModelIndex &index) const
{
    const auto state = stateOf(index);
    if (state == Forecast::State::Finished)
        return Words::of(state);
    if (state == Forecast::State::Silent) {
        const auto lastSeen = index.data(RouteListModel::LastSeenRole).toDateTime();
        return lastSeen.isValid() ? DurationText::silence(std::chrono::seconds(lastSeen.secsTo(m_clock.now())))
                                  : tr("never heard");
    }
    if (index.data(RouteListModel::StatusRole).value<Route::Status>() == Route::Status::Planned && !slackOf(index))
        return tr("not started");
    return DurationText::slack(slackOf(index));
}

QString RouteCardDelegate::nextStop(const QModelIndex &index)
{
    if (const auto line = index.data(RouteListModel::NextStopLineRole).toString(); !line.isEmpty())
        return line;
    return stateOf(index) == Forecast::State::Finished ? tr("All stops done") : u"—"_s;
}

QString RouteCardDelegate::spoken(const QModelIndex &index) const
{
    const auto waiting =
        index.data(RouteListModel::IsWaitingRole).toBool() ? u", "_s + Marks::words({.isWaiting = true}) : QString();
    return spokenPlainly(index) + waiting;
}

QString RouteCardDelegate::spokenPlainly(const QModelIndex &index) const
{
    const bool silent = stateOf(index) == Forecast::State::Silent;
    return u"%1, %2, %3, %4 %5, %6, %7"_s.arg(
        index.data(RouteListModel::NameRole).toString(), Words::of(stateOf(index)),
        silent ? outlook(index) : DurationText::spokenSlack(slackOf(index)), nextStop(index),
        m_time.clock(index.data(RouteListModel::NextArrivalRole).toDateTime()), doneOf(index), loadOf(index));
}

QSize RouteCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const QFontMetrics body(option.font);
    const QFontMetrics small(scaled(option.font, 0.87));
    return {200, topMargin + (2 * body.height()) + barMargin + barHeight + barMargin + small.height() + bottomMargin};
}

void RouteCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const auto state = stateOf(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.panelAlt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);

    const auto place = [&](const QRectF &rect) {
        return QRectF(QStyle::visualRect(option.direction, option.rect, rect.toRect()));
    };
    const auto color = state == Forecast::State::Silent
        ? theme.silent
        : theme.routeColor(index.data(RouteListModel::ColourIndexRole).toInt());
    const QRectF inner = QRectF(option.rect).adjusted(sideMargin, topMargin, -sideMargin, 0);
    painter->setFont(option.font);
    paintAvatar(*painter, place({inner.left(), inner.top() + 3, avatarSize, avatarSize}), color,
                index.data(RouteListModel::InitialsRole).toString());

    if (index.data(RouteListModel::IsWaitingRole).toBool())
        Marks::paintWaiting(
            *painter, place({inner.left() + avatarSize - 9, inner.top() + 3 + avatarSize - 9, 14, 14}).center(), theme);

    const auto strong = scaled(option.font, 1.0, QFont::DemiBold);
    const auto small = scaled(option.font, 0.87);
    const double body = QFontMetricsF(option.font).height();
    QRectF line(inner.left() + avatarSize + 9, inner.top(), inner.width() - avatarSize - 9, body);
    const bool calm = state == Forecast::State::Silent;
    paintLine(*painter, place(line),
              {.left = index.data(RouteListModel::NameRole).toString(),
               .right = outlook(index),
               .leftColor = theme.text,
               .rightColor = calm ? theme.muted : theme.colorOf(state)},
              strong, option.font, option.direction);
    line.translate(0, body);
    const auto arrival = index.data(RouteListModel::NextArrivalRole).toDateTime();
    paintLine(
        *painter, place(line),
        {.left = nextStop(index), .right = m_time.clock(arrival), .leftColor = theme.muted, .rightColor = theme.muted},
        option.font, option.font, option.direction);
    line.translate(0, body + barMargin);
    line.setHeight(barHeight);
    const int total = index.data(RouteListModel::TotalStopsRole).toInt();
    const double done =
        total == 0 ? 0.0 : static_cast<double>(index.data(RouteListModel::DoneStopsRole).toInt()) / total;
    paintProgress(*painter, place(line), done, theme.colorOf(state),
                  selected ? mixed(theme.accent, theme.accentSoft, 0.18F) : theme.line, option.direction);
    line.translate(0, barHeight + barMargin);
    line.setHeight(QFontMetricsF(small).height());
    paintLine(*painter, place(line),
              {.left = doneOf(index), .right = loadOf(index), .leftColor = theme.muted, .rightColor = theme.muted},
              small, small, option.direction);
    painter->restore();
}

} // namespace Doorstep

#include "moc_routecarddelegate.cpp"
