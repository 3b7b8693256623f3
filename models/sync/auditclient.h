// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/sync/pastdecisions.h"
#include "models/sync/servertrust.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequestFactory>
#include <QObject>
#include <QPointer>

#include <chrono>

namespace Doorstep {

/// Asks a backend who did what. A question supersedes the one before: an answer to that never comes. Lives in the GUI
/// thread; an answer is one page.
class AuditClient : public QObject
{
    Q_OBJECT
public:
    /// \a trustedCertificate as in ServerTrust. A silent server is given up after \a timeout.
    AuditClient(const QUrl &server, const QByteArray &trustedCertificate,
                std::chrono::milliseconds timeout = std::chrono::seconds(10), QObject *parent = nullptr);
    ~AuditClient() override;

    void setToken(const QString &token);

    /// Entries of \a feed about \a about (or by it, of a user), older than entry \a before; 0 begins with the newest.
    void ask(const FeedId &feed, const Subject &about, qint64 before = 0);
    void cancel();

Q_SIGNALS:
    void answered(const Doorstep::Subject &about, qint64 before, const Doorstep::AuditPage &page);
    /// Offline, NotFound (an older backend, or not for this person), Malformed, …
    void failed(const Doorstep::Subject &about, const Doorstep::Error &error);

private:
    void take(QNetworkReply &reply, const Subject &about, qint64 before);

    QNetworkAccessManager m_network;
    ServerTrust m_trust;
    QNetworkRequestFactory m_requests;
    QPointer<QNetworkReply> m_reply;
};

} // namespace Doorstep
