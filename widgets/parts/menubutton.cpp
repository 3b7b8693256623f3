// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/menubutton.h"

#include "widgets/parts/fonts.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {

MenuButton::MenuButton(const QString &accessibleName, QWidget *parent)
    : QToolButton(parent)
{
    setAccessibleName(accessibleName);
    setToolTip(accessibleName);
    setPopupMode(InstantPopup);
    setMenu(new QMenu(this));
    setFont(scaled(font(), 0.92));
    setFocusPolicy(Qt::TabFocus);
    setProperty("quiet", true);
    setAutoRaise(true);
}

void MenuButton::setChoice(const QString &text)
{
    setText(text + u" ▾"_s);
}

} // namespace Doorstep

#include "moc_menubutton.cpp"
