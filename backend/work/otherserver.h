// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QtClassHelperMacros>
#include <QUrl>

#include <chrono>
#include <memory>
#include <stop_token>

namespace trantor {
class EventLoopThread;
}

namespace Doorstep {

/// Somebody else's server, asked over HTTP by threads that can wait for it: an OSRM, a Nominatim, a VROOM. Keeps
/// neither connections nor answers. Thread-safe.
class OtherServer
{
public:
    struct Reply
    {
        int status = 0;
        QByteArray body;
    };

    /// \a url is what every call is below, http or https with a host.
    explicit OtherServer(QUrl url, QByteArray userAgent = {});
    ~OtherServer();
    Q_DISABLE_COPY_MOVE(OtherServer)

    [[nodiscard]] const QUrl &url() const noexcept { return m_url; }
    /// Scheme, host and port: what may be said of it to anybody.
    [[nodiscard]] QString name() const;

    /// \a call is what comes after the URL's own path, ready encoded, with its query. Blocks. Offline, with the
    /// network's own word for it, without an answer in \a patience; Stopped, at once, when \a stop says so.
    [[nodiscard]] Result<Reply> get(const QString &call, std::chrono::milliseconds patience,
                                    const std::stop_token &stop = {}) const;
    /// The same with \a json to read there.
    [[nodiscard]] Result<Reply> post(const QString &call, const std::string &json, std::chrono::milliseconds patience,
                                     const std::stop_token &stop = {}) const;

private:
    QUrl m_url;
    QByteArray m_userAgent;
    std::unique_ptr<trantor::EventLoopThread> m_thread; ///< Where replies are received.
};

} // namespace Doorstep
