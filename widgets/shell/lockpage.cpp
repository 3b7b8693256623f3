// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/lockpage.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Doorstep {

LockPage::LockPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_notice(new Notice(this))
    , m_unlock(new QPushButton(tr("&Unlock"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(scaled(font(), 1.6, QFont::DemiBold));
    auto *why = new QLabel(tr("Locked, because nobody was here for a while. Everything goes on behind it."), this);
    why->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_unlock->setProperty("primary", true);
    m_unlock->setDefault(true);
    auto *signOut = new QPushButton(tr("Sign &out"), this);

    auto *column = new QWidget(this);
    column->setFixedWidth(360);
    auto *card = new QVBoxLayout(column);
    card->setSpacing(14);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, why, m_password, m_notice, m_unlock, signOut})
        card->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *across = new QHBoxLayout; // an alignment would ask for no height by width
    across->addStretch(1);
    across->addWidget(column);
    across->addStretch(1);
    layout->addLayout(across);
    layout->addStretch(3);

    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::submit);
    connect(signOut, &QPushButton::clicked, this, &LockPage::signOutRequested);
}

void LockPage::setPerson(const QString &name)
{
    m_title->setText(name.isEmpty() ? tr("Locked") : name);
}

void LockPage::begin()
{
    m_password->clear();
    m_notice->hide();
    setBusy(false);
    m_password->setFocus();
}

void LockPage::setBusy(bool busy)
{
    m_password->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
}

void LockPage::showError(const QString &text)
{
    setBusy(false);
    m_notice->tell(Notice::Tone::Bad, text);
    m_password->selectAll();
    m_password->setFocus();
}

void LockPage::submit()
{
    if (m_password->text().isEmpty())
        return;
    setBusy(true);
    Q_EMIT unlockRequested(m_password->text());
}

void LockPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).panel);
}

} // namespace Doorstep

#include "moc_lockpage.cpp"
