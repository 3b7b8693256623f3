// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/id.h"
#include "models/domain/result.h"
#include "models/domain/subject.h"
#include "models/wire/auditwire.h"
#include "models/wire/changeswire.h"
#include "models/wire/insertionwire.h"
#include "models/wire/sessionwire.h"

#include <QCoroTask>
#include <QNetworkReply>
#include <QNetworkRequestFactory>
#include <QUrlQuery>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace Doorstep {

using Reply = std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater>;

/// Asks a backend over HTTP. Every answer is a Result: Offline without one (or with a 5xx), else what the problem says.
class BackendClient
{
public:
    /// \a network must outlive every task and reply. Without a byte for \a timeout a request is given up.
    BackendClient(QNetworkAccessManager &network, const QUrl &server, std::chrono::milliseconds timeout);

    void setToken(const QString &token);

    [[nodiscard]] QCoro::Task<Result<Wire::Session>> signIn(const QString &user, const QString &password) const;
    /// Who the token belongs to; the answer has no token.
    [[nodiscard]] QCoro::Task<Result<Wire::Session>> session() const;
    /// A new token for the one that is sent. Forbidden when the password was given too long ago.
    [[nodiscard]] QCoro::Task<Result<Wire::Session>> refresh() const;
    [[nodiscard]] QCoro::Task<Result<>> signOut() const;
    /// At most 1,000 changes after \a after. Gone when it means nothing to the backend any more.
    [[nodiscard]] QCoro::Task<Result<Wire::ChangesPage>> changes(const FeedId &feed, const Cursor &after) const;
    /// At most 100 entries of \a feed about \a about, newest first, before the entry \a before (0: from the newest).
    [[nodiscard]] QCoro::Task<Result<Wire::AuditPage>> audit(const FeedId &feed, const Subject &about,
                                                             qint64 before) const;
    /// What other places in today's routes would mean for \a stop. Refused where that cannot be: it is done, or
    /// nowhere.
    [[nodiscard]] QCoro::Task<Result<Wire::InsertionsAnswer>> insertions(const StopId &stop) const;
    /// The running answer, for who reads it as it comes.
    [[nodiscard]] Reply snapshot(const FeedId &feed) const;

private:
    [[nodiscard]] QNetworkRequest request(const QString &path, const QUrlQuery &query = {}) const;

    QNetworkAccessManager &m_network;
    QNetworkRequestFactory m_requests;
};

/// What went wrong with a finished \a reply; \a body is what was read of it.
[[nodiscard]] Error errorOf(const QNetworkReply &reply, const QByteArray &body);

/// Ends \a reply without waiting for its answer; one that is about to end by itself is left to do so.
void giveUp(QNetworkReply &reply);
/// The same for all that \a network still waits for.
void giveUpAll(const QNetworkAccessManager &network);

} // namespace Doorstep
