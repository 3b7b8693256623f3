// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/thresholdwork.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "models/desk/desk.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/supervision/casespane.h"
#include "widgets/thresholds/thresholdsheet.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Doorstep {

ThresholdWork::ThresholdWork(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    connect(m_actions.add(u"case.thresholds"_s, ActionList::Menu::View, tr("&Thresholds of cases…"), {}, u"settings"_s),
            &QAction::triggered, this, &ThresholdWork::ask);
    connect(&store.fleet, &Fleet::applied, this, &ThresholdWork::refresh);
}

void ThresholdWork::setPlace(MainWindow &window, CasesPane &cases, Handling &handling)
{
    m_handling = &handling;
    m_cases = &cases;
    m_sheet = new ThresholdSheet(&window);
    connect(m_sheet, &ThresholdSheet::trialRequested, this, &ThresholdWork::tryOut);
    connect(m_sheet, &ThresholdSheet::applyRequested, this, &ThresholdWork::apply);
    connect(m_sheet, &Sheet::dismissed, this, [this] {
        if (m_trials)
            m_trials->giveUp();
    });
    connect(&cases, &CasesPane::thresholdsRequested, this, &ThresholdWork::ask);
    connect(&handling, &Handling::changed, this, &ThresholdWork::refresh);
    refresh();
}

void ThresholdWork::setTrials(TrialClient *trials)
{
    if (m_trials)
        m_trials->disconnect(this);
    m_trials = trials;
    if (trials == nullptr) {
        if (m_sheet != nullptr && m_sheet->isVisible()) // who waits for an answer gets none
            m_sheet->showFailure({.kind = Error::Kind::Offline, .detail = u"there is no server"_s});
        return;
    }
    connect(trials, &TrialClient::answered, this, [this](const ThresholdTrial &trial) { m_sheet->showTrial(trial); });
    connect(trials, &TrialClient::failed, this, [this](const Error &error) { m_sheet->showFailure(error); });
}

void ThresholdWork::refresh()
{
    const auto *desk = m_handling == nullptr ? nullptr : m_handling->desk();
    const bool may = desk != nullptr && desk->mayDecide(SetThresholds()) && !m_store.fleet.depots().isEmpty();
    m_actions.find(u"case.thresholds"_s)->setEnabled(may);
    if (m_cases != nullptr)
        m_cases->setThresholdsOffered(may);
}

void ThresholdWork::ask()
{
    QList<Depot> depots;
    QHash<DepotId, ThresholdValues> own;
    for (const auto &depot : m_store.fleet.depots()) {
        depots.append(depot);
        if (const auto *thresholds = m_store.fleet.thresholds().find(depot.id))
            own.insert(depot.id, thresholds->values);
    }
    if (depots.isEmpty())
        return;
    std::ranges::sort(depots, [](const Depot &a, const Depot &b) { return a.name.localeAwareCompare(b.name) < 0; });
    m_sheet->ask(depots, own);
}

void ThresholdWork::tryOut(const DepotId &depot, const ThresholdValues &values)
{
    if (m_trials)
        m_trials->ask(depot, values);
    else
        m_sheet->showFailure({.kind = Error::Kind::Offline, .detail = u"there is no server"_s});
}

void ThresholdWork::apply(const DepotId &depot, const ThresholdValues &was, const ThresholdValues &values)
{
    if (!m_handling->desk())
        return;
    const auto *known = m_store.fleet.depots().find(depot);
    m_handling->perform(tr("Changed the thresholds of %1", "a depot").arg(known == nullptr ? QString() : known->name),
                        Decisions::setThresholds(depot, was, values));
}

} // namespace Doorstep

#include "moc_thresholdwork.cpp"
