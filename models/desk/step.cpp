// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/desk/step.h"

#include "models/desk/desk.h"

namespace Doorstep {

Step::Step(Desk &desk, const QString &text, const QList<StepUnit> &units)
    : QUndoCommand(text)
    , m_desk(desk)
    , m_units(std::make_shared<QList<StepUnit>>(units))
{
}

void Step::undo()
{
    m_desk.turn(*this, Desk::Direction::Undo);
}

void Step::redo()
{
    if (!std::exchange(m_isNew, false))
        m_desk.turn(*this, Desk::Direction::Redo);
}

} // namespace Doorstep
