// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/alertsheet.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeEdit>

namespace Doorstep {

AlertSheet::AlertSheet(QWidget *host)
    : FormSheet(host, tr("Alerts"), tr("Keep", "these settings"))
    , m_hasQuietHours(new QCheckBox(tr("&Quiet from")))
    , m_quietFrom(new QTimeEdit)
    , m_quietTo(new QTimeEdit)
    , m_isHighAlwaysTold(new QCheckBox(tr("&Urgent cases come through")))
{
    setSubject(tr("How new cases are told while you look at something else."));
    addSeverity(tr("Urgent", "cases of high severity"), m_ways.at(2));
    addSeverity(tr("Medium", "cases of medium severity"), m_ways.at(1));
    addSeverity(tr("Low", "cases of low severity"), m_ways.at(0));
    m_quietFrom->setAccessibleName(tr("Quiet from"));
    m_quietTo->setAccessibleName(tr("Quiet until"));
    auto *hours = new QHBoxLayout;
    hours->addWidget(m_hasQuietHours);
    hours->addWidget(m_quietFrom);
    hours->addWidget(new QLabel(tr("until", "quiet hours from … until")));
    hours->addWidget(m_quietTo);
    hours->addStretch();
    hours->setSpacing(8);
    addField(QString(), hours);
    addField(QString(), m_isHighAlwaysTold);
    m_hint = addHint();
    connect(m_hasQuietHours, &QCheckBox::toggled, this, &AlertSheet::check);
    for (auto *time : {m_quietFrom, m_quietTo})
        connect(time, &QTimeEdit::timeChanged, this, &AlertSheet::check);
}

void AlertSheet::addSeverity(const QString &name, Choice &choice)
{
    choice.isShown = new QCheckBox(tr("Notification"));
    choice.isShown->setAccessibleName(tr("%1: notification", "severity").arg(name));
    choice.isHeard = new QCheckBox(tr("Sound"));
    choice.isHeard->setAccessibleName(tr("%1: sound", "severity").arg(name));
    auto *ways = new QHBoxLayout;
    ways->addWidget(choice.isShown);
    ways->addWidget(choice.isHeard);
    ways->addStretch();
    ways->setSpacing(16);
    addField(name, ways);
}

void AlertSheet::ask(const AlertRules &rules)
{
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        m_ways.at(i).isShown->setChecked(rules.ways.at(i).isShown);
        m_ways.at(i).isHeard->setChecked(rules.ways.at(i).isHeard);
    }
    m_hasQuietHours->setChecked(rules.hasQuietHours);
    m_quietFrom->setTime(rules.quietFrom);
    m_quietTo->setTime(rules.quietTo);
    m_isHighAlwaysTold->setChecked(rules.isHighAlwaysTold);
    check();
    open(m_ways.at(2).isShown);
}

AlertRules AlertSheet::chosen() const
{
    AlertRules rules;
    for (std::size_t i = 0; i < m_ways.size(); ++i)
        rules.ways.at(i) = {.isShown = m_ways.at(i).isShown->isChecked(), .isHeard = m_ways.at(i).isHeard->isChecked()};
    rules.hasQuietHours = m_hasQuietHours->isChecked();
    rules.quietFrom = m_quietFrom->time();
    rules.quietTo = m_quietTo->time();
    rules.isHighAlwaysTold = m_isHighAlwaysTold->isChecked();
    return rules;
}

void AlertSheet::check()
{
    const bool hasHours = m_hasQuietHours->isChecked();
    for (auto *field : {static_cast<QWidget *>(m_quietFrom), static_cast<QWidget *>(m_quietTo),
                        static_cast<QWidget *>(m_isHighAlwaysTold)})
        field->setEnabled(hasHours);
    m_hint->setText(hasHours && m_quietFrom->time() == m_quietTo->time()
                        ? tr("The same time twice: quiet all day.")
                        : tr("By this computer's clock. What is new is marked in the queue in any case."));
}

void AlertSheet::accept()
{
    Q_EMIT rulesChosen(chosen());
}

} // namespace Doorstep

#include "moc_alertsheet.cpp"
