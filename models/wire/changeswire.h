// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"
#include "models/domain/result.h"
#include "models/wire/jsonview.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Doorstep::Wire {

/// Part of a feed's change log: everything after `after` up to and with `to` that this person may see.
struct ChangeRun
{
    qint64 after = 0;
    qint64 to = 0;
    QList<Change> changes; ///< By ascending version.
    /// Whether changes and skips together were exactly after+1, after+2, …, to. If not, something was lost on the way:
    /// drop it.
    bool isContiguous = true;

    bool operator==(const ChangeRun &) const = default;
};

/// The answer of `GET …/changes`.
struct ChangesPage
{
    quint64 epoch = 0;
    qint64 head = 0;
    ChangeRun run;
    bool more = false;

    bool operator==(const ChangesPage &) const = default;
};

/// `"after":N,"to":M,"changes":[…]`: what pages and frames share, without braces. Versions that \a run lacks between
/// `after` and `to` are written as `{"skip":[a,b]}`.
void appendRun(QByteArray &bytes, const ChangeRun &run);

/// Reads those keys out of \a json. Fails with Malformed; a gap is no failure but isContiguous == false.
[[nodiscard]] Result<ChangeRun> readRun(const JsonView &json);

[[nodiscard]] QByteArray toBytes(const ChangesPage &page);
[[nodiscard]] Result<ChangesPage> changesPageFromBytes(const QByteArray &bytes);

/// The decimal string of 64 bits that an epoch is on the wire.
[[nodiscard]] QString epochText(quint64 epoch);
[[nodiscard]] Result<quint64> epochFromText(QStringView text);

} // namespace Doorstep::Wire
