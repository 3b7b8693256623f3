// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/setback.h"

#include <QObject>

namespace Doorstep {

/// The decisions that the backend did not take, oldest first: what the conflict tray and *Needs attention* are made of.
/// Written by the desk, from outbox.db. GUI thread.
class Setbacks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const QList<Setback> &all() const noexcept { return m_all; }
    [[nodiscard]] const Setback *find(const CommandId &id) const;
    [[nodiscard]] qsizetype count(Setback::Kind kind) const;

    /// Adds \a setback, or replaces the one with its id.
    void put(const Setback &setback);
    void remove(const CommandId &id);
    void clear();

Q_SIGNALS:
    void added(const Doorstep::Setback &setback);
    void changed(const Doorstep::Setback &setback);
    void removed(const Doorstep::CommandId &id);
    void cleared();

private:
    QList<Setback> m_all;
};

} // namespace Doorstep
