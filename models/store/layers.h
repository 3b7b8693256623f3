// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/batch.h"
#include "models/verbs/effects.h"
#include "models/verbs/scene.h"

#include <QHash>

#include <optional>

namespace Doorstep {

/// Values of some things; none says that there is no such thing.
template <typename T>
using Layer = QHash<KeyOf<T>, std::optional<T>>;

/// Values of the kinds of things that verbs change.
struct Layers
{
    Layer<Stop> stops;
    Layer<Route> routes;
    Layer<Driver> drivers;
    Layer<Note> notes;
    Layer<Exception> exceptions;
    Layer<Closure> closures;
    Layer<Site> sites;
    Layer<DepotThresholds> thresholds;
    Layer<DepotRates> rates;

    /// What \a effects say is so from now on.
    void lay(const Effects &effects);
    [[nodiscard]] bool isEmpty() const;
};

/// A scene with layers over it. Pointers stay good until something more is laid.
class LayeredScene : public Scene
{
public:
    /// \a below must outlive this.
    explicit LayeredScene(const Scene *below)
        : m_below(*below)
    {
    }

    [[nodiscard]] const Stop *stop(const StopId &id) const override;
    [[nodiscard]] const Route *route(const RouteId &id) const override;
    [[nodiscard]] const Driver *driver(const DriverId &id) const override;
    [[nodiscard]] const Note *note(const NoteId &id) const override;
    [[nodiscard]] const Exception *exception(const ExceptionId &id) const override;
    [[nodiscard]] const Closure *closure(const ClosureId &id) const override;
    [[nodiscard]] const Site *site(const SiteId &id) const override;
    [[nodiscard]] const DepotThresholds *thresholds(const DepotId &id) const override;
    [[nodiscard]] const DepotRates *rates(const DepotId &id) const override;

    Layers layers;

private:
    const Scene &m_below;
};

} // namespace Doorstep
