// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/advice.h"

#include <QHash>
#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QPushButton;

namespace Doorstep {

class StepButton;

/// The foot of the details: why something should be decided, the best step as the one blue button, the next best beside
/// it as far as two lines have room, and everything else behind "More".
class NextSteps : public QWidget
{
    Q_OBJECT
public:
    explicit NextSteps(QWidget *parent = nullptr);

    /// What each step does; they must outlive this. A step without an action is not shown.
    void setActions(const QHash<Advice::Step, QAction *> &actions);
    void show(const Advice &advice, const QString &reason);
    /// What Enter does; nullptr when nothing needs to be decided, or nothing can.
    [[nodiscard]] StepButton *best() const;

Q_SIGNALS:
    /// A menu with all that can be done is wanted at \a globalPosition.
    void moreRequested(QPoint globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void fit();

    QHash<Advice::Step, QAction *> m_actions;
    Advice m_advice;
    int m_arranged = 0; ///< How often.
    QLabel *m_reason;
    QWidget *m_buttons;
    StepButton *m_best;
    std::array<StepButton *, 2> m_others;
    QPushButton *m_more;
};

} // namespace Doorstep
