// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Doorstep {

class Notice;

/// Server, name, password; what goes wrong is said between them and the button.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);

    void setServer(const QUrl &server);
    void setUser(const QString &user);
    /// What was used before, offered while typing.
    void setKnownServers(const QStringList &servers);
    /// Says that this machine has no keychain, so that one has to sign in after each start.
    void setForgetful(bool forgetful);
    /// While the server is asked, nothing can be changed.
    void setBusy(bool busy);
    void showError(const QString &text);
    /// Says something that is no error, until the next try.
    void tell(const QString &text);
    /// Focuses the first empty field.
    void begin();

Q_SIGNALS:
    void signInRequested(const QUrl &server, const QString &user, const QString &password);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();

    QLineEdit *m_server;
    QLineEdit *m_user;
    QLineEdit *m_password;
    Notice *m_notice;
    QLabel *m_forgetful;
    QPushButton *m_submit;
};

} // namespace Doorstep
