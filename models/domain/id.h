// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDebug>
#include <QHashFunctions>
#include <QString>

#include <algorithm>
#include <compare>

namespace Doorstep {

/// An opaque identifier of one kind of thing. A StopId never converts to a DriverId.
///
/// Valid ids are 1 to 64 characters of A-Z a-z 0-9 - _ only: they go into URLs and file names as they are.
/// Things made by us have a UUIDv7 (uuid.h).
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] bool isValid() const noexcept
    {
        const auto isSafe = [](QChar c) { return (c < QChar(0x80) && c.isLetterOrNumber()) || c == u'-' || c == u'_'; };
        return !m_value.isEmpty() && m_value.size() <= 64 && std::ranges::all_of(m_value, isSafe);
    }
    [[nodiscard]] const QString &toString() const noexcept { return m_value; }

    friend bool operator==(const Id &, const Id &) noexcept = default;
    friend auto operator<=>(const Id &a, const Id &b) noexcept { return a.m_value.compare(b.m_value) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return qHash(id.m_value, seed); }
    friend QDebug operator<<(QDebug debug, const Id &id) { return debug << id.m_value; }

private:
    QString m_value;
};

using ClosureId = Id<struct ClosureTag>;
using CommandId = Id<struct CommandTag>;
using DepotId = Id<struct DepotTag>;
using DeviceId = Id<struct DeviceTag>;
using DriverId = Id<struct DriverTag>;
using ExceptionId = Id<struct ExceptionTag>;
using FeedId = Id<struct FeedTag>;
using NoteId = Id<struct NoteTag>;
using OrderId = Id<struct OrderTag>;
using ParcelId = Id<struct ParcelTag>;
using ProposalId = Id<struct ProposalTag>;
using RouteId = Id<struct RouteTag>;
using SiteId = Id<struct SiteTag>;
using StopId = Id<struct StopTag>;
using UserId = Id<struct UserTag>;
using VehicleId = Id<struct VehicleTag>;

} // namespace Doorstep
