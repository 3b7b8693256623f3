// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/queuebutton.h"

#include "models/lists/attentionfiltermodel.h"
#include "widgets/attention/concernwords.h"
#include "widgets/attention/queuewords.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

QString plain(QString name)
{
    return name.replace(u'&', u"&&"_s); // others' names have no shortcuts
}

void add(QActionGroup &group, QMenu &menu, const QString &text, const QString &word, const QString &chosen)
{
    auto *choice = menu.addAction(plain(text));
    choice->setCheckable(true);
    choice->setChecked(word == chosen);
    choice->setData(word);
    group.addAction(choice);
}

} // namespace

QueueButton::QueueButton(AttentionFilterModel &cases, QWidget *parent)
    : MenuButton(tr("Which cards"), parent)
    , m_cases(cases)
    , m_filters(group(menu(), [](QueueView &view, const QString &word) {
        view.filter = QueueView::filters.at(static_cast<std::size_t>(word.toInt()));
    }))
{
    for (std::size_t i = 0; i < QueueView::filters.size(); ++i)
        add(*m_filters, *menu(), {}, QString::number(i), {});
    menu()->addSeparator();
    m_kindMenu = menu()->addMenu(tr("&Kind", "of a case"));
    m_driverMenu = menu()->addMenu(tr("&Driver"));
    m_depotMenu = menu()->addMenu(tr("De&pot"));
    m_kinds = group(m_kindMenu, [](QueueView &view, const QString &word) { view.kind = word; });
    m_drivers = group(m_driverMenu, [](QueueView &view, const QString &word) { view.driver = DriverId(word); });
    m_depots = group(m_depotMenu, [](QueueView &view, const QString &word) { view.depot = DepotId(word); });
    connect(menu(), &QMenu::aboutToShow, this, &QueueButton::offer);
    connect(&cases, &AttentionFilterModel::viewChanged, this, &QueueButton::showChoice);
    connect(&cases, &AttentionFilterModel::countsChanged, this, &QueueButton::showChoice);
    offerFilters();
    showChoice();
}

QActionGroup *QueueButton::group(QMenu *menu, void (*choose)(QueueView &view, const QString &word))
{
    auto *group = new QActionGroup(menu);
    connect(group, &QActionGroup::triggered, this, [this, choose](const QAction *choice) {
        auto view = m_cases.view();
        choose(view, choice->data().toString());
        m_cases.setView(view);
    });
    return group;
}

void QueueButton::addActions(const QList<QAction *> &actions)
{
    menu()->addSeparator();
    menu()->addActions(actions);
}

void QueueButton::setViewName(const QString &name)
{
    m_viewName = name;
    showChoice();
}

void QueueButton::showChoice()
{
    const auto &view = m_cases.view();
    const bool isCounted = view.filter != QueueView::Filter::Open;
    const auto filter = QueueWords::filterName(view.filter);
    const auto counted =
        tr("%1 (%2)", "which cases, how many").arg(filter, locale().toString(m_cases.count(view.filter)));
    if (!m_viewName.isEmpty())
        setChoice(plain(m_viewName));
    else if (!view.kind.isEmpty())
        setChoice(plain(ConcernWords::kindName(view.kind)));
    else
        setChoice(isCounted ? counted : filter);
    if (menu()->isVisible())
        offerFilters();
}

void QueueButton::offer()
{
    offerFilters();
    offerKinds();
    offerDrivers();
    offerDepots();
}

void QueueButton::offerFilters()
{
    for (auto *choice : m_filters->actions()) {
        const auto filter = QueueView::filters.at(static_cast<std::size_t>(choice->data().toInt()));
        choice->setText(tr("%1 (%2)", "which cases, how many")
                            .arg(QueueWords::filterName(filter), locale().toString(m_cases.count(filter))));
        choice->setChecked(filter == m_cases.view().filter);
    }
}

// Those that there are, and the one that is chosen.
void QueueButton::offerKinds()
{
    qDeleteAll(m_kinds->actions());
    const auto &chosen = m_cases.view().kind;
    auto kinds = m_cases.kinds();
    if (!chosen.isEmpty())
        kinds.insert(chosen, kinds.value(chosen));
    add(*m_kinds, *m_kindMenu, tr("Every kind"), {}, chosen);
    for (const auto &[word, count] : kinds.asKeyValueRange())
        add(*m_kinds, *m_kindMenu,
            tr("%1 (%2)", "a kind of case, how many").arg(ConcernWords::kindName(word), locale().toString(count)), word,
            chosen);
}

void QueueButton::offerDrivers()
{
    qDeleteAll(m_drivers->actions());
    const auto chosen = m_cases.view().driver;
    auto drivers = m_cases.drivers(mostDrivers);
    const bool isOffered = std::ranges::contains(drivers, chosen.toString(), &AttentionFilterModel::Share::id);
    if (chosen.isValid() && !isOffered)
        drivers.append({.id = chosen.toString(), .name = m_cases.nameOf(chosen), .count = m_cases.rowCount()});
    add(*m_drivers, *m_driverMenu, tr("Every driver"), {}, chosen.toString());
    for (const auto &[id, name, count] : std::as_const(drivers))
        add(*m_drivers, *m_driverMenu,
            tr("%1 (%2)", "a driver, how many cases")
                .arg(name.isEmpty() ? tr("A driver who is not here") : name, locale().toString(count)),
            id, chosen.toString());
    m_driverMenu->setEnabled(!drivers.isEmpty());
}

void QueueButton::offerDepots()
{
    qDeleteAll(m_depots->actions());
    const auto chosen = m_cases.view().depot.toString();
    const auto depots = m_cases.depots();
    add(*m_depots, *m_depotMenu, tr("Every depot"), {}, chosen);
    for (const auto &[id, name, count] : depots)
        add(*m_depots, *m_depotMenu, tr("%1 (%2)", "a depot, how many cases").arg(name, locale().toString(count)), id,
            chosen);
    m_depotMenu->menuAction()->setVisible(depots.size() > 1 || !chosen.isEmpty());
}

} // namespace Doorstep

#include "moc_queuebutton.cpp"
