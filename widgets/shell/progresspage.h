// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace Doorstep {

class Notice;

/// What is being prepared before there is anything to see, and what to do when that fails.
class ProgressPage : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressPage(QWidget *parent = nullptr);

    /// \a fraction from 0 to 1; negative when nobody knows.
    void showProgress(const QString &title, const QString &detail, double fraction = -1.0);
    void showError(const QString &text, const QString &action);

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_detail;
    QProgressBar *m_bar;
    Notice *m_notice;
};

} // namespace Doorstep
