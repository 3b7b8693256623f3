// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/signinpage.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/theme.h"

#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
    , m_server(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_notice(new Notice(this))
    , m_forgetful(new QLabel(tr("This machine has no keychain, so Doorstep forgets you when it is closed."), this))
    , m_submit(new QPushButton(tr("Sign in"), this))
{
    auto *title = new QLabel(tr("Sign in to Doorstep"), this);
    title->setFont(scaled(font(), 1.6, QFont::DemiBold));
    m_password->setEchoMode(QLineEdit::Password);
    m_server->setPlaceholderText(u"https://dispatch.example"_s);
    m_submit->setProperty("primary", true);
    m_submit->setDefault(true);
    m_submit->setAccessibleName(m_submit->text());

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(8);
    const std::initializer_list<std::pair<QString, QLineEdit *>> fields{
        {tr("&Server"), m_server}, {tr("&Name"), m_user}, {tr("&Password"), m_password}};
    for (const auto &[label, field] : fields) {
        form->addRow(label, field);
        field->setAccessibleName(QString(label).remove(u'&'));
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    }
    auto *card = new QVBoxLayout;
    card->setSpacing(14);
    card->addWidget(title);
    card->addLayout(form);
    card->addWidget(m_notice);
    card->addWidget(m_submit);
    m_forgetful->setWordWrap(true);
    m_forgetful->setForegroundRole(QPalette::PlaceholderText); // muted: it is no task
    auto kept = m_forgetful->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // known late: the button must not move away under the pointer
    m_forgetful->setSizePolicy(kept);
    m_forgetful->hide();
    card->addWidget(m_forgetful);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    auto *column = new QWidget(this);
    column->setFixedWidth(360);
    column->setLayout(card);
    across->addWidget(column);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
}

void SignInPage::setServer(const QUrl &server)
{
    m_server->setText(server.toString());
}

void SignInPage::setUser(const QString &user)
{
    m_user->setText(user);
}

void SignInPage::setKnownServers(const QStringList &servers)
{
    auto *completer = new QCompleter(servers, m_server);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_server->setCompleter(completer);
}

void SignInPage::setForgetful(bool forgetful)
{
    m_forgetful->setVisible(forgetful);
}

void SignInPage::setBusy(bool busy)
{
    for (auto *field : {m_server, m_user, m_password})
        field->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

void SignInPage::showError(const QString &text)
{
    setBusy(false);
    m_notice->tell(Notice::Tone::Bad, text);
    m_password->selectAll();
    m_password->setFocus();
}

void SignInPage::tell(const QString &text)
{
    setBusy(false);
    m_notice->tell(Notice::Tone::Neutral, text);
}

void SignInPage::begin()
{
    for (auto *field : {m_server, m_user, m_password})
        if (field->text().isEmpty()) {
            field->setFocus();
            return;
        }
    m_password->setFocus();
}

void SignInPage::submit()
{
    const auto typed = m_server->text().trimmed();
    const auto server = QUrl::fromUserInput(typed);
    if (typed.isEmpty() || !server.isValid() || !server.scheme().startsWith("http"_L1)) {
        m_notice->tell(Notice::Tone::Bad, tr("The server is an address like https://dispatch.example"));
        m_server->setFocus();
        return;
    }
    if (m_user->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_notice->tell(Notice::Tone::Bad, tr("Enter your name and your password."));
        begin();
        return;
    }
    m_notice->hide();
    setBusy(true);
    Q_EMIT signInRequested(server, m_user->text().trimmed(), m_password->text());
}

void SignInPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).panel);
}

} // namespace Doorstep

#include "moc_signinpage.cpp"
