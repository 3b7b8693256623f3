// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace Doorstep {

/// The column of buttons at the top of the map: nearer, further, fit, layers.
class MapButtons : public QWidget
{
    Q_OBJECT
public:
    explicit MapButtons(QWidget *parent = nullptr);

    void setLayersMenu(QMenu *menu);

Q_SIGNALS:
    void zoomInRequested();
    void zoomOutRequested();
    void fitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &iconName, const QString &text);

    QToolButton *m_layers = nullptr;
};

} // namespace Doorstep
