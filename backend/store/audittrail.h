// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"

#include <QJsonObject>

namespace Doorstep {

/// What \a writes are about: "stop/ID" and the like, each once. A note counts as what it is about.
[[nodiscard]] QStringList subjectsOf(const std::vector<DocumentWrite> &writes, const FeedId &feed);

/// Adds an entry to \a commit for each feed that it writes to: \a action, and as its body \a body.
void leaveTrail(Commit &commit, const QString &action, const QJsonObject &body);

/// The actor of what is done at the server's own command line.
[[nodiscard]] UserId commandLineActor();

} // namespace Doorstep
