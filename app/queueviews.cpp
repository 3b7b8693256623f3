// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/queueviews.h"

#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/selection.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/nameviewsheet.h"
#include "widgets/attention/queuebutton.h"
#include "widgets/attention/queuewords.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {

QueueViews::QueueViews(AttentionFilterModel &cases, const Selection &selection, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_cases(cases)
    , m_selection(selection)
    , m_actions(actions)
{
    addActions();
    connect(&m_cases, &AttentionFilterModel::viewChanged, this, &QueueViews::refresh);
    connect(&m_saved, &SavedViews::changed, this, &QueueViews::refresh);
    connect(&selection, &Selection::changed, this, &QueueViews::refresh);
}

void QueueViews::addActions()
{
    using Menu = ActionList::Menu;
    const auto add = [this](const QString &id, const QString &text, const QString &icon, auto what) {
        auto *action = m_actions.add(id, Menu::View, text, {}, icon);
        connect(action, &QAction::triggered, this, what);
        return action;
    };
    m_onlyDriver = add(u"queue.driver"_s, tr("Only this d&river's cases"), u"user"_s, [this] { onlyDriver(); });
    m_showAll = add(u"queue.all"_s, tr("Show a&ll cases"), u"warning"_s, [this] {
        m_cases.setView({});
        Q_EMIT shown();
    });
    m_name = add(u"queue.name"_s, tr("Na&me this view of the cases…"), u"settings"_s, [this] { name(); });
    m_remove = add(u"queue.remove"_s, tr("Remove this view of the cases"), u"close"_s,
                   [this] { m_saved.remove(m_cases.view()); });
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        auto *action =
            m_actions.add(u"queue.view%1"_s.arg(i + 1), Menu::View, {},
                          QKeySequence(static_cast<Qt::Key>(static_cast<int>(Qt::Key_F3) + static_cast<int>(i))));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i] {
            if (std::cmp_less(i, m_saved.all().size()))
                m_cases.setView(m_saved.all().at(static_cast<qsizetype>(i)).view);
            refresh(); // also where it was in force: a click has unchecked it
            Q_EMIT shown();
        });
        m_views.at(i) = action;
    }
    m_actions.addSeparator(Menu::View);
}

void QueueViews::setPlace(MainWindow &window, AttentionPane &pane)
{
    m_pane = &pane;
    m_sheet = new NameViewSheet(&window, m_saved);
    connect(m_sheet, &NameViewSheet::nameGiven, &m_saved, &SavedViews::put);
    QList<QAction *> offered(m_views.begin(), m_views.end());
    pane.chooser()->addActions(offered << m_name << m_remove << m_showAll);
    refresh();
}

// Whose the selected card is, or the selected route or driver.
DriverId QueueViews::driver() const
{
    const auto &source = m_cases.source();
    const auto index = source.indexOf(m_selection);
    return index.isValid() ? source.driverOf(index.row()) : m_selection.driver();
}

void QueueViews::refresh()
{
    const auto &view = m_cases.view();
    const auto known = m_saved.indexOf(view);
    const bool isPlain = view == QueueView();
    m_onlyDriver->setEnabled(driver().isValid() && view.driver != driver());
    m_showAll->setEnabled(!isPlain);
    m_name->setEnabled(!isPlain);
    m_name->setText(known >= 0 ? tr("Rena&me this view of the cases…") : tr("Na&me this view of the cases…"));
    m_name->setToolTip(isPlain ? tr("All open cases are shown. Choose a filter, a kind, a driver or a depot first.")
                               : QString());
    m_remove->setEnabled(known >= 0);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        const bool isThere = place < m_saved.all().size();
        auto text = isThere ? m_saved.all().at(place).name : QString();
        m_views.at(i)->setText(tr("Cases: %1", "a view of the queue by its name").arg(text.replace(u'&', u"&&"_s)));
        m_views.at(i)->setVisible(isThere);
        m_views.at(i)->setEnabled(isThere);
        m_views.at(i)->setChecked(place == known);
    }
    if (m_pane != nullptr)
        m_pane->chooser()->setViewName(known >= 0 ? m_saved.all().at(known).name : QString());
}

void QueueViews::name()
{
    m_sheet->ask(m_cases.view(), QueueWords::sentence(m_cases.view(), m_cases));
}

void QueueViews::onlyDriver()
{
    auto view = m_cases.view();
    view.driver = driver();
    m_cases.setView(view);
    Q_EMIT shown();
}

void QueueViews::fill(QMenu &menu)
{
    refresh();
    if (m_onlyDriver->isEnabled() && m_cases.source().indexOf(m_selection).isValid())
        menu.addAction(m_onlyDriver);
}

} // namespace Doorstep

#include "moc_queueviews.cpp"
