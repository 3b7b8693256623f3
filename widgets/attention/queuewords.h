// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/queueview.h"

#include <QCoreApplication>

namespace Doorstep {

class AttentionFilterModel;

/// What the views of the queue are called.
class QueueWords
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::QueueWords)
public:
    /// "Mine".
    [[nodiscard]] static QString filterName(QueueView::Filter filter);
    /// "Mine · Late · Carla Núñez · Norte"; \a cases know the names.
    [[nodiscard]] static QString sentence(const QueueView &view, const AttentionFilterModel &cases);
};

} // namespace Doorstep
