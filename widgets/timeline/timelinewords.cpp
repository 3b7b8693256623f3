// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/timeline/timelinewords.h"

#include "widgets/parts/marks.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

QString TimelineWords::of(TimelineBar::State state)
{
    switch (state) {
    case TimelineBar::State::Delivered:
        return tr("delivered");
    case TimelineBar::State::DeliveredLate:
        return tr("delivered late");
    case TimelineBar::State::Failed:
        return tr("failed");
    case TimelineBar::State::Cancelled:
        return tr("cancelled");
    case TimelineBar::State::Here:
        return tr("driver is there");
    case TimelineBar::State::OnTime:
        return tr("on time");
    case TimelineBar::State::AtRisk:
        return tr("at risk");
    case TimelineBar::State::Late:
        return tr("will be late");
    case TimelineBar::State::Silent:
        return tr("driver is silent");
    case TimelineBar::State::NoForecast:
        return tr("no forecast yet");
    }
    std::unreachable();
}

QString TimelineWords::tooltip(const TimelineBar &bar, const QString &driver, const DepotTime &time)
{
    QStringList lines{tr("Stop %1 · %2", "%1 is a number, %2 a driver").arg(bar.number).arg(driver), of(bar.state)};
    if (bar.actual.from.isValid())
        lines << tr("there %1").arg(time.window(bar.actual));
    else if (bar.expected.from.isValid())
        lines << tr("expected %1").arg(time.window(bar.expected));
    if (bar.scheduled.from.isValid())
        lines << tr("planned %1").arg(time.clock(bar.scheduled.from));
    if (const auto window = time.window(bar.window); !window.isEmpty())
        lines << tr("window %1").arg(window);
    if (const auto marks = Marks::words(bar.marks); !marks.isEmpty())
        lines << marks;
    return lines.join(u'\n');
}

QString TimelineWords::spoken(const TimelineBar &bar, const QString &driver, const DepotTime &time)
{
    QStringList parts{driver, tr("stop %1").arg(bar.number), of(bar.state)};
    if (const auto at = when(bar, time); !at.isEmpty())
        parts << (bar.actual.from.isValid() ? at : tr("expected %1").arg(at));
    if (const auto window = time.window(bar.window); !window.isEmpty())
        parts << tr("window %1").arg(window);
    if (const auto marks = Marks::words(bar.marks); !marks.isEmpty())
        parts << marks;
    return parts.join(u", "_s);
}

QString TimelineWords::when(const TimelineBar &bar, const DepotTime &time)
{
    if (bar.actual.from.isValid())
        return tr("there %1").arg(time.clock(bar.actual.from));
    return time.clock(bar.span().from);
}

} // namespace Doorstep
