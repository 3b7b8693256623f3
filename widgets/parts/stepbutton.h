// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QPointer>
#include <QPushButton>

namespace Doorstep {

/// A button that is an action, with its key drawn on it. Stays while the action is disabled, and then says why: in its
/// tooltip and to screen readers.
class StepButton : public QPushButton
{
    Q_OBJECT
public:
    explicit StepButton(QWidget *parent = nullptr);

    /// \a key is what is drawn; without one, the action's own. None hides the button.
    void setStep(QAction *action, const QString &key = {});
    [[nodiscard]] QAction *step() const { return m_action; }
    /// Whether there is room for it; without, it is not shown.
    void setRoom(bool hasRoom);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    [[nodiscard]] int keyWidth() const;

    QPointer<QAction> m_action;
    QString m_key;
    bool m_hasRoom = true;
    QString m_shownKey;
};

} // namespace Doorstep
