// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"

#include <QList>

namespace Doorstep {

/// A feed at one seq, read bit by bit in one read transaction that ends with this object. Use it from one thread at a
/// time.
class Snapshot
{
public:
    Snapshot() = default;
    virtual ~Snapshot() = default;
    Q_DISABLE_COPY_MOVE(Snapshot)

    [[nodiscard]] virtual Cursor cursor() const = 0;
    /// The next live documents, at most \a limit; none when all were given. Fails with Storage.
    virtual Result<QList<Document>> next(int limit) = 0;
};

} // namespace Doorstep
