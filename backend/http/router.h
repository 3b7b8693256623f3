// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/route.h"
#include "models/domain/result.h"

#include <memory>
#include <vector>

namespace Doorstep::Http {

/// Knows callers by their tokens. Thread-safe and quick: every call asks it.
class Gate
{
public:
    Gate() = default;
    virtual ~Gate() = default;
    Q_DISABLE_COPY_MOVE(Gate)

    /// Who holds \a token. Fails with Unauthorised.
    [[nodiscard]] virtual Result<User> holderOf(const QByteArray &token) const = 0;
};

/// The table of calls and the one way into it: finds the row, keeps limits, asks the gate, checks the roles, answers
/// every error as a problem, counts and logs. It takes requests before Drogon's own router does, so nothing is
/// reachable but its rows.
class Router
{
public:
    /// \a gate must outlive the server.
    explicit Router(const Gate &gate);
    ~Router();
    Q_DISABLE_COPY_MOVE(Router)

    /// Only before the server runs.
    void add(Route route);
    [[nodiscard]] const std::vector<Route> &routes() const noexcept { return m_routes; }

    /// Answers \a request, always exactly once.
    void answer(const drogon::HttpRequestPtr &request,
                std::function<void(const drogon::HttpResponsePtr &)> callback) const;

    /// Lets every request that reaches drogon::app() through this table.
    void attach();

private:
    struct Match
    {
        const Route *route = nullptr;
        QStringList parameters;
        QStringList otherMethods; ///< What the path allows instead, when it is known with another method.
    };
    struct Row;

    [[nodiscard]] Match find(drogon::HttpMethod method, const std::string &path) const;
    [[nodiscard]] Result<Call> admit(const Route &route, const drogon::HttpRequestPtr &request) const;

    const Gate &m_gate;
    std::vector<Route> m_routes;
    std::vector<Row> m_rows;
};

/// "GET".
[[nodiscard]] QString wordOf(drogon::HttpMethod method);

/// The token that \a request carries in its Authorization header, or as ?key= where \a keyAllowed; empty when none.
[[nodiscard]] QByteArray tokenOf(const drogon::HttpRequest &request, bool keyAllowed);

} // namespace Doorstep::Http
