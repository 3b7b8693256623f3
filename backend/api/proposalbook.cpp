// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/proposalbook.h"

#include "models/domain/uuid.h"

#include <algorithm>

namespace Doorstep::Api {

ProposalDraft::ProposalDraft(Proposal first, UserId person)
    : m_id(first.id)
    , m_depot(first.depot)
    , m_person(std::move(person))
    , m_latest(std::move(first))
{
}

void ProposalDraft::improve(Proposal proposal)
{
    const std::scoped_lock lock(m_mutex);
    if (m_latest.isFinal)
        return;
    proposal.id = m_latest.id;
    proposal.number = m_latest.number;
    proposal.asked = m_latest.asked;
    proposal.depot = m_latest.depot;
    proposal.askedAt = m_latest.askedAt;
    proposal.round = m_latest.round + 1;
    m_latest = std::move(proposal);
}

void ProposalDraft::finish()
{
    m_stop.request_stop();
    const std::scoped_lock lock(m_mutex);
    if (m_latest.isFinal)
        return;
    m_latest.isFinal = true;
    ++m_latest.round;
}

Proposal ProposalDraft::latest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

bool ProposalDraft::isFinal() const
{
    const std::scoped_lock lock(m_mutex);
    return m_latest.isFinal;
}

bool ProposalDraft::isNewerThan(int round) const
{
    const std::scoped_lock lock(m_mutex);
    return m_latest.isFinal || m_latest.round > round;
}

ProposalBook::~ProposalBook()
{
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &draft : m_drafts)
            draft->finish();
    }
    m_worker.stop();
}

Proposal ProposalBook::name(const Rerouting &asked, const QDateTime &at)
{
    const std::scoped_lock lock(m_mutex);
    return {.id = ProposalId(newUuid(at)), .number = ++m_number, .depot = asked.depot, .askedAt = at, .asked = asked};
}

std::shared_ptr<ProposalDraft> ProposalBook::begin(const Rerouting &asked, const UserId &person, const QDateTime &at)
{
    auto draft = std::make_shared<ProposalDraft>(name(asked, at), person);
    const std::scoped_lock lock(m_mutex);
    int searching = 0;
    for (const auto &other : m_drafts) {
        if (other->person() == person)
            other->finish();
        searching += other->isFinal() ? 0 : 1;
    }
    if (searching >= mostSearches)
        return {};
    m_drafts.push_back(draft);
    if (m_drafts.size() > mostKept) {
        m_drafts.front()->finish();
        m_drafts.pop_front();
    }
    return draft;
}

std::shared_ptr<ProposalDraft> ProposalBook::find(const ProposalId &id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find(m_drafts, id, [](const auto &draft) { return draft->id(); });
    return found == m_drafts.cend() ? nullptr : *found;
}

} // namespace Doorstep::Api
