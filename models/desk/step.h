// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/verbs/command.h"

#include <QUndoCommand>

#include <memory>

namespace Doorstep {

class Desk;

/// One verb of a step of undo.
struct StepPart
{
    FeedId feed;
    Verb verb;
    Verb inverse; ///< Made when `verb` was last decided.
    CommandId command; ///< The last one sent for it, whichever way.
};

/// What is taken back and done again as one; an action on many has one for each row.
struct StepUnit
{
    QList<StepPart> parts;
    bool isDone = true;
};

/// What Ctrl+Z takes back: sends inverse verbs as new commands. Its units go one by one when the backend did not take
/// them; without any it goes by itself.
class Step : public QUndoCommand
{
public:
    Step(Desk &desk, const QString &text, const QList<StepUnit> &units);

    void undo() override;
    void redo() override;

    /// The desk mends them while the stack owns the step.
    [[nodiscard]] QList<StepUnit> &units() const { return *m_units; }

private:
    Desk &m_desk;
    std::shared_ptr<QList<StepUnit>> m_units;
    bool m_isNew = true; ///< A stack does what it is given; this was done already.
};

} // namespace Doorstep
