// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QVBoxLayout>

namespace Doorstep {

class PanelHeader;

/// A panel with round corners upon the window's ground, for pages of cards.
class PanelCard : public QFrame
{
    Q_OBJECT
public:
    explicit PanelCard(const QString &title, QWidget *parent = nullptr);

    void addControl(QWidget *control);
    void addBody(QWidget *body, int stretch = 0) { m_rows->addWidget(body, stretch); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PanelHeader *m_header;
    QVBoxLayout *m_rows;
};

} // namespace Doorstep
