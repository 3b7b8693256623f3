// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/proposal.h"

#include <QHash>

namespace Doorstep {

class Fleet;

/// One stop for which a proposal means another driver, or another place with the same one.
struct ProposalChange
{
    StopId stop;
    RouteId from; ///< Invalid: nobody drives there now.
    RouteId to; ///< Invalid: nobody would.
    int places = 0; ///< Of one that stays with its driver: how many others it goes before (positive) or after.
    QDateTime before; ///< UTC; invalid where nobody drives there.
    QDateTime after;
    std::chrono::seconds lateBefore{0};
    std::chrono::seconds lateAfter{0};

    [[nodiscard]] bool changesDriver() const { return from != to; }
    bool operator==(const ProposalChange &) const = default;
};

/// What \a proposal changes: first who changes the driver, then who changes the place, each in the order of the lines.
/// Of one route as few stops as can be count as moved.
[[nodiscard]] QList<ProposalChange> changesOf(const Proposal &proposal);

/// Why a proposal can no longer be sent as it is.
struct Expiry
{
    enum class Why : quint8 {
        None,
        ListChanged, ///< Somebody arranged a route that it changes.
        StopDone, ///< A stop that it moves was visited, or called off.
        DrivenTo, ///< A stop that it moves is being driven to.
        RouteFinished, ///< A route that it changes has ended: nothing is added to one.
    };

    Why why = Why::None;
    RouteId route;
    StopId stop;

    [[nodiscard]] bool isSo() const { return why != Why::None; }
    bool operator==(const Expiry &) const = default;
};

/// Whether the world has moved on since \a proposal looked at it, as far as it changes anything.
[[nodiscard]] Expiry expiryOf(const Proposal &proposal, const Fleet &fleet);

/// A proposal in a person's hands: what they refuse of it, what they move themselves, and the plan that this makes,
/// which the backend is to check.
class ProposalDraft
{
public:
    ProposalDraft() = default;
    explicit ProposalDraft(const Proposal &searched);

    [[nodiscard]] bool isEmpty() const { return !m_searched.id.isValid(); }
    [[nodiscard]] const Proposal &searched() const noexcept { return m_searched; }
    /// What is shown and sent: the search's, or what the last check said of the plan.
    [[nodiscard]] const Proposal &shown() const noexcept { return m_checked.id.isValid() ? m_checked : m_searched; }
    /// Whether the plan is another one than the one that `shown()` is about: a check is due.
    [[nodiscard]] bool isUnchecked() const;
    /// Whether the person has changed anything of what was found.
    [[nodiscard]] bool isTouched() const;

    /// A better one of the same search; only while nothing is touched.
    void improve(const Proposal &searched);
    /// What the backend says of the plan; one about another plan changes nothing.
    void show(const Proposal &checked);

    /// All lines, in the order of the proposal.
    [[nodiscard]] const QList<RouteOrder> &plan() const noexcept { return m_plan; }
    [[nodiscard]] QList<StopId> orderOf(const RouteId &route) const;
    /// What to ask the backend about the plan.
    [[nodiscard]] Rerouting question() const;

    /// What changes, and what would have, had it not been refused: what was there first stays where it was.
    [[nodiscard]] QList<ProposalChange> rows() const;
    [[nodiscard]] bool isRefused(const StopId &stop) const { return m_refused.contains(stop); }

    /// As it is now, after who is before it now; nothing for a stop that the proposal does not change.
    void refuse(const StopId &stop);
    /// As it was proposed after all.
    void accept(const StopId &stop);
    /// Everything that it changes of \a route.
    void refuseRoute(const RouteId &route);
    void acceptRoute(const RouteId &route);
    /// By hand: \a stop to \a position of its route, counted without it. Nothing for one that is driven by nobody.
    void move(const StopId &stop, qsizetype position);
    /// How many stops at the begin of \a route no plan moves.
    [[nodiscard]] qsizetype fixedPlaces(const RouteId &route) const;

private:
    [[nodiscard]] bool isFixed(const StopId &stop) const;
    void place(const StopId &stop, const RouteId &route, const QList<StopId> &after);
    [[nodiscard]] const Proposal::Line *lineOf(const RouteId &route) const;

    Proposal m_searched;
    Proposal m_checked;
    QList<RouteOrder> m_plan;
    QList<ProposalChange> m_rows; ///< As they were found; what a hand adds comes after them.
    QHash<StopId, QList<StopId>> m_refused; ///< With the order in which they stood.
};

/// \a plan on the lists as they are now: its open stops in its order after what is done, what came since after them,
/// and nothing of what is done or somebody else's by now.
[[nodiscard]] QList<RouteOrder> rebased(const QList<RouteOrder> &plan, const Fleet &fleet);

/// Puts \a stop into \a list after whatever comes before it in \a pattern; at the begin where nothing of that is left.
void insertAsIn(QList<StopId> &list, const StopId &stop, const QList<StopId> &pattern);

} // namespace Doorstep
