// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/announcer.h"
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/newcases.h"
#include "models/store/alertrules.h"

#include <functional>

class QSettings;

namespace Doorstep {

class AttentionListModel;
class Clock;
class Fleet;

/// Announces new cases the way the person wants to hear of them: shown only while they look at something else, and
/// without a word of whose parcel it is while nobody has shown that they may read it. When more than a few come at
/// once, they are one announcement. UI thread.
class Alerting : public QObject
{
    Q_OBJECT
public:
    /// More than so many that come at once are told as one.
    static constexpr qsizetype mostAtOnce = 3;

    enum class Whereabouts : quint8 {
        Here, ///< The console is in front of them: the card is enough.
        Elsewhere, ///< They look at another program.
        Away, ///< The console is locked, or nobody is signed in.
    };

    /// All must outlive this.
    Alerting(AttentionListModel &concerns, const Fleet &fleet, const Clock &clock, QObject *parent = nullptr);

    /// Who says it; must outlive this. Nothing is said without one.
    void setAnnouncer(Announcer &announcer) { m_announcer = &announcer; }
    [[nodiscard]] const AlertRules &rules() const noexcept { return m_rules; }
    void setRules(const AlertRules &rules) { m_rules = rules; }
    /// What the person's own clock says; the system's by default.
    void setWallClock(std::function<QTime()> wallClock) { m_wallClock = std::move(wallClock); }
    /// Asked for each announcement; elsewhere by default.
    void setWhereabouts(std::function<Whereabouts()> whereabouts) { m_whereabouts = std::move(whereabouts); }
    /// Whose cases are theirs: what they took themselves is not news to them.
    void setPerson(const UserId &person) { m_person = person; }
    /// What is there now is not news any more.
    void begin();
    /// What was put off until then comes back.
    void setNow(const QDateTime &now) { m_queue.setNow(now); }

    void save(QSettings &settings) const;
    void restore(QSettings &settings);

Q_SIGNALS:
    /// New cases were looked at: what is said of them has been said.
    void considered();

private:
    void tell(const QStringList &keys);
    [[nodiscard]] Announcer::Announcement announcementOf(const QString &key) const;
    [[nodiscard]] static Announcer::Announcement saidToAnyone(const QList<Announcer::Announcement> &many);
    [[nodiscard]] static Announcer::Announcement together(const QList<Announcer::Announcement> &many);

    AttentionListModel &m_concerns;
    const Fleet &m_fleet;
    const Clock &m_clock;
    Announcer *m_announcer = nullptr;
    AttentionFilterModel m_queue; ///< All that is open, whatever the person looks at.
    NewCases m_new;
    AlertRules m_rules;
    UserId m_person;
    std::function<QTime()> m_wallClock;
    std::function<Whereabouts()> m_whereabouts;
};

} // namespace Doorstep
