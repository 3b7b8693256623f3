// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/work/worker.h"
#include "models/domain/proposal.h"

#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>

namespace Doorstep::Api {

/// One proposal: what a search has found so far, and the way to end it. Thread-safe.
class ProposalDraft
{
public:
    /// \a first says what never changes: its id, number and question.
    ProposalDraft(Proposal first, UserId person);

    /// Takes what is better; nothing once it is final.
    void improve(Proposal proposal);
    /// What it is now it stays; the search should end.
    void finish();

    [[nodiscard]] Proposal latest() const;
    [[nodiscard]] bool isFinal() const;
    /// Final, or further than \a round.
    [[nodiscard]] bool isNewerThan(int round) const;
    [[nodiscard]] const ProposalId &id() const noexcept { return m_id; }
    [[nodiscard]] const DepotId &depot() const noexcept { return m_depot; }
    [[nodiscard]] const UserId &person() const noexcept { return m_person; }
    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }

private:
    const ProposalId m_id;
    const DepotId m_depot;
    const UserId m_person;
    mutable std::mutex m_mutex;
    Proposal m_latest;
    std::stop_source m_stop;
};

/// The proposals of late. In memory only: nobody depends on one that is not committed, and asking again is one key. A
/// person has one search at a time; their older one ends with what it has. Thread-safe.
class ProposalBook
{
public:
    static constexpr int mostSearches = 3; ///< Side by side.
    static constexpr std::size_t mostKept = 100;

    ProposalBook() = default;
    ~ProposalBook(); ///< Ends every search and waits for it.
    Q_DISABLE_COPY_MOVE(ProposalBook)

    /// A proposal about \a asked that has only a name.
    [[nodiscard]] Proposal name(const Rerouting &asked, const QDateTime &at);
    /// A draft for a search about \a asked; null while too many others search.
    [[nodiscard]] std::shared_ptr<ProposalDraft> begin(const Rerouting &asked, const UserId &person,
                                                       const QDateTime &at);
    /// Null when it is not known any more.
    [[nodiscard]] std::shared_ptr<ProposalDraft> find(const ProposalId &id) const;
    /// Where searches go on.
    [[nodiscard]] Worker &worker() noexcept { return m_worker; }

private:
    mutable std::mutex m_mutex;
    std::deque<std::shared_ptr<ProposalDraft>> m_drafts; ///< The newest last.
    int m_number = 0;
    Worker m_worker{mostSearches, mostSearches}; // last: its jobs use drafts
};

} // namespace Doorstep::Api
