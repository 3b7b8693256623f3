// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// How a workplace tells of new cases; how it is put together is in workplace.cpp.
#include "app/alerting.h"
#include "app/casework.h"
#include "app/livestore.h"
#include "app/workplace.h"
#include "models/desk/desk.h"
#include "widgets/attention/alertsheet.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/shell/mainwindow.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace Doorstep {

void Workplace::connectAlerts()
{
    m_alerting = std::make_unique<Alerting>(m_attention, m_store.fleet, m_store.clock);
    m_alerting->setWhereabouts([window = m_window.get()] {
        using enum Alerting::Whereabouts;
        if (!window->isWorkShown())
            return Away;
        return QApplication::activeWindow() != nullptr ? Here : Elsewhere;
    });
    m_alertSheet = new AlertSheet(m_window.get());
    connect(m_actions.find(u"case.alerts"_s), &QAction::triggered, this,
            [this] { m_alertSheet->ask(m_alerting->rules()); });
    connect(m_alertSheet, &AlertSheet::rulesChosen, this,
            [this](const AlertRules &rules) { m_alerting->setRules(rules); });
}

void Workplace::setAnnouncer(Announcer &announcer)
{
    m_alerting->setAnnouncer(announcer);
    connect(&announcer, &Announcer::opened, this, [this](const QString &key) {
        m_window->comeToFront();
        if (!m_window->isWorkShown())
            return;
        m_attentionPane->showCase(key);
        fitSelection();
    });
    connect(&announcer, &Announcer::snoozed, this, [this](const QString &key) {
        if (m_window->isWorkShown())
            m_casework->snoozeFromAfar(key);
    });
    // What is said of customers goes with the work that is hidden.
    connect(m_window.get(), &MainWindow::workHidden, &announcer, [&announcer] { announcer.withdrawAll(); });
}

void Workplace::followPerson(Desk *desk)
{
    const auto take = [this, desk] {
        const auto person = desk == nullptr ? std::nullopt : desk->person();
        m_alerting->setPerson(person ? person->id : UserId());
    };
    if (desk != nullptr)
        connect(desk, &Desk::personChanged, m_alerting.get(), take);
    take();
}

// What a person has on screen they have seen.
void Workplace::noteSeen()
{
    const auto index = m_attention.indexOf(m_store.selection);
    if (index.isValid() && !m_isChosenByUs)
        m_store.seen.see(ExceptionId(index.data(AttentionListModel::ExceptionIdRole).toString()));
}

} // namespace Doorstep
