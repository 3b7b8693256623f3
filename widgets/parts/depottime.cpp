// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/depottime.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Doorstep {

DepotTime::DepotTime(const QString &ianaName)
{
    const QTimeZone zone(ianaName.toUtf8());
    if (zone.isValid())
        m_zone = zone;
}

QString DepotTime::clock(const QDateTime &at) const
{
    return at.isValid() ? local(at).time().toString(u"HH:mm"_s) : QString(QChar(0x2014));
}

QString DepotTime::weekdayClock(const QDateTime &at) const
{
    if (!at.isValid())
        return clock(at);
    auto weekday = QLocale().dayName(local(at).date().dayOfWeek(), QLocale::ShortFormat);
    if (weekday.endsWith(u'.'))
        weekday.chop(1);
    return weekday + u' ' + clock(at);
}

QString DepotTime::window(const TimeWindow &window) const
{
    const auto text = [](const char *words) { return QCoreApplication::translate("Doorstep::DepotTime", words); };
    if (window.from.isValid() && window.to.isValid())
        return clock(window.from) + QChar(0x2013) + clock(window.to);
    if (window.from.isValid())
        return text(QT_TRANSLATE_NOOP("Doorstep::DepotTime", "from %1")).arg(clock(window.from));
    if (window.to.isValid())
        return text(QT_TRANSLATE_NOOP("Doorstep::DepotTime", "until %1")).arg(clock(window.to));
    return {};
}

QDateTime DepotTime::local(const QDateTime &at) const
{
    return at.toTimeZone(m_zone);
}

} // namespace Doorstep
