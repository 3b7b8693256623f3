// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/actionlist.h"

#include "widgets/parts/icons.h"

#include <QMenuBar>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr std::array menus{ActionList::Menu::Go,     ActionList::Menu::Edit,   ActionList::Menu::Select,
                           ActionList::Menu::Stop,   ActionList::Menu::Driver, ActionList::Menu::View,
                           ActionList::Menu::Window, ActionList::Menu::Help};

} // namespace

ActionList::ActionList(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionList::add(const QString &id, Menu menu, const QString &text, const QKeySequence &shortcut,
                         const QString &iconName)
{
    Q_ASSERT(!find(id));
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    m_entries.push_back({menu, action});
    return action;
}

void ActionList::addSeparator(Menu menu)
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_entries.push_back({menu, separator});
}

QAction *ActionList::find(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.action->objectName() == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

QList<QAction *> ActionList::actions() const
{
    QList<QAction *> all;
    for (const auto menu : menus)
        for (auto *action : actions(menu))
            if (!action->isSeparator())
                all.append(action);
    return all;
}

QList<QAction *> ActionList::actions(Menu menu) const
{
    QList<QAction *> found;
    for (const auto &entry : m_entries)
        if (entry.menu == menu)
            found.append(entry.action);
    return found;
}

QString ActionList::titleOf(Menu menu)
{
    switch (menu) {
    case Menu::Go:
        return tr("&Go");
    case Menu::Edit:
        return tr("&Edit");
    case Menu::Select:
        return tr("&Selection");
    case Menu::Stop:
        return tr("S&top");
    case Menu::Driver:
        return tr("&Driver");
    case Menu::View:
        return tr("&View");
    case Menu::Window:
        return tr("&Window");
    case Menu::Help:
        return tr("&Help");
    }
    std::unreachable();
}

void ActionList::install(QMenuBar &bar, QWidget &window) const
{
    for (const auto menu : menus) {
        auto *shown = bar.addMenu(titleOf(menu));
        shown->setToolTipsVisible(true); // one that is disabled says why
        shown->addActions(actions(menu));
    }
    window.addActions(actions());
}

QString plainText(const QAction &action)
{
    auto text = action.text();
    text.remove(QRegularExpression(u"&(?!&)"_s));
    return text.replace("&&"_L1, "&"_L1);
}

} // namespace Doorstep

#include "moc_actionlist.cpp"
