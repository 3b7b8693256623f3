// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/proposal.h"
#include "models/domain/result.h"
#include "models/store/proposalchanges.h"
#include "widgets/parts/depottime.h"
#include "widgets/reroute/figurerow.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace Doorstep {

class Fleet;

/// What is said of reroutings. Never colour alone: a difference has a sign.
class RerouteWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::RerouteWords)
public:
    [[nodiscard]] static QString of(Rerouting::Goal goal);
    [[nodiscard]] static QString of(Proposal::Breach breach);
    /// Why there is no proposal, and what to do; \a code is the backend's word, if it has said one.
    [[nodiscard]] static QString problem(const Error &error, const QString &code);
    /// What has happened since, with names.
    [[nodiscard]] static QString of(const Expiry &expiry, const Fleet &fleet);
    [[nodiscard]] static QString driver(const RouteId &route, const Fleet &fleet);
    /// "Proposal 7 · −5 late".
    [[nodiscard]] static QString title(const Proposal &proposal);
    /// What counts for nobody is left out.
    [[nodiscard]] static QList<FigureRow> figures(const Proposal &proposal);
    /// Of a row of RerouteChangesModel: "14:58 → 14:31".
    [[nodiscard]] static QString times(const QModelIndex &change, const DepotTime &time);
    [[nodiscard]] static QString spokenChange(const QModelIndex &change, const DepotTime &time);
    /// Of a row of RerouteSequenceModel: "new, from Carla Núñez"; empty for one that stays as it is.
    [[nodiscard]] static QString fate(const QModelIndex &row);
    [[nodiscard]] static QString spokenStop(const QModelIndex &row, const DepotTime &time);
    [[nodiscard]] static QString spokenTold(const QModelIndex &row, const DepotTime &time);
    /// "+6 min", "−23 min".
    [[nodiscard]] static QString spare(const QVariant &seconds);
};

} // namespace Doorstep
