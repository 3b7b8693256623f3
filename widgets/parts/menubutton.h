// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace Doorstep {

/// A quiet button in a header: a word, and a menu below it.
class MenuButton : public QToolButton
{
    Q_OBJECT
public:
    /// \a accessibleName says what it chooses; the text is what is chosen.
    explicit MenuButton(const QString &accessibleName, QWidget *parent = nullptr);

    void setChoice(const QString &text);
};

} // namespace Doorstep
