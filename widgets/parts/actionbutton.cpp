// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/actionbutton.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

ActionButton::ActionButton(QAction &action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::follow()
{
    auto words = m_action.text();
    words.remove(u'&');
    const auto key = m_action.shortcut().toString(QKeySequence::NativeText);
    setText(words);
    setAccessibleName(words);
    setToolTip(key.isEmpty() ? words : u"%1 (%2)"_s.arg(words, key));
    setVisible(m_action.isEnabled());
}

} // namespace Doorstep

#include "moc_actionbutton.cpp"
