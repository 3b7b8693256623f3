// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/fix.h"
#include "models/domain/id.h"
#include "models/domain/result.h"
#include "models/domain/subject.h"
#include "models/wire/changeswire.h"
#include "models/wire/checksum.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>
#include <variant>

/// Every frame of `WS /v1/live`, grouped by direction; docs/protocol.md tells how they fit together.
namespace Doorstep::Wire {

inline constexpr int liveSchema = 1;

// From the client.

struct HelloFrame
{
    struct Feed
    {
        FeedId id;
        std::optional<Cursor> after; ///< None for a feed never seen.

        bool operator==(const Feed &) const = default;
    };
    QList<Feed> feeds;
    bool wantsFixes = true;
    int schema = liveSchema;

    bool operator==(const HelloFrame &) const = default;
};

struct AckFrame
{
    int frames = 0; ///< That many more were applied.

    bool operator==(const AckFrame &) const = default;
};

struct ViewFrame
{
    double west = 0.0; ///< Degrees; west may be greater than east across the date line.
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;

    bool operator==(const ViewFrame &) const = default;
};

/// What this person has before them. Sent when it changes; forgotten with the socket.
struct HereFrame
{
    QList<Subject> looking;
    QList<Subject> editing;

    bool operator==(const HereFrame &) const = default;
};

using ClientFrame = std::variant<HelloFrame, AckFrame, ViewFrame, HereFrame>;

// From the server.

struct FeedHead
{
    FeedId id;
    std::optional<quint64> epoch; ///< Only in welcome.
    qint64 head = 0;
    std::optional<Checksum> checksum; ///< Of the replica at exactly `head`; only in hb, and not in each.

    bool operator==(const FeedHead &) const = default;
};

struct WelcomeFrame
{
    QDateTime now; ///< The backend's clock…
    double rate = 1.0; ///< …and how fast it runs.
    std::chrono::seconds heartbeat{20};
    QList<FeedHead> feeds;

    bool operator==(const WelcomeFrame &) const = default;
};

struct ChangesFrame
{
    FeedId feed;
    ChangeRun run;

    bool operator==(const ChangesFrame &) const = default;
};

struct FixesFrame
{
    QList<Fix> fixes;

    bool operator==(const FixesFrame &) const = default;
};

struct HeartbeatFrame
{
    QDateTime now;
    double rate = 1.0;
    QList<FeedHead> feeds;

    bool operator==(const HeartbeatFrame &) const = default;
};

struct ResetFrame
{
    FeedId feed;
    QString code; ///< epoch_changed or cursor_expired.

    bool operator==(const ResetFrame &) const = default;
};

/// Who else is at work, and on what: everybody but the reader, each time it changes. A person with two consoles is
/// there twice.
struct WhoFrame
{
    struct Person
    {
        UserId user;
        QString name; ///< To be shown.
        QList<Subject> looking;
        QList<Subject> editing;

        bool operator==(const Person &) const = default;
    };
    QList<Person> people;

    bool operator==(const WhoFrame &) const = default;
};

struct LaggedFrame
{
    bool operator==(const LaggedFrame &) const = default;
};

struct ByeFrame
{
    std::chrono::seconds retryIn{0};

    bool operator==(const ByeFrame &) const = default;
};

/// A frame this program does not know; a newer server may send some.
struct UnknownFrame
{
    QString type;

    bool operator==(const UnknownFrame &) const = default;
};

using ServerFrame = std::variant<UnknownFrame, WelcomeFrame, ChangesFrame, FixesFrame, HeartbeatFrame, ResetFrame,
                                 LaggedFrame, ByeFrame, WhoFrame>;

[[nodiscard]] QByteArray toBytes(const ClientFrame &frame);
[[nodiscard]] QByteArray toBytes(const ServerFrame &frame);

/// Fail with Malformed and name the key. An unknown `t` from a client is malformed, from a server an UnknownFrame.
[[nodiscard]] Result<ClientFrame> clientFrameFromBytes(const QByteArray &bytes);
[[nodiscard]] Result<ServerFrame> serverFrameFromBytes(const QByteArray &bytes);

} // namespace Doorstep::Wire
