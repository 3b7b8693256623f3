// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/scenes.h"

namespace Doorstep {
namespace {

template <typename T>
void take(const TableBatch<T> &coming, Layer<T> &layer)
{
    layer.reserve(coming.size());
    for (const auto &key : coming.removed)
        layer.insert(key, std::nullopt);
    for (const auto &thing : coming.written)
        layer.insert(keyOf(thing), thing);
}

} // namespace

ReplicaScene::ReplicaScene(const Fleet &fleet, const Layers &aside, const Batch &coming)
    : m_shown(fleet)
    , m_told(&m_shown)
    , m_top(&m_told)
{
    m_told.layers = aside;
    take(coming.stops, m_top.layers.stops);
    take(coming.routes, m_top.layers.routes);
    take(coming.drivers, m_top.layers.drivers);
    take(coming.notes, m_top.layers.notes);
    take(coming.exceptions, m_top.layers.exceptions);
    take(coming.closures, m_top.layers.closures);
    take(coming.sites, m_top.layers.sites);
    take(coming.thresholds, m_top.layers.thresholds);
    take(coming.rates, m_top.layers.rates);
}

} // namespace Doorstep
