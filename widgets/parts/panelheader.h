// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Doorstep {

/// The top line of a pane: its title, a count, and controls of the pane at the far end. It is also what the pane's dock
/// is dragged by, so it lets mouse events through.
class PanelHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PanelHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Text in the pill after the title; empty hides it. \a alarming paints it as something bad.
    void setBadge(const QString &text, bool alarming = false);
    [[nodiscard]] QString badge() const { return m_badge; }
    /// At the far end, in the order of the calls.
    void addControl(QWidget *control);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_badge;
    bool m_alarming = false;
    QHBoxLayout *m_controls = nullptr;
};

} // namespace Doorstep
