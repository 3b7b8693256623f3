// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMetaObject>
#include <QThread>
#include <QUrl>

#include <chrono>

namespace Doorstep::Test {

class FaultRelay;

/// What happens to everything that passes, until it is set to something else.
struct Weather
{
    bool isUpHeld = false; ///< Nothing from the client arrives; it comes late, as after a partition.
    bool isDownHeld = false; ///< Nothing from the server arrives.
    bool isLiveHeld = false; ///< Nothing from the server arrives on live connections; calls are answered.
    bool refuses = false; ///< New connections end at once.
    std::chrono::milliseconds delay{0}; ///< Each way.
    qint64 bytesPerSecond = 0; ///< Each way of each connection; 0: as many as there are.
};

/// What happens to one request.
enum class Strike : quint8 {
    None,
    DropRequest, ///< The server never hears of it; the connection ends.
    DropAnswer, ///< The server does it; the connection ends before the client hears.
    Duplicate, ///< The server hears it twice at once; the client hears one answer.
    CutRequest, ///< Half of it arrives.
    CutAnswer, ///< Half of the answer arrives.
};

/// A bad network in front of a server: relays TCP, knows just enough of HTTP to strike single requests, and lives on a
/// thread of its own, so that a test may block. Call it from one thread.
class FaultProxy
{
public:
    /// Listens on a free port of 127.0.0.1 for as long as this lives.
    explicit FaultProxy(const QUrl &server);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] const QUrl &url() const noexcept { return m_url; }

    void setWeather(const Weather &weather);
    /// The next \a times requests that begin with \a prefix ("POST /v1/commands").
    void strike(Strike strike, const QByteArray &prefix, int times = 1);
    /// The next strikes hit only a request that is the \a n-th from now, counted from 1.
    void strikeNth(Strike strike, const QByteArray &prefix, int n);
    /// The \a n-th piece from now, counted from 1, that any connection reads, either way, arrives in half, and the
    /// connection ends.
    void cutNth(int n);
    /// Every connection there is goes dead without a word, for good; new ones are not affected.
    void goHalfOpen();
    void cutAll(); ///< Every connection ends at once.
    void heal(); ///< Fine weather, no strikes waiting; what is half-open stays so.

    [[nodiscard]] int struck(); ///< Requests that were struck and pieces that were cut so far.
    [[nodiscard]] int requests(const QByteArray &prefix); ///< That came from clients so far.

private:
    QThread m_thread;
    FaultRelay *m_relay; ///< Lives on m_thread.
    QUrl m_url;
};

} // namespace Doorstep::Test
