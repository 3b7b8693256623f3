// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/access/guesslimit.h"
#include "backend/http/router.h"
#include "backend/store/store.h"
#include "backend/work/worker.h"
#include "models/domain/clock.h"
#include "models/wire/sessionwire.h"

#include <QHash>
#include <QSet>

#include <array>
#include <atomic>
#include <mutex>
#include <shared_mutex>

namespace Doorstep {

/// Who may sign in, and who has. Accounts and sessions are in the store; here is a copy that every call asks.
/// Thread-safe.
class Access : public Http::Gate
{
public:
    /// \a store must outlive this; \a realClock is never scaled: a token lasts twelve real hours.
    Access(Store &store, const Clock &realClock);
    ~Access() override;

    /// Reads everything anew: at the start, and when another process changed it.
    drogon::Task<Result<>> load();

    [[nodiscard]] Result<User> holderOf(const QByteArray &token) const override;
    [[nodiscard]] bool hasUsers() const;

    /// A new session. Unauthorised when name or password are wrong (it does not say which); Refused with the seconds to
    /// wait as detail after guessing; Offline when too many are being checked.
    drogon::Task<Result<Wire::Session>> signIn(QString name, QByteArray password, QString address);
    drogon::Task<Result<>> signOut(const QByteArray &token);
    /// A new token for another twelve hours, at most until a week after the password was given; the old one is good for
    /// a minute more, in case the answer is lost. Unauthorised; Refused after that week.
    drogon::Task<Result<Wire::Session>> refresh(QByteArray token);
    /// What signIn() answered, without the token. Unauthorised.
    [[nodiscard]] Result<Wire::Session> session(const QByteArray &token) const;
    /// The feeds that \a user may follow. Nobody follows imported visits.
    [[nodiscard]] QList<FeedId> feedsOf(const User &user) const;

private:
    struct Known
    {
        QHash<QByteArray, Session> sessions; ///< By the token's hash.
        QHash<UserId, User> users;
        QHash<QString, Account> accounts;
        QSet<UserId> disabled;
    };
    struct Attempt
    {
        QString name;
        QByteArray password;
        QString address;
    };
    static drogon::Task<Result<Wire::Session>> signIn(Access &access, Attempt attempt);
    static drogon::Task<Result<>> signOut(Access &access, QByteArray tokenHash);
    static drogon::Task<Result<Wire::Session>> refresh(Access &access, QByteArray token);
    /// Keeps \a session on disk, then in memory.
    static drogon::Task<Result<>> keep(Access &access, Session session);
    static drogon::Task<Result<>> load(Access &access);
    [[nodiscard]] Result<Account> accountFor(const Attempt &attempt);
    void noteOutcome(const Attempt &attempt, bool isRight);

    Store &m_store;
    const Clock &m_clock;
    mutable std::shared_mutex m_mutex;
    Known m_known;
    std::mutex m_guessMutex;
    GuessLimit m_byAccount{5};
    GuessLimit m_byAddress{20};
    std::atomic<int> m_checking = 0;
    std::atomic<unsigned> m_nextWorker = 0;
    std::array<Worker, 2> m_workers; ///< Two hashes at once at most: each takes 19 MiB and a core.
};

} // namespace Doorstep
