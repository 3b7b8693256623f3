// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/rates.h"

#include <QObject>

namespace Doorstep {

class ActionList;
class Handling;
class MainWindow;
class RateSheet;
struct LiveStore;

/// What delivering costs a depot: asks a supervisor, and decides. UI thread.
class RateWork : public QObject
{
    Q_OBJECT
public:
    /// Adds its action to \a actions; before the window makes its menus of them. Both must outlive this.
    RateWork(LiveStore &store, ActionList &actions, QObject *parent = nullptr);

    /// Where it happens, made after the window.
    void setPlace(MainWindow &window, Handling &handling);
    void refresh();

private:
    void ask();
    void apply(const DepotId &depot, const Rates &was, const Rates &rates);

    LiveStore &m_store;
    ActionList &m_actions;
    Handling *m_handling = nullptr;
    RateSheet *m_sheet = nullptr; // the window's
};

} // namespace Doorstep
