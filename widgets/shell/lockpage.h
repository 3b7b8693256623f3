// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Doorstep {

class Notice;

/// Stands before the work while nobody is there: hides all of it until the person gives their password.
class LockPage : public QWidget
{
    Q_OBJECT
public:
    explicit LockPage(QWidget *parent = nullptr);

    void setPerson(const QString &name);
    /// Empties the field and focuses it.
    void begin();
    void setBusy(bool busy);
    void showError(const QString &text);

Q_SIGNALS:
    void unlockRequested(const QString &password);
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();

    QLabel *m_title;
    QLineEdit *m_password;
    Notice *m_notice;
    QPushButton *m_unlock;
};

} // namespace Doorstep
