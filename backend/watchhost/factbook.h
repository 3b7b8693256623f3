// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/cases/casebook.h"
#include "backend/store/store.h"
#include "backend/watch/fact.h"

#include <map>

namespace Doorstep {

/// Facts that wait to be committed: the newest of each document.
class FactBook
{
public:
    void note(const Watch::StopBecame &fact);
    void note(const Watch::RouteBecame &fact);
    void note(const Watch::ForecastMade &fact);
    void note(const Watch::PathMade &fact);
    void note(const Cases::CaseBecame &fact);

    [[nodiscard]] bool isEmpty() const noexcept { return m_writes.empty(); }
    /// All of them, and none is left.
    [[nodiscard]] std::vector<DocumentWrite> take();

private:
    void put(DocumentWrite write);

    std::map<QString, DocumentWrite> m_writes; ///< By feed, kind and id, so that the order is always the same.
};

/// Commits \a writes; when one of them is based on what is no longer so, the others all the same. The watcher sees the
/// newer document and decides anew. Keys that this program does not know stay in the documents.
drogon::Task<Result<>> commitFacts(Store &store, std::vector<DocumentWrite> writes, QDateTime now);

} // namespace Doorstep
