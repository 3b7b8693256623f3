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

QDateTime DepotTime::at(QDate date, QTime time) const
{
    const QDateTime found(date, time, m_zone, QDateTime::TransitionResolution::PreferBefore);
    // In an hour that is left out Qt moves on to one that there is.
    return found.isValid() && found.time() == time ? found.toUTC() : QDateTime();
}

bool DepotTime::isDeskTime(const QDateTime &at, const QTimeZone &desk) const
{
    return m_zone.offsetFromUtc(at) == desk.offsetFromUtc(at);
}

QString DepotTime::zoneText(const QDateTime &at) const
{
    const auto minutes = m_zone.offsetFromUtc(at) / 60;
    auto offset = u"UTC"_s;
    if (minutes != 0)
        offset += (minutes < 0 ? QChar(0x2212) : QChar(u'+')) + QString::number(std::abs(minutes) / 60);
    if (minutes % 60 != 0)
        offset += u":%1"_s.arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    const auto city = QString::fromLatin1(m_zone.id()).section(u'/', -1).replace(u'_', u' ');
    return city == "UTC"_L1 ? offset : city + u", "_s + offset;
}

} // namespace Doorstep
