// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/access/access.h"

#include "backend/access/newuser.h"
#include "backend/access/passwords.h"
#include "backend/store/visitsfeed.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr std::chrono::hours tokenLife{12};
constexpr std::chrono::days signedInLife{7}; // then the password again, however often it was refreshed
constexpr std::chrono::seconds oldTokenLife{60};
constexpr int mostChecking = 16; // waiting ones included; more is a flood

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

/// 256 random bits of the system's.
QByteArray newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Error unauthorised()
{
    return {.kind = Error::Kind::Unauthorised, .detail = u"sign in with POST /v1/session and send its token"_s};
}

/// Counts down when a check ends, however it ends.
class Checking
{
public:
    explicit Checking(std::atomic<int> &count)
        : m_count(count)
        , m_isOneTooMany(count.fetch_add(1) >= mostChecking)
    {
    }
    ~Checking() { --m_count; }
    Q_DISABLE_COPY_MOVE(Checking)

    [[nodiscard]] bool isOneTooMany() const noexcept { return m_isOneTooMany; }

private:
    std::atomic<int> &m_count;
    bool m_isOneTooMany;
};

} // namespace

Access::Access(Store &store, const Clock &realClock)
    : m_store(store)
    , m_clock(realClock)
{
}

Access::~Access() = default;

drogon::Task<Result<>> Access::load()
{
    return load(*this);
}

drogon::Task<Result<>> Access::load(Access &access)
{
    const auto users = co_await usersIn(access.m_store);
    if (!users)
        co_return std::unexpected(users.error());
    const auto accounts = co_await access.m_store.accounts();
    if (!accounts)
        co_return std::unexpected(accounts.error());
    const auto sessions = co_await access.m_store.sessions(access.m_clock.now());
    if (!sessions)
        co_return std::unexpected(sessions.error());
    Known known;
    for (const auto &user : *users)
        known.users.insert(user.id, user);
    for (const auto &account : *accounts)
        known.accounts.insert(account.name, account);
    for (const auto &account : *accounts) {
        if (account.isDisabled)
            known.disabled.insert(account.user);
    }
    for (const auto &session : *sessions)
        known.sessions.insert(session.tokenHash, session);
    const std::unique_lock lock(access.m_mutex);
    access.m_known = std::move(known);
    co_return Result<>();
}

Result<User> Access::holderOf(const QByteArray &token) const
{
    if (token.isEmpty())
        return std::unexpected(unauthorised());
    const auto hash = hashOf(token);
    const std::shared_lock lock(m_mutex);
    const auto session = m_known.sessions.constFind(hash);
    if (session == m_known.sessions.constEnd() || session->expiresAt <= m_clock.now())
        return std::unexpected(unauthorised());
    const auto user = m_known.users.constFind(session->user);
    if (user == m_known.users.constEnd() || m_known.disabled.contains(session->user))
        return std::unexpected(unauthorised());
    return *user;
}

bool Access::hasUsers() const
{
    const std::shared_lock lock(m_mutex);
    return !m_known.accounts.isEmpty();
}

QList<FeedId> Access::feedsOf(const User &user) const
{
    QList<FeedId> feeds;
    const bool onlyDrives = std::ranges::all_of(user.roles, [](User::Role role) { return role == User::Role::Driver; });
    if (onlyDrives)
        return feeds;
    for (const auto &feed : m_store.feeds()) {
        if (!isVisitsFeed(feed.id))
            feeds.append(feed.id);
    }
    return feeds;
}

Result<Wire::Session> Access::session(const QByteArray &token) const
{
    auto user = holderOf(token);
    if (!user)
        return std::unexpected(user.error());
    Wire::Session session{.token = {}, .expiresAt = {}, .user = *user, .feeds = feedsOf(*user)};
    const std::shared_lock lock(m_mutex);
    session.expiresAt = m_known.sessions.value(hashOf(token)).expiresAt;
    return session;
}

Result<Account> Access::accountFor(const Attempt &attempt)
{
    const auto now = m_clock.now();
    {
        const std::scoped_lock lock(m_guessMutex);
        const auto wait = std::max(m_byAccount.waitOf(attempt.name, now), m_byAddress.waitOf(attempt.address, now));
        if (wait > std::chrono::seconds::zero())
            return failure(Error::Kind::Refused, QString::number(wait.count()));
    }
    const std::shared_lock lock(m_mutex);
    const auto account = m_known.accounts.constFind(attempt.name);
    if (account == m_known.accounts.constEnd() || account->isDisabled)
        return Account{.name = {}, .user = {}, .passwordHash = hashOfNobody()};
    return *account;
}

void Access::noteOutcome(const Attempt &attempt, bool isRight)
{
    const auto now = m_clock.now();
    const std::scoped_lock lock(m_guessMutex);
    if (isRight) {
        m_byAccount.succeeded(attempt.name);
        return;
    }
    m_byAccount.failed(attempt.name, now);
    m_byAddress.failed(attempt.address, now);
}

drogon::Task<Result<Wire::Session>> Access::signIn(QString name, QByteArray password, QString address)
{
    return signIn(*this, {.name = std::move(name), .password = std::move(password), .address = std::move(address)});
}

drogon::Task<Result<Wire::Session>> Access::signIn(Access &access, Attempt attempt)
{
    const Checking checking(access.m_checking);
    if (checking.isOneTooMany())
        co_return failure(Error::Kind::Offline, u"too many are signing in"_s);
    auto account = access.accountFor(attempt);
    if (!account)
        co_return std::unexpected(account.error());

    auto &worker = access.m_workers.at(access.m_nextWorker++ % access.m_workers.size());
    auto check = [password = attempt.password, hash = account->passwordHash]() -> Result<bool> {
        return isPassword(password, hash);
    };
    Errand errand(worker, std::move(check)); // NOLINT(misc-const-correctness): awaiting it changes it
    const auto isRight = co_await errand;
    if (!isRight)
        co_return std::unexpected(isRight.error());
    const bool isIn = *isRight && account->user.isValid();
    access.noteOutcome(attempt, isIn);
    if (!isIn)
        co_return failure(Error::Kind::Unauthorised, u"no such name and password"_s);

    const auto token = newToken();
    const auto now = access.m_clock.now();
    Session session{
        .tokenHash = hashOf(token), .user = account->user, .expiresAt = now.addDuration(tokenLife), .beganAt = now};
    if (const auto kept = co_await keep(access, std::move(session)); !kept)
        co_return std::unexpected(kept.error());
    auto answer = access.session(token);
    if (answer)
        answer->token = QString::fromLatin1(token);
    co_return answer;
}

drogon::Task<Result<>> Access::keep(Access &access, Session session)
{
    if (const auto kept = co_await access.m_store.putSession(session); !kept)
        co_return std::unexpected(kept.error());
    const std::unique_lock lock(access.m_mutex);
    access.m_known.sessions.insert(session.tokenHash, session);
    co_return Result<>();
}

drogon::Task<Result<Wire::Session>> Access::refresh(QByteArray token)
{
    return refresh(*this, std::move(token));
}

drogon::Task<Result<Wire::Session>> Access::refresh(Access &access, QByteArray token)
{
    if (const auto holder = access.holderOf(token); !holder)
        co_return std::unexpected(holder.error());
    Session old;
    {
        const std::shared_lock lock(access.m_mutex);
        old = access.m_known.sessions.value(hashOf(token));
    }
    const auto now = access.m_clock.now();
    const auto end = old.beganAt.isValid() ? old.beganAt.addDuration(signedInLife) : now;
    if (end <= now)
        co_return failure(Error::Kind::Refused, u"the password was given a week ago: sign in again"_s);
    const auto fresh = newToken();
    Session next{.tokenHash = hashOf(fresh),
                 .user = old.user,
                 .expiresAt = std::min(now.addDuration(tokenLife), end),
                 .beganAt = old.beganAt};
    if (const auto kept = co_await keep(access, std::move(next)); !kept)
        co_return std::unexpected(kept.error());
    old.expiresAt = std::min(old.expiresAt, now.addDuration(oldTokenLife));
    if (const auto kept = co_await keep(access, std::move(old)); !kept)
        co_return std::unexpected(kept.error());
    auto answer = access.session(fresh);
    if (answer)
        answer->token = QString::fromLatin1(fresh);
    co_return answer;
}

drogon::Task<Result<>> Access::signOut(const QByteArray &token)
{
    return signOut(*this, hashOf(token));
}

drogon::Task<Result<>> Access::signOut(Access &access, QByteArray tokenHash)
{
    const auto done = co_await access.m_store.removeSession(tokenHash);
    if (done) {
        const std::unique_lock lock(access.m_mutex);
        access.m_known.sessions.remove(tokenHash);
    }
    co_return done;
}

} // namespace Doorstep
