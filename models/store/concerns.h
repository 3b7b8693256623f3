// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/id.h"
#include "models/domain/subject.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <chrono>
#include <optional>

namespace Doorstep {

class Fleet;
struct Route;
class Selection;
struct Stop;
struct StopForecast;

/// Something that needs a person's decision now: derived from what the tables say, or a case that the backend reported.
struct Concern
{
    Q_GADGET
public:
    enum class Kind : quint8 {
        FailedAttempt, ///< A visit failed; too late once its window, or half an hour, has passed.
        NoPlace, ///< An open stop whose address was not found; too late when the driver would be there.
        WillMissWindow, ///< Expected after its window; too late when the window ends.
        DriverSilent, ///< A driver underway is not heard; too late a quarter of an hour after the last fix.
        Reported, ///< Any other case of the backend's watchers; its kind is a word, see Exception::kind.
    };
    Q_ENUM(Kind)

    Kind kind = Kind::FailedAttempt;
    StopId stop; ///< Invalid when it is about a route, as DriverSilent is.
    RouteId route; ///< Invalid for a stop that nobody drives to.
    QDateTime dueAt; ///< When it becomes too late, UTC; invalid when nobody can say.
    std::chrono::seconds lateBy{0}; ///< WillMissWindow: expected arrival after the window's end.
    ExceptionId exception; ///< Reported only: the case.

    /// The stop, or the route whose driver is silent, or the case; a thing has at most one concern.
    [[nodiscard]] Subject about() const;
    /// The stop, or the route when it is about no stop, whoever noticed it.
    [[nodiscard]] Subject thing() const;
    /// The same as text: "stop:S", "route:R" or "case:C".
    [[nodiscard]] QString key() const;

    bool operator==(const Concern &) const = default;
};

/// The concerns of the day, kept up to date from a Fleet batch by batch.
///
/// Lives in the GUI thread. A stop has at most one that is derived, the first kind above that fits.
class Concerns : public QObject
{
    Q_OBJECT
public:
    /// \a fleet must outlive this.
    explicit Concerns(const Fleet &fleet, QObject *parent = nullptr);

    /// By what they are about, in no order.
    [[nodiscard]] const QHash<Subject, Concern> &all() const noexcept { return m_concerns; }
    /// Those of \a thing, a stop or a route, by what they are about: the derived one first.
    [[nodiscard]] QList<Subject> of(const Subject &thing) const;
    /// The one that \a selection means: the case that was chosen, or the first of the stop or the route; nullptr for
    /// none.
    [[nodiscard]] const Concern *chosen(const Selection &selection) const;
    /// Open stops that will be reached in time with 50 %, but not with 90 % certainty, or not at all.
    [[nodiscard]] const QSet<StopId> &atRisk() const noexcept { return m_atRisk; }

Q_SIGNALS:
    /// At most once a batch. The concerns of \a about came, changed or went; nothing, when only the stops at risk did.
    void changed(const QSet<Doorstep::Subject> &about);

private:
    void watch();
    void markStops(const QList<qsizetype> &rows);
    void markRoutes(const QList<qsizetype> &routeRows);
    void markForecasts(const QList<qsizetype> &rows);
    void markExceptions(const QList<qsizetype> &rows);
    void markAll(const QList<qsizetype> &rows);
    void markRoute(const RouteId &route);
    void refreshAll();
    void refreshDirty();
    void refreshStop(const StopId &id, const Stop *stop, const StopForecast *forecast);
    void refreshStopsOf(const RouteId &id);
    [[nodiscard]] std::optional<int> leastLatePercentOf(const DepotId &depot) const;
    void refreshRoute(const RouteId &id, const Route *route);
    void refreshException(const ExceptionId &id);
    void refreshCasesOf(const Subject &thing);
    void put(const Subject &about, const Concern *concern);

    const Fleet &m_fleet;
    QHash<Subject, Concern> m_concerns;
    QMultiHash<Subject, ExceptionId> m_reported; ///< Cases that are not over, of any day, by their things.
    QHash<ExceptionId, Subject> m_thingOf; ///< Of each of them.
    QSet<StopId> m_atRisk;
    QHash<RouteId, QList<StopId>>
        m_stopsOfRoute; ///< As last seen, so that stops taken off a route are looked at again.
    QSet<StopId> m_dirtyStops;
    QSet<RouteId> m_dirtyRoutes;
    QSet<ExceptionId> m_dirtyExceptions;
    QSet<Subject> m_changed;
    bool m_isAllDirty = false;
    bool m_hasRiskChanged = false;
};

} // namespace Doorstep
