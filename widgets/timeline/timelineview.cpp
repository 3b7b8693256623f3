// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timelineview.h"

#include "models/domain/clock.h"
#include "models/lists/routefiltermodel.h"
#include "models/store/selection.h"
#include "widgets/timeline/timelineaccessible.h"
#include "widgets/timeline/timelinewords.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

using namespace std::chrono_literals;

namespace Doorstep {

namespace {

constexpr auto shownSpan = std::chrono::seconds(5h + 30min);
constexpr double nowShare = 0.38; // where now is in the width while it is followed

} // namespace

TimelineView::TimelineView(TimelineModel &timeline, RouteFilterModel &routes, Selection &selection, const Clock &clock,
                           QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_timeline(timeline)
    , m_routes(routes)
    , m_selection(selection)
    , m_clock(clock)
    , m_table(timeline, routes)
{
    TimelineAccessible::install();
    setAccessibleName(tr("Timeline of the routes"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    m_scale.span = shownSpan;

    const auto repaint = [this] { viewport()->update(); };
    const auto recount = [this] {
        updateRange();
        if (std::exchange(m_wasInSight, false))
            showSelection();
        viewport()->update();
    };
    connect(&timeline, &QAbstractItemModel::dataChanged, this, repaint);
    for (auto *model : {static_cast<QAbstractItemModel *>(&timeline), static_cast<QAbstractItemModel *>(&routes)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, recount);
        connect(model, &QAbstractItemModel::rowsRemoved, this, recount);
        connect(model, &QAbstractItemModel::modelReset, this, recount);
        connect(model, &QAbstractItemModel::layoutChanged, this, recount);
    }
    // The selected route stays in sight where others are sorted around it.
    const auto look = [this] { m_wasInSight = m_wasInSight || isInSight(selectedRow()); };
    connect(&routes, &QAbstractItemModel::layoutAboutToBeChanged, this, look);
    connect(&routes, &QAbstractItemModel::rowsAboutToBeInserted, this, look);
    connect(&routes, &QAbstractItemModel::rowsAboutToBeRemoved, this, look);
    connect(&selection, &Selection::changed, this, &TimelineView::showSelection);
    connect(&m_table, &TimelineTable::rowsChanged, this, [this] {
        QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
        QAccessible::updateAccessibility(&event);
    });
    goToNow();
}

void TimelineView::setDepotTime(const DepotTime &time)
{
    m_time = time;
    m_table.setDepotTime(time);
    viewport()->update();
    Q_EMIT scaleChanged();
}

void TimelineView::goToNow()
{
    auto scale = m_scale;
    scale.from =
        m_clock.now().addMSecs(-static_cast<qint64>(nowShare * static_cast<double>(scale.span.count()) * 1000));
    setScale(scale, true);
}

void TimelineView::zoom(double factor)
{
    const double middle = m_followsNow ? m_scale.x(m_clock.now()) : m_scale.width / 2;
    setScale(m_scale.zoomed(factor, middle), m_followsNow);
}

void TimelineView::tick()
{
    if (m_followsNow)
        goToNow();
    viewport()->update();
}

int TimelineView::rowAt(int y) const
{
    const int row = (y - axisHeight() + verticalScrollBar()->value()) / rowHeight();
    return y >= axisHeight() && row < m_routes.rowCount() ? row : -1;
}

int TimelineView::timelineRow(int row) const
{
    return m_routes.mapToSource(m_routes.index(row, 0)).row();
}

int TimelineView::selectedRow() const
{
    const auto index = m_routes.indexOf(m_selection.route().toString());
    return index.isValid() ? index.row() : -1;
}

const TimelineBar *TimelineView::barAt(QPoint position) const
{
    const int row = rowAt(position.y());
    if (row < 0 || !tracks().contains(position))
        return nullptr;
    const auto &bars = m_timeline.bars(timelineRow(row));
    const auto under = [&](const TimelineBar &bar) {
        return rectOf(bar, row).adjusted(-2, -4, 2, 4).contains(position);
    };
    const auto found = std::ranges::find_if(bars, under);
    return found == bars.end() ? nullptr : &*found;
}

std::optional<TimelineView::Gap> TimelineView::gapAt(QPoint position) const
{
    const int row = rowAt(position.y());
    if (row < 0)
        return {};
    const int top = axisHeight() + (row * rowHeight()) - verticalScrollBar()->value();
    Gap gap{.route = RouteId(m_timeline.index(timelineRow(row)).data(TimelineModel::RouteIdRole).toString()),
            .before = {},
            .isWholeRow = !tracks().contains(position),
            .mark = {0, top, viewport()->width(), rowHeight()}};
    if (gap.isWholeRow)
        return gap;
    // Only between those that are still to come can something be put.
    QRect beside;
    for (const auto &bar : m_timeline.bars(timelineRow(row))) {
        const auto rect = rectOf(bar, row).toRect();
        if (rect.isEmpty())
            continue;
        if (rect.center().x() > position.x() && !bar.actual.from.isValid()) {
            gap.before = bar.stop;
            beside = rect;
            break;
        }
        beside = QRect(rect.right() + 4, rect.top(), 1, rect.height());
    }
    const int x = beside.isNull() ? position.x() : beside.left() - 3;
    gap.mark = QRect(std::clamp(x, tracks().left(), tracks().right() - 3), top + 1, 3, rowHeight() - 2);
    return gap;
}

QRect TimelineView::barRect(const StopId &stop) const
{
    for (int row = 0; row < m_routes.rowCount(); ++row)
        for (const auto &bar : m_timeline.bars(timelineRow(row)))
            if (bar.stop == stop)
                return rectOf(bar, row).toRect();
    return {};
}

void TimelineView::setScale(const TimeScale &scale, bool following)
{
    m_followsNow = following;
    if (scale == m_scale)
        return;
    m_scale = scale;
    viewport()->update();
    Q_EMIT scaleChanged();
}

void TimelineView::updateRange()
{
    const int all = m_routes.rowCount() * rowHeight();
    const int shown = std::max(0, viewport()->height() - axisHeight());
    verticalScrollBar()->setRange(0, std::max(0, all - shown));
    verticalScrollBar()->setPageStep(shown);
    verticalScrollBar()->setSingleStep(rowHeight());
}

bool TimelineView::isInSight(int row) const
{
    const int top = (row * rowHeight()) - verticalScrollBar()->value();
    return row >= 0 && top + rowHeight() > 0 && top < viewport()->height() - axisHeight();
}

void TimelineView::showSelection()
{
    const int row = selectedRow();
    if (row >= 0) {
        const int top = row * rowHeight();
        const int shown = viewport()->height() - axisHeight();
        auto *bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top);
        else if (top + rowHeight() > bar->value() + shown)
            bar->setValue(top + rowHeight() - shown);
    }
    viewport()->update();
}

void TimelineView::selectRow(int row)
{
    if (row < 0 || row >= m_routes.rowCount())
        return;
    m_selection.selectRoute(RouteId(m_timeline.index(timelineRow(row)).data(TimelineModel::RouteIdRole).toString()));
}

void TimelineView::select(const StopId &stop)
{
    if (!stop.isValid()) {
        m_selection.clear();
        return;
    }
    m_selection.selectStop(stop);
    const int row = selectedRow();
    if (row < 0)
        return;
    const auto bars = m_timeline.bars(timelineRow(row));
    if (const auto found = std::ranges::find(bars, stop, &TimelineBar::stop); found != bars.end())
        reveal(*found, row);
}

void TimelineView::reveal(const TimelineBar &bar, int row)
{
    if (const auto rect = rectOf(bar, row); rect.left() < tracks().left() || rect.right() > tracks().right())
        setScale(m_scale.moved(rect.center().x() - tracks().left() - (m_scale.width / 2)), false);
}

// Steps to the next or previous stop of the selected route, and says it aloud.
void TimelineView::selectBeside(int step)
{
    const int row = selectedRow();
    if (row < 0) {
        selectRow(0);
        return;
    }
    const auto &bars = m_timeline.bars(timelineRow(row));
    if (bars.isEmpty())
        return;
    const auto found = std::ranges::find(bars, m_selection.stop(), &TimelineBar::stop);
    qsizetype next = 0;
    if (found != bars.end()) {
        next = std::clamp<qsizetype>(found - bars.begin() + step, 0, bars.size() - 1);
    } else {
        // From a whole route, the first step goes to what comes next.
        const auto ahead =
            std::ranges::find_if(bars, [this](const auto &bar) { return bar.span().from > m_clock.now(); });
        next = ahead == bars.end() ? bars.size() - 1 : ahead - bars.begin();
    }
    const auto bar = bars.at(next);
    m_selection.selectStop(bar.stop);
    reveal(bar, row);
    const auto driver = m_timeline.index(timelineRow(row)).data(TimelineModel::NameRole).toString();
    QAccessibleAnnouncementEvent event(this, TimelineWords::spoken(bar, driver, m_time));
    QAccessible::updateAccessibility(&event);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto *bar = barAt(help->pos()))
            QToolTip::showText(help->globalPos(), tooltip(*bar, rowAt(help->pos().y())), viewport(),
                               rectOf(*bar, rowAt(help->pos().y())).toRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString TimelineView::tooltip(const TimelineBar &bar, int row) const
{
    const auto name = m_timeline.index(timelineRow(row)).data(TimelineModel::NameRole).toString();
    return TimelineWords::tooltip(bar, name, m_time).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scale.width = std::max(1, tracks().width());
    if (m_followsNow)
        goToNow();
    updateRange();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const auto delta = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double x = event->position().x() - tracks().left();
        setScale(m_scale.zoomed(std::pow(0.85, delta.y() / 120.0), x), false);
        event->accept();
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y())) {
        setScale(m_scale.moved(-(delta.x() != 0 ? delta.x() : delta.y())), false);
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton || event->button() == Qt::LeftButton) {
        if (const auto *bar = barAt(event->position().toPoint()))
            m_selection.selectStop(bar->stop);
        else if (const int row = rowAt(event->position().toPoint().y()); row >= 0 && row != selectedRow())
            selectRow(row);
    }
    m_dragFrom = event->position().toPoint();
    m_dragScale = m_scale;
    m_isDragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        viewport()->setCursor(barAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    m_isDragging = m_isDragging || std::abs(position.x() - m_dragFrom.x()) > 6;
    if (m_isDragging && tracks().contains(m_dragFrom))
        setScale(m_dragScale.moved(m_dragFrom.x() - position.x()), false);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto *bar = barAt(event->position().toPoint()))
        Q_EMIT stopActivated(bar->stop);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int rows = m_routes.rowCount();
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        selectBeside(event->key() == Qt::Key_Right ? 1 : -1); // time runs to the right everywhere
        break;
    case Qt::Key_Up:
    case Qt::Key_K:
        selectRow(std::max(0, selectedRow() - 1));
        break;
    case Qt::Key_Down:
    case Qt::Key_J:
        selectRow(std::min(rows - 1, selectedRow() + 1));
        break;
    case Qt::Key_Home:
        goToNow();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selection.stop().isValid())
            Q_EMIT stopActivated(m_selection.stop());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
        if (control) {
            zoom(event->key() == Qt::Key_Minus ? 1.25 : 0.8);
            break;
        }
        [[fallthrough]];
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT contextMenuRequested(event->globalPos());
}

void TimelineView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    viewport()->update();
}

} // namespace Doorstep

#include "moc_timelineview.cpp"
