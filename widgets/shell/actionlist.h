// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QObject>

#include <vector>

class QMenuBar;
class QWidget;

namespace Doorstep {

/// Every verb of the console, once: menu bar, command palette, keys sheet and context menus all show these.
class ActionList : public QObject
{
    Q_OBJECT
public:
    /// The menus of the bar, in its order.
    enum class Menu : quint8 { Go, Edit, Select, Stop, Driver, View, Window, Help };
    Q_ENUM(Menu)

    explicit ActionList(QObject *parent = nullptr);

    /// A new action \a id ("map.fit") in \a menu. \a text has the menu's ampersand. The shortcut works in the whole
    /// window.
    QAction *add(const QString &id, Menu menu, const QString &text, const QKeySequence &shortcut = {},
                 const QString &iconName = {});
    /// Draws a line in \a menu between what was added and what comes.
    void addSeparator(Menu menu);
    [[nodiscard]] QAction *find(const QString &id) const;
    /// In the order of the menus; separators left out.
    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] QList<QAction *> actions(Menu menu) const;
    [[nodiscard]] static QString titleOf(Menu menu);

    /// Makes the menus of \a bar, and gives \a window the shortcuts, so that they work while the bar is hidden.
    void install(QMenuBar &bar, QWidget &window) const;

private:
    struct Entry
    {
        Menu menu;
        QAction *action;
    };
    std::vector<Entry> m_entries;
};

/// The text of \a action without its ampersand.
[[nodiscard]] QString plainText(const QAction &action);

} // namespace Doorstep
