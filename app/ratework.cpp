// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/ratework.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "models/desk/desk.h"
#include "widgets/rates/ratesheet.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Doorstep {

RateWork::RateWork(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    connect(m_actions.add(u"depot.rates"_s, ActionList::Menu::View, tr("&Costs and rates of the depot…"), {},
                          u"settings"_s),
            &QAction::triggered, this, &RateWork::ask);
    connect(&store.fleet, &Fleet::applied, this, &RateWork::refresh);
}

void RateWork::setPlace(MainWindow &window, Handling &handling)
{
    m_handling = &handling;
    m_sheet = new RateSheet(&window);
    connect(m_sheet, &RateSheet::applyRequested, this, &RateWork::apply);
    connect(&handling, &Handling::changed, this, &RateWork::refresh);
    refresh();
}

void RateWork::refresh()
{
    const auto *desk = m_handling == nullptr ? nullptr : m_handling->desk();
    const bool may = desk != nullptr && desk->mayDecide(SetRates()) && !m_store.fleet.depots().isEmpty();
    m_actions.find(u"depot.rates"_s)->setEnabled(may);
}

void RateWork::ask()
{
    QList<Depot> depots;
    QHash<DepotId, Rates> own;
    for (const auto &depot : m_store.fleet.depots()) {
        depots.append(depot);
        own.insert(depot.id, m_store.fleet.ratesOf(depot.id));
    }
    if (depots.isEmpty())
        return;
    std::ranges::sort(depots, [](const Depot &a, const Depot &b) { return a.name.localeAwareCompare(b.name) < 0; });
    m_sheet->ask(depots, own);
}

void RateWork::apply(const DepotId &depot, const Rates &was, const Rates &rates)
{
    if (!m_handling->desk())
        return;
    const auto *known = m_store.fleet.depots().find(depot);
    m_handling->perform(tr("Changed the costs of %1", "a depot").arg(known == nullptr ? QString() : known->name),
                        Decisions::setRates(depot, was, rates));
}

} // namespace Doorstep

#include "moc_ratework.cpp"
