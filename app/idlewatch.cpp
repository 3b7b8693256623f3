// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/idlewatch.h"

#include <QEvent>
#include <QPasswordDigestor>
#include <QRandomGenerator>

namespace Doorstep {
namespace {

constexpr int rounds = 200'000; // about 80 ms: once at sign-in, once at unlocking
constexpr quint64 markSize = 32;

QByteArray derived(const QString &password, const QByteArray &salt)
{
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, password.toUtf8(), salt, rounds, markSize);
}

} // namespace

IdleWatch::IdleWatch(QObject &application, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idled);
    application.installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    if (limit.count() > 0)
        m_timer.start(limit);
    else
        m_timer.stop();
}

bool IdleWatch::eventFilter(QObject * /*watched*/, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_limit.count() > 0)
            m_timer.start(m_limit);
        break;
    default:
        break;
    }
    return false;
}

PasswordMark::PasswordMark(const QString &password)
    : m_salt(16, Qt::Uninitialized)
{
    for (auto &byte : m_salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    m_mark = derived(password, m_salt);
}

bool PasswordMark::matches(const QString &password) const
{
    return isSet() && derived(password, m_salt) == m_mark;
}

} // namespace Doorstep

#include "moc_idlewatch.cpp"
