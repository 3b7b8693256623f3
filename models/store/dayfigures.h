// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QObject>
#include <QTimer>

namespace Doorstep {

class Clock;
class Concerns;
struct Concern;
class Fleet;
class ServerClock;
struct Stop;

/// The five figures of the top bar, and how many promises were kept.
struct Figures
{
    int deliveredStops = 0;
    int totalStops = 0; ///< Cancelled ones are not counted.
    int onTimeStops = 0; ///< Of the delivered ones.
    int atRiskStops = 0; ///< At risk or late, with a window that ends within the next 90 minutes or has ended.
    int exceptions = 0; ///< Concerns that nobody has closed or put off.
    int pastDueExceptions = 0;
    int liveDrivers = 0; ///< Underway and heard.
    int silentDrivers = 0;
    int promisedStops = 0; ///< Whose customer was told a window or an ETA.
    int keptPromises = 0; ///< Stop::promiseMissedBy() was 0, delivered or not.
    int brokenPromises = 0; ///< The visit was too late or too early, or the end has passed without one.

    /// Promises that were to be kept by now.
    [[nodiscard]] int duePromises() const { return keptPromises + brokenPromises; }
    /// 0 to 1; 1 while nothing was due.
    [[nodiscard]] double keptFraction() const
    {
        return duePromises() == 0 ? 1.0 : double(keptPromises) / duePromises();
    }

    /// 0 to 1; 1 while nothing is delivered.
    [[nodiscard]] double onTimeFraction() const
    {
        return deliveredStops == 0 ? 1.0 : double(onTimeStops) / deliveredStops;
    }

    bool operator==(const Figures &) const = default;
};

/// Counts the day as it goes: what a batch touched is counted anew, what time alone changes is looked at every ten
/// seconds. Where that takes long (thousands at risk), at most ten times a second.
///
/// Lives in the GUI thread.
class DayFigures : public QObject
{
    Q_OBJECT
public:
    /// All three must outlive this.
    DayFigures(const Fleet &fleet, const Concerns &concerns, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const Figures &current() const noexcept { return m_figures; }

    /// Looks at the clock again now, as the timer does.
    void countDrivers(Figures &figures) const;
    void refresh();

Q_SIGNALS:
    void changed();

private:
    /// What one stop adds to the figures.
    struct Share
    {
        bool total = false;
        bool delivered = false;
        bool onTime = false;
        bool promised = false;
        bool kept = false;
        bool broken = false; ///< By the visit.
        QDateTime promisedUntil; ///< Of a promise that no visit has kept or broken yet; invalid when it has no end.
    };

    void watch();
    [[nodiscard]] bool isForNow(const Concern &concern, const QDateTime &now) const;
    void refreshSoon();
    void count(const Share &share, int sign);
    void recount(qsizetype row);
    void recountAll();
    [[nodiscard]] Share shareOf(qsizetype row) const;
    static void addPromise(Share &share, const Stop &stop);

    const Fleet &m_fleet;
    const Concerns &m_concerns;
    const Clock &m_clock;
    QList<Share> m_shares; ///< By row of the stops' table.
    Figures m_counted; ///< The part that stops add to; the rest is worked out in refresh().
    Figures m_figures;
    QMap<QDateTime, int> m_promisedUntil; ///< How many promises that nobody has visited yet end then.
    bool m_isStale = false;
    QTimer m_timer;
    QTimer m_rest; ///< Runs after a count that took long.
    bool m_isWanted = false; ///< Something changed meanwhile.
};

} // namespace Doorstep
