// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/alerting.h"

#include "models/domain/clock.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/cause.h"
#include "widgets/attention/concernwords.h"

#include <QLocale>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr std::array severityNames{"low"_L1, "medium"_L1, "high"_L1};

} // namespace

Alerting::Alerting(AttentionListModel &concerns, const Fleet &fleet, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_concerns(concerns)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_queue(concerns)
    , m_new(m_queue)
    , m_wallClock([] { return QTime::currentTime(); })
    , m_whereabouts([] { return Whereabouts::Elsewhere; })
{
    connect(&m_new, &NewCases::came, this, &Alerting::tell);
    connect(&m_queue, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last && m_announcer != nullptr; ++row)
                    m_announcer->withdraw(m_queue.index(row, 0).data(AttentionListModel::KeyRole).toString());
            });
}

void Alerting::begin()
{
    m_queue.setNow(m_clock.now());
    m_new.begin();
}

void Alerting::tell(const QStringList &keys)
{
    if (m_announcer == nullptr)
        return;
    const auto whereabouts = m_whereabouts();
    QList<Announcer::Announcement> audible;
    for (const auto &key : keys) {
        const auto index = m_concerns.indexOf(key);
        const bool isTheirs =
            m_person.isValid() && index.data(AttentionListModel::OwnerIdRole).toString() == m_person.toString();
        if (!index.isValid() || isTheirs)
            continue;
        auto announcement = announcementOf(key);
        if (whereabouts == Whereabouts::Here)
            announcement.way.isShown = false;
        if (!announcement.way.isSilent())
            audible.append(announcement);
    }
    if (whereabouts == Whereabouts::Away && !audible.isEmpty())
        m_announcer->announce(saidToAnyone(audible));
    else if (audible.size() > mostAtOnce)
        m_announcer->announce(together(audible));
    else
        std::ranges::for_each(audible, [this](const auto &one) { m_announcer->announce(one); });
    Q_EMIT considered();
}

Announcer::Announcement Alerting::announcementOf(const QString &key) const
{
    const auto index = m_concerns.indexOf(key);
    const auto severity = severityOf(m_concerns.at(index.row()), m_fleet);
    QStringList lines{ConcernWords::place(index), ConcernWords::detail(index)};
    lines.removeAll(QString());
    return {.key = key,
            .title = ConcernWords::title(index, m_clock.now()),
            .text = lines.join(u'\n'),
            .severity = severity,
            .way = m_rules.wayFor(severity, m_wallClock())};
}

// The first is the most urgent.
Announcer::Announcement Alerting::together(const QList<Announcer::Announcement> &many)
{
    Announcer::Announcement all{.title = tr("%n new case(s) need attention", nullptr, static_cast<int>(many.size())),
                                .text = tr("The most urgent: %1, %2", "title and place of a case")
                                            .arg(many.first().title, many.first().text.section(u'\n', 0, 0))};
    for (const auto &one : many) {
        all.severity = std::max(all.severity, one.severity);
        all.way.isShown = all.way.isShown || one.way.isShown;
        all.way.isHeard = all.way.isHeard || one.way.isHeard;
    }
    return all;
}

Announcer::Announcement Alerting::saidToAnyone(const QList<Announcer::Announcement> &many)
{
    auto all = together(many);
    all.text = tr("Unlock Doorstep to see what.", "new cases");
    return all;
}

void Alerting::save(QSettings &settings) const
{
    settings.beginGroup("alerts"_L1);
    for (std::size_t i = 0; i < severityNames.size(); ++i) {
        settings.setValue(severityNames.at(i) + "_shown"_L1, m_rules.ways.at(i).isShown);
        settings.setValue(severityNames.at(i) + "_heard"_L1, m_rules.ways.at(i).isHeard);
    }
    settings.setValue("quiet"_L1, m_rules.hasQuietHours);
    settings.setValue("quiet_from"_L1, m_rules.quietFrom.toString(Qt::ISODate));
    settings.setValue("quiet_to"_L1, m_rules.quietTo.toString(Qt::ISODate));
    settings.setValue("high_always"_L1, m_rules.isHighAlwaysTold);
    settings.endGroup();
}

void Alerting::restore(QSettings &settings)
{
    AlertRules rules;
    settings.beginGroup("alerts"_L1);
    for (std::size_t i = 0; i < severityNames.size(); ++i) {
        auto &way = rules.ways.at(i);
        way.isShown = settings.value(severityNames.at(i) + "_shown"_L1, way.isShown).toBool();
        way.isHeard = settings.value(severityNames.at(i) + "_heard"_L1, way.isHeard).toBool();
    }
    rules.hasQuietHours = settings.value("quiet"_L1, rules.hasQuietHours).toBool();
    const auto timeOr = [&settings](QLatin1StringView key, QTime otherwise) {
        const auto time = QTime::fromString(settings.value(key).toString(), Qt::ISODate);
        return time.isValid() ? time : otherwise;
    };
    rules.quietFrom = timeOr("quiet_from"_L1, rules.quietFrom);
    rules.quietTo = timeOr("quiet_to"_L1, rules.quietTo);
    rules.isHighAlwaysTold = settings.value("high_always"_L1, rules.isHighAlwaysTold).toBool();
    settings.endGroup();
    m_rules = rules;
}

} // namespace Doorstep

#include "moc_alerting.cpp"
