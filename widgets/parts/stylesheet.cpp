// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/stylesheet.h"

#include "widgets/parts/theme.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr auto sheet = R"(
QToolTip { color: @text; background: @panel; border: 1px solid @line; padding: 4px 6px; }
QMainWindow { background: @window; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; }
QMenuBar { background: @panel; border-bottom: 1px solid @line; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: @accentSoft; color: @text; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 5px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QLineEdit { background: @panelAlt; color: @text; border: 1px solid @line; border-radius: 7px; padding: 5px 9px;
            selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border-color: @accent; background: @panel; }
QComboBox { background: @panelAlt; color: @text; border: 1px solid @line; border-radius: 7px; padding: 4px 9px; }
QComboBox:focus { border-color: @accent; }
QCheckBox::indicator:unchecked { background: @panelAlt; border: 1px solid @muted; border-radius: 3px; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow { width: 0; height: 0; margin-right: 7px; border-left: 4px solid @panelAlt; border-right: 4px solid @panelAlt;
            border-top: 5px solid @muted; }
QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: 7px; padding: 6px 13px;
              font-weight: 600; }
QPushButton:hover { background: @panelAlt; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border-color: @accent; outline: none; }
QPushButton:disabled { color: @muted; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:disabled { background: @panelAlt; color: @muted; border-color: @line; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px; }
QToolButton[quiet="true"] { color: @muted; }
QToolButton:hover { background: @panelAlt; }
QToolButton:pressed, QToolButton:checked { background: @accentSoft; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QAbstractScrollArea { background: @panel; border: none; }
QPlainTextEdit, QAbstractSpinBox { background: @panelAlt; color: @text; border: 1px solid @line; border-radius: 7px;
            selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { background: @panel; padding: 2px 5px; }
QAbstractSpinBox { padding: 4px 8px; }
QPlainTextEdit:focus, QAbstractSpinBox:focus { border-color: @accent; }
QAbstractSpinBox:focus { background: @panel; }
QAbstractSpinBox:disabled, QPlainTextEdit:disabled { color: @muted; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QScrollArea[clear="true"], QScrollArea[clear="true"] > QWidget, QScrollArea[clear="true"] > QWidget > QWidget { background: transparent; }
QListView, QTableView, QTreeView { background: @panel; border: none; outline: none; gridline-color: @line;
              selection-background-color: @accentSoft; selection-color: @text; alternate-background-color: @panel; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line;
              padding: 5px 10px; text-align: left; }
QHeaderView::section:hover { color: @text; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 1px 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0; height: 0; }
QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)"_L1;

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QString text = sheet;
    const std::initializer_list<std::pair<QLatin1StringView, QColor>> tokens{
        // Longer names first: @panelAlt before @panel.
        {"@accentHover"_L1, mixed(theme.accent, theme.text, 0.88F)},
        {"@accentSoft"_L1, theme.accentSoft},
        {"@onAccent"_L1, theme.onAccent},
        {"@accent"_L1, theme.accent},
        {"@panelAlt"_L1, theme.panelAlt},
        {"@panel"_L1, theme.panel},
        {"@window"_L1, theme.window},
        {"@scroll"_L1, mixed(theme.muted, theme.panel, 0.35F)},
        {"@line"_L1, theme.line},
        {"@muted"_L1, theme.muted},
        {"@text"_L1, theme.text},
    };
    for (const auto &[token, color] : tokens)
        text.replace(token, color.name());
    return text;
}

} // namespace Doorstep
