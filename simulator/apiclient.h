// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QCoroTask>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

namespace Doorstep::Simulation {

/// What the server said.
struct Answer
{
    int status = 0; ///< HTTP; 0 when there was no answer at all.
    QByteArray body;

    [[nodiscard]] bool isGood() const noexcept { return status >= 200 && status < 300; }
};

/// A request that is not a GET.
struct Letter
{
    QByteArray verb = "POST";
    QString path; ///< "/v1/orders".
    QByteArray contentType = "application/json";
    QByteArray body;
    QByteArray idempotencyKey; ///< Empty: none is sent.
    bool withToken = true; ///< Phones have none.
};

/// One backend over HTTP. Every answer comes within two minutes or is none.
class ApiClient
{
public:
    explicit ApiClient(QUrl server);
    ~ApiClient();
    Q_DISABLE_COPY_MOVE(ApiClient)

    void setToken(QByteArray token) { m_token = std::move(token); }
    [[nodiscard]] const QUrl &server() const noexcept { return m_server; }

    /// \a path may have a query, and must be encoded already.
    [[nodiscard]] QCoro::Task<Answer> get(const QString &path);
    [[nodiscard]] QCoro::Task<Answer> send(const Letter &letter);

private:
    [[nodiscard]] QNetworkRequest requestFor(const QString &path, bool withToken) const;

    QUrl m_server;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

/// What an answer that is not good means; only no answer at all is Offline.
[[nodiscard]] Error errorOf(const Answer &answer);
/// The JSON object of a good answer, else the error that the server told.
[[nodiscard]] Result<QJsonObject> objectOf(const Answer &answer);

/// A token for \a user; fails with Unauthorised, or Offline.
[[nodiscard]] QCoro::Task<Result<QByteArray>> signIn(ApiClient *client, QString user, QString password);

} // namespace Doorstep::Simulation
