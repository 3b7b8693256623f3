// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr auto service = "org.doorstep.Console"_L1;

/// A job that fails says so in the log, without the secret; the person signs in again instead.
template <typename Job>
Job *made(const QString &name, QObject *parent)
{
    auto *job = new Job(service, parent);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // it would be plain text in a settings file
    job->setKey(name);
    return job;
}

} // namespace

bool Keychain::isLasting() const
{
    return !m_isBroken && QKeychain::isAvailable();
}

void Keychain::report(const QKeychain::Job &job)
{
    const bool isBroken = job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound;
    if (isBroken)
        qWarning("keychain: %s", qPrintable(job.errorString()));
    if (std::exchange(m_isBroken, isBroken) != isBroken)
        Q_EMIT lastingChanged();
}

void Keychain::read(const QString &name, QObject *context, std::function<void(const QString &token)> answer)
{
    if (!QKeychain::isAvailable()) {
        QMetaObject::invokeMethod(context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
        return;
    }
    auto *job = made<QKeychain::ReadPasswordJob>(name, this);
    connect(job, &QKeychain::Job::finished, context, [this, job, answer = std::move(answer)] {
        report(*job);
        answer(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void Keychain::write(const QString &name, const QString &token)
{
    if (!QKeychain::isAvailable())
        return;
    auto *job = made<QKeychain::WritePasswordJob>(name, this);
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this, [this, job] { report(*job); });
    job->start();
}

void Keychain::forget(const QString &name)
{
    if (!QKeychain::isAvailable())
        return;
    auto *job = made<QKeychain::DeletePasswordJob>(name, this);
    connect(job, &QKeychain::Job::finished, this, [this, job] { report(*job); });
    job->start();
}

} // namespace Doorstep

#include "moc_keychain.cpp"
