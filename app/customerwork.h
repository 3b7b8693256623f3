// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/checkin.h"

#include <QObject>

class QMenu;

namespace Doorstep {

class ActionList;
class Handling;
struct LiveStore;
struct Stop;

/// What somebody on the phone with a customer writes down about the selected stop: whether they will be there, and the
/// arrival that they were told. UI thread.
class CustomerWork : public QObject
{
    Q_OBJECT
public:
    /// Adds its actions to \a actions; before the window makes its menus of them. Both must outlive this.
    CustomerWork(LiveStore &store, ActionList &actions, QObject *parent = nullptr);

    void setHandling(Handling &handling);
    /// Adds what can be written down now.
    void fill(QMenu &menu);

private:
    void refresh();
    void answer(CheckIn::Answer answer);
    void ask();
    void tellArrival();
    [[nodiscard]] const Stop *openStop() const;

    LiveStore &m_store;
    ActionList &m_actions;
    Handling *m_handling = nullptr;
};

} // namespace Doorstep
