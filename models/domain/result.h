// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <expected>

namespace Doorstep {

/// Why an operation did not happen. `detail` is for logs, in English; what a person reads is chosen from `kind`
/// and translated in widgets/.
struct Error
{
    Q_GADGET
public:
    enum class Kind : quint8 {
        Offline, ///< The other side could not be reached, or did not answer in time.
        Unauthorised, ///< Nobody we know, or a token that is no longer good.
        Forbidden, ///< Known, but not allowed to.
        Refused, ///< The other side answered, and said no.
        NotFound, ///< The thing asked for does not exist (any more).
        Conflict, ///< Somebody else changed it first.
        Gone, ///< The cursor is too old or of another epoch: take a snapshot again.
        Malformed, ///< What came is not what the protocol promises.
        Storage, ///< The database or the disk could not be read or written.
        Stopped, ///< We are shutting down.
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Malformed;
    QString detail;

    /// Whether trying the same thing again later may help.
    [[nodiscard]] bool isTransient() const noexcept { return kind == Kind::Offline; }

    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] std::unexpected<Error> failure(Error::Kind kind, QString detail);

} // namespace Doorstep
