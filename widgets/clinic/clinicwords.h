// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "models/domain/result.h"
#include "models/lists/candidatelistmodel.h"
#include "widgets/parts/depottime.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace Doorstep {

/// What the clinic says. Indexes are of a CandidateListModel.
class ClinicWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::ClinicWords)
public:
    /// "Rambla Wilson 2210", "12 deliveries were made here".
    [[nodiscard]] static QString title(const QModelIndex &index);
    /// How sure it is, "very likely, 92 %"; what else speaks for it where nothing was searched.
    [[nodiscard]] static QString likelihood(const QModelIndex &index);
    /// Who was delivered to at that door, "delivered here to Ana Pérez twice, last on 3 Nov", or that two digits of its
    /// number are exchanged; empty when there is nothing of it.
    [[nodiscard]] static QString reason(const QModelIndex &index);
    /// "Punta Carretas · street only, no door · 2.1 km from the depot · 300 m from the stop before".
    [[nodiscard]] static QString detail(const QModelIndex &index);
    /// All of it, for a screen reader.
    [[nodiscard]] static QString spoken(const QModelIndex &index);
    /// "35 m", "2.1 km", "140 km".
    [[nodiscard]] static QString distance(double meters);
    /// "12 Mar, 14:05 · Delivered · Carla Núñez".
    [[nodiscard]] static QString visit(const PastVisit &visit, const DepotTime &time);
    /// Why a search has no answer, and the way out.
    [[nodiscard]] static QString problem(Error::Kind kind);

private:
    [[nodiscard]] static QString exactness(const PlaceHit &hit);
};

} // namespace Doorstep
