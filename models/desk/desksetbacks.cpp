// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Desk's other half: what the backend did not take.
#include "models/desk/comparison.h"
#include "models/desk/decisions.h"
#include "models/desk/desk.h"
#include "models/store/overlay.h"
#include "models/store/setbacks.h"

namespace Doorstep {

void Desk::takeLoaded(const QList<OutboxCommand> &commands)
{
    m_overlay.forgetAll();
    m_setbacks.clear();
    m_setbackRows.clear();
    m_isLoaded = true;
    QList<CommandId> shown;
    for (const auto &command : commands) {
        if (command.state == OutboxCommand::State::Attention) {
            putSetback(command);
        } else if (const auto &was = command.command; was && !command.isPassed) {
            m_overlay.submit(*was);
            shown.append(command.id);
        }
    }
    m_overlay.keep(shown);
    for (const auto &command : commands) {
        if (command.state == OutboxCommand::State::Applied && command.verdict && !command.isPassed)
            m_overlay.settle(*command.verdict);
    }
    Q_EMIT loaded();
}

void Desk::takeResent(const QList<OutboxCommand> &commands)
{
    QList<CommandId> shown;
    for (const auto &command : commands) {
        if (!command.command || m_overlay.contains(command.id))
            continue;
        m_overlay.submit(*command.command);
        shown.append(command.id);
    }
    m_overlay.keep(shown);
}

void Desk::putSetback(const OutboxCommand &command)
{
    m_setbackRows.insert(command.id, command);
    auto setback = setbackOf(command);
    const auto &was = command.command;
    setback.canTryAgain = was && !refusalOf(Decisions::again(was->verb, scene())).has_value();
    m_setbacks.put(setback);
}

void Desk::reviewSetbacks()
{
    // What can be tried again changes with what is shown.
    for (const auto &row : std::as_const(m_setbackRows)) {
        const auto *known = m_setbacks.find(row.id);
        const auto &command = row.command;
        if (known == nullptr || !command)
            continue;
        auto setback = *known;
        setback.canTryAgain = !refusalOf(Decisions::again(command->verb, scene())).has_value();
        m_setbacks.put(setback);
    }
}

bool Desk::keepMine(const CommandId &setback)
{
    const auto row = m_setbackRows.constFind(setback);
    if (row == m_setbackRows.cend())
        return false;
    const auto &command = row->command;
    return command && send(row->text, Decisions::again(command->verb, scene()), setback);
}

bool Desk::replace(const CommandId &setback, const QList<Verb> &verbs)
{
    const auto row = m_setbackRows.constFind(setback);
    return row != m_setbackRows.cend() && send(row->text, verbs, setback);
}

bool Desk::edit(const CommandId &setback, const StopDetails &set)
{
    const auto row = m_setbackRows.constFind(setback);
    if (row == m_setbackRows.cend())
        return false;
    const auto &command = row->command;
    const auto *edit = command ? std::get_if<EditStop>(&command->verb) : nullptr;
    const auto *stop = edit == nullptr ? nullptr : scene().stop(edit->stop);
    return stop != nullptr
        && replace(setback, {EditStop{.stop = edit->stop, .was = detailsOf(*stop, set), .set = set}});
}

void Desk::clear(const CommandId &setback)
{
    if (!m_setbackRows.remove(setback))
        return;
    m_setbacks.remove(setback);
    m_uplink.clear(setback);
}

} // namespace Doorstep
