// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

namespace Doorstep {

/// Where tokens are kept between starts. Answers come later, on the same thread, and not at all once \a context is
/// gone.
class TokenVault : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether anything is kept at all, as far as is known: see lastingChanged().
    [[nodiscard]] virtual bool isLasting() const = 0;
    /// The token under \a name; empty when there is none, or when it could not be read.
    virtual void read(const QString &name, QObject *context, std::function<void(const QString &token)> answer) = 0;
    virtual void write(const QString &name, const QString &token) = 0;
    virtual void forget(const QString &name) = 0;

Q_SIGNALS:
    /// It turned out that nothing is kept, or that it is after all.
    void lastingChanged();
};

/// The system's own keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service or KWallet
/// elsewhere. Where there is none nothing is kept: a token never goes to a file. That a library for one is installed
/// does not mean that one runs: whether anything is kept is known when it has been tried.
class Keychain : public TokenVault
{
    Q_OBJECT
public:
    using TokenVault::TokenVault;

    [[nodiscard]] bool isLasting() const override;
    void read(const QString &name, QObject *context, std::function<void(const QString &token)> answer) override;
    void write(const QString &name, const QString &token) override;
    void forget(const QString &name) override;

private:
    void report(const QKeychain::Job &job);

    bool m_isBroken = false; ///< The last that was tried did not work.
};

} // namespace Doorstep
