// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/trialclient.h"

#include <QObject>
#include <QPointer>

namespace Doorstep {

class ActionList;
class CasesPane;
class Desk;
class Handling;
class MainWindow;
class ThresholdSheet;
struct LiveStore;

/// From when on something is a case: asks a supervisor, shows what it would have produced, and decides. UI thread.
class ThresholdWork : public QObject
{
    Q_OBJECT
public:
    /// Adds its action to \a actions; before the window makes its menus of them. Both must outlive this.
    ThresholdWork(LiveStore &store, ActionList &actions, QObject *parent = nullptr);

    /// Where it happens, made after the window.
    void setPlace(MainWindow &window, CasesPane &cases, Handling &handling);
    /// Who replays past days; nullptr while there is no server.
    void setTrials(TrialClient *trials);
    void refresh();

private:
    void ask();
    void tryOut(const DepotId &depot, const ThresholdValues &values);
    void apply(const DepotId &depot, const ThresholdValues &was, const ThresholdValues &values);

    LiveStore &m_store;
    ActionList &m_actions;
    Handling *m_handling = nullptr;
    CasesPane *m_cases = nullptr;
    ThresholdSheet *m_sheet = nullptr; // the window's
    QPointer<TrialClient> m_trials;
};

} // namespace Doorstep
