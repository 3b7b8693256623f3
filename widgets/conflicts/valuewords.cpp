// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/conflicts/valuewords.h"

#include "models/store/fleet.h"
#include "widgets/parts/customerwords.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/ratewords.h"
#include "widgets/parts/thresholdwords.h"
#include "widgets/parts/words.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

QString orNothing(const QString &text, const QString &nothing)
{
    return text.trimmed().isEmpty() ? nothing : text;
}

// Not canConvert(): Qt makes an enum of any text.
template <typename T>
bool is(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<T>();
}

const ThresholdRow *thresholdNamed(const QString &word)
{
    const auto &rows = thresholdRows();
    const auto row = std::ranges::find(rows, word, &ThresholdRow::word);
    return row == rows.end() ? nullptr : &*row;
}

} // namespace

QString ValueWords::field(const QString &name)
{
    static const QHash<QString, const char *> labels{
        {u"address"_s, QT_TR_NOOP("Address")},
        {u"where"_s, QT_TR_NOOP("Place on the map")},
        {u"entrance"_s, QT_TR_NOOP("Entrance")},
        {u"window"_s, QT_TR_NOOP("Window")},
        {u"method"_s, QT_TR_NOOP("Handed over")},
        {u"service_s"_s, QT_TR_NOOP("Service time")},
        {u"customer"_s, QT_TR_NOOP("Customer")},
        {u"phone"_s, QT_TR_NOOP("Phone")},
        {u"instructions"_s, QT_TR_NOOP("Instructions")},
        {u"gate_code"_s, QT_TR_NOOP("Gate code")},
        {u"preferences"_s, QT_TR_NOOP("Preferences")},
        {u"check_in"_s, QT_TR_NOOP("Check-in")},
        {u"told"_s, QT_TR_NOOP("Told the customer")},
        {u"name"_s, QT_TR_NOOP("Name")},
        {u"from"_s, QT_TR_NOOP("From")},
        {u"to"_s, QT_TR_NOOP("Until")},
        {u"stops"_s, QT_TR_NOOP("Stops")},
        {u"status"_s, QT_TR_NOOP("Status")},
        {u"failure"_s, QT_TR_NOOP("Reason")},
        {u"note"_s, QT_TR_NOOP("Note")},
        {u"duty"_s, QT_TR_NOOP("Duty")},
        {u"merged_into"_s, QT_TR_NOOP("Part of")},
        {u"owner"_s, QT_TR_NOOP("Owner")},
        {u"resolution"_s, QT_TR_NOOP("Resolution")},
        {u"until"_s, QT_TR_NOOP("Until")},
        {u"route"_s, QT_TR_NOOP("Route")},
        {u"pinned"_s, QT_TR_NOOP("Pinned")},
        {u"held"_s, QT_TR_NOOP("On hold")},
    };
    if (const auto *row = thresholdNamed(name))
        return ThresholdWords::name(row->threshold);
    if (const auto *row = RateWords::rowNamed(name))
        return RateWords::name(*row);
    const auto *label = labels.value(name);
    return label == nullptr ? name : tr(label);
}

QString ValueWords::value(const QString &field, const QVariant &value) const
{
    if (const auto *rate = RateWords::rowNamed(field); rate != nullptr && value.isValid())
        return QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest) + RateWords::unit(*rate);
    const auto *row = thresholdNamed(field);
    if (row == nullptr || !value.isValid())
        return this->value(value);
    return QLocale().toString(value.toInt() / ThresholdWords::perShown(*row)) + ThresholdWords::unit(*row);
}

std::optional<QString> ValueWords::ofState(const QVariant &value)
{
    if (is<Preferences>(value))
        return orNothing(CustomerWords::of(value.value<Preferences>()).join(u"; "_s), tr("nothing"));
    if (is<CheckIn>(value))
        return CustomerWords::of(value.value<CheckIn>());
    if (is<Stop::Method>(value))
        return Words::of(value.value<Stop::Method>());
    if (is<Stop::Status>(value))
        return Words::of(value.value<Stop::Status>());
    if (is<Stop::Failure>(value))
        return Words::of(value.value<Stop::Failure>());
    if (is<Driver::Duty>(value))
        return orNothing(Words::of(value.value<Driver::Duty>()), tr("not known"));
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? tr("yes") : tr("no");
    return std::nullopt;
}

std::optional<QString> ValueWords::ofReference(const QVariant &value) const
{
    if (is<UserId>(value))
        return value.value<UserId>().isValid() ? person(value.value<UserId>()) : tr("nobody");
    if (is<ExceptionId>(value))
        return about(Subject::of(value.value<ExceptionId>()));
    if (is<RouteId>(value))
        return value.value<RouteId>().isValid() ? route(value.value<RouteId>()) : tr("no route");
    if (is<QList<StopId>>(value))
        return tr("%n stop(s)", nullptr, static_cast<int>(value.value<QList<StopId>>().size()));
    return std::nullopt;
}

QString ValueWords::value(const QVariant &value) const
{
    if (!value.isValid())
        return {QChar(0x2014)};
    if (const auto state = ofState(value))
        return *state;
    if (const auto reference = ofReference(value))
        return *reference;
    if (is<Address>(value))
        return orNothing(value.value<Address>().line(), tr("nothing"));
    if (is<TimeWindow>(value))
        return window(value.value<TimeWindow>());
    if (is<QGeoCoordinate>(value)) {
        const auto place = value.value<QGeoCoordinate>();
        return place.isValid() ? u"%1, %2"_s.arg(place.latitude(), 0, 'f', 5).arg(place.longitude(), 0, 'f', 5)
                               : tr("no place");
    }
    if (is<std::chrono::seconds>(value))
        return DurationText::length(value.value<std::chrono::seconds>());
    if (value.typeId() == QMetaType::QDateTime)
        return m_time.weekdayClock(value.toDateTime());
    return orNothing(value.toString(), tr("nothing"));
}

QString ValueWords::window(const TimeWindow &window) const
{
    if (window.isOpen())
        return tr("any time");
    const auto first = window.from.isValid() ? window.from : window.to;
    return m_time.weekdayClock(first).section(u' ', 0, 0) + u' ' + m_time.window(window);
}

QString ValueWords::stop(const StopId &id) const
{
    const auto *stop = m_fleet.stops().find(id);
    return stop == nullptr ? tr("a stop that is gone") : orNothing(stop->address.line(), tr("a stop without address"));
}

QString ValueWords::route(const RouteId &id) const
{
    const auto *route = m_fleet.routes().find(id);
    const auto *driver = route == nullptr ? nullptr : m_fleet.driverOf(*route);
    return driver == nullptr ? tr("a route without driver") : tr("the route of %1").arg(driver->name);
}

QString ValueWords::person(const UserId &id) const
{
    const auto *user = m_fleet.users().find(id);
    return user == nullptr ? tr("somebody") : orNothing(user->fullName, user->name);
}

QString ValueWords::about(const Subject &subject) const
{
    switch (subject.kind) {
    case Subject::Kind::Stop:
        return stop(StopId(subject.id));
    case Subject::Kind::Route:
        return route(RouteId(subject.id));
    case Subject::Kind::Driver: {
        const auto *driver = m_fleet.drivers().find(DriverId(subject.id));
        return driver == nullptr ? tr("a driver who is gone") : driver->name;
    }
    case Subject::Kind::Exception: {
        const auto *exception = m_fleet.exceptions().find(ExceptionId(subject.id));
        return exception == nullptr || exception->about.kind == Subject::Kind::Exception ? tr("a case")
                                                                                         : about(exception->about);
    }
    case Subject::Kind::User:
        return person(UserId(subject.id));
    case Subject::Kind::Closure: {
        const auto *closure = m_fleet.closures().find(ClosureId(subject.id));
        return closure == nullptr ? tr("a closure that was lifted") : closure->name;
    }
    }
    std::unreachable();
}

QString ValueWords::when(const QDateTime &at, const QDateTime &now) const
{
    return m_time.local(at).date() == m_time.local(now).date() ? m_time.clock(at) : m_time.weekdayClock(at);
}

} // namespace Doorstep
