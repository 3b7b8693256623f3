// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QPushButton>

namespace Doorstep {

/// A button that is an action: its words, its key, and away while it is disabled.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    /// \a action must outlive the button.
    explicit ActionButton(QAction &action, QWidget *parent = nullptr);

private:
    void follow();

    QAction &m_action;
};

} // namespace Doorstep
