// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/attention/facts.h"
#include "widgets/parts/depottime.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace Doorstep {

class Clock;
class ElidedLabel;
class Fleet;
class Selection;

/// Everything about what is selected, and what can be done with it.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    /// \a actions become buttons below the facts, those that are enabled. All must outlive the pane.
    DetailsPane(const Fleet &fleet, Selection &selection, const Clock &clock, const QList<QAction *> &actions,
                QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    [[nodiscard]] const Facts &facts() const noexcept { return m_facts; }
    /// Looks at ages again.
    void tick();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void rebuild();
    void showHead();
    [[nodiscard]] QWidget *makeLines(QWidget *parent);
    [[nodiscard]] QWidget *makeNextStops(QWidget *parent);

    const Fleet &m_fleet;
    Selection &m_selection;
    const Clock &m_clock;
    DepotTime m_time;
    Facts m_facts;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QLabel *m_state;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_bodyLayout;
    QWidget *m_buttons;
    QLabel *m_empty;
    QList<QLabel *> m_values; ///< Of m_facts.lines; they change in place while only ages do.
};

} // namespace Doorstep
