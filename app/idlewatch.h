// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Doorstep {

/// Notices that nobody has touched the program for a while. UI thread.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    /// Watches every key, click and wheel that \a application gets.
    explicit IdleWatch(QObject &application, QObject *parent = nullptr);

    /// Zero: never.
    void setLimit(std::chrono::milliseconds limit);
    [[nodiscard]] std::chrono::milliseconds limit() const { return m_limit; }

Q_SIGNALS:
    void idled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
    std::chrono::milliseconds m_limit{0};
};

/// Knows a password again without keeping it: PBKDF2 with SHA-256, a salt of its own, in memory only. So that a locked
/// console can be unlocked without a network.
class PasswordMark
{
public:
    PasswordMark() = default;
    explicit PasswordMark(const QString &password);

    [[nodiscard]] bool isSet() const noexcept { return !m_mark.isEmpty(); }
    [[nodiscard]] bool matches(const QString &password) const;

private:
    QByteArray m_salt;
    QByteArray m_mark;
};

} // namespace Doorstep
