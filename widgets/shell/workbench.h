// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/arrangement.h"
#include "widgets/shell/pane.h"

#include <QHash>
#include <QMainWindow>

class QDockWidget;

namespace Doorstep {

/// The panes, docked. Each arrangement remembers how the person left it; panes float, go to another screen and come
/// back.
class Workbench : public QMainWindow
{
    Q_OBJECT
public:
    /// What is saved of each arrangement, by its key.
    using States = QHash<QString, QByteArray>;

    explicit Workbench(QWidget *parent = nullptr);

    /// All panes first, then the first showArrangement().
    void addPane(const Pane &pane);
    [[nodiscard]] QDockWidget *dock(const QString &pane) const { return m_docks.value(pane); }
    [[nodiscard]] QList<QDockWidget *> docks() const;

    [[nodiscard]] Arrangement arrangement() const noexcept { return m_arrangement; }
    void showArrangement(Arrangement arrangement);
    /// Puts the current arrangement back to how it came.
    void resetArrangement();
    void toggleFloating(const QString &pane);
    /// Hides the panes that float on their own, or shows those again that were hidden so.
    void setFloatingHidden(bool hidden);

    [[nodiscard]] States states() const;
    /// Takes these in place of what is shown and was kept; showArrangement() is next. A state that does not fit is
    /// ignored: the arrangement comes as new.
    void setStates(const States &states);

Q_SIGNALS:
    void arrangementChanged(Doorstep::Arrangement arrangement);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void sizeAsDesigned();
    /// Gives the panes the sizes along their splits, and what is left to those they were split from.
    void give(const QHash<QString, QSize> &wanted);
    void rememberSizes();
    void keepSizes();

    QHash<QString, QDockWidget *> m_docks;
    QStringList m_order;
    QStringList m_hiddenFloating;
    States m_states;
    Arrangement m_arrangement = Arrangement::Dispatch;
    bool m_isArranged = false;
    bool m_mustSize = false; ///< The designed sizes wait for the first real size of the window.
    QSize m_sizedFor;
    QHash<QString, QSize> m_keptSizes; ///< Of the side panes: a larger window is for the map.
};

} // namespace Doorstep
