// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

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

void report(const QKeychain::Job *job)
{
    if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
        qWarning("keychain: %s", qPrintable(job->errorString()));
}

} // namespace

bool Keychain::isLasting() const
{
    return QKeychain::isAvailable();
}

void Keychain::read(const QString &name, QObject *context, std::function<void(const QString &token)> answer)
{
    if (!isLasting()) {
        QMetaObject::invokeMethod(context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
        return;
    }
    auto *job = made<QKeychain::ReadPasswordJob>(name, this);
    connect(job, &QKeychain::Job::finished, context, [job, answer = std::move(answer)] {
        report(job);
        answer(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void Keychain::write(const QString &name, const QString &token)
{
    if (!isLasting())
        return;
    auto *job = made<QKeychain::WritePasswordJob>(name, this);
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this, [job] { report(job); });
    job->start();
}

void Keychain::forget(const QString &name)
{
    if (!isLasting())
        return;
    auto *job = made<QKeychain::DeletePasswordJob>(name, this);
    connect(job, &QKeychain::Job::finished, this, [job] { report(job); });
    job->start();
}

} // namespace Doorstep

#include "moc_keychain.cpp"
