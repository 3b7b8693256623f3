// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Doorstep::Test {

/// Something of ours that keeps things in files, seen as little more than a list of words: so that every trial of the
/// disk goes for all of them.
class Keeper
{
public:
    Keeper() = default;
    virtual ~Keeper() = default; ///< Closes its files.
    Q_DISABLE_COPY_MOVE(Keeper)

    /// All of \a things or none; whether it says that it has them. They are new to it.
    [[nodiscard]] virtual bool keep(const QStringList &things) = 0;
    /// What it has, in their order.
    [[nodiscard]] virtual QStringList things() = 0;
    /// What about it does not fit together, or nothing.
    [[nodiscard]] virtual QString problem() { return {}; }
};

struct KindOfKeeper
{
    const char *name;
    /// Opens or makes the one in a directory; none when that cannot be.
    std::unique_ptr<Keeper> (*open)(const QString &directory);
    bool isSafeFromPowerLoss; ///< What it says it has survives that too; else it may be as it was some time before.
    bool mayBeLost; ///< When it cannot be read it is made anew.
};

/// All that the backend and the console keep by themselves.
[[nodiscard]] const std::vector<KindOfKeeper> &keepers();

} // namespace Doorstep::Test
