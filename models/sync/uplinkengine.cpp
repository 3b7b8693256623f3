// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/uplinkengine.h"

namespace Doorstep {

UplinkEngine::UplinkEngine(UplinkOptions options)
    : m_options(std::move(options))
{
}

UplinkEngine::~UplinkEngine() = default;

void UplinkEngine::start()
{
    Q_EMIT loaded({});
}
void UplinkEngine::setPerson(const std::optional<User> &, const QString &) { }
void UplinkEngine::setConnected(bool) { }
void UplinkEngine::feedReached(const FeedId &, quint64) { }
void UplinkEngine::passed(const QList<CommandId> &) { }
void UplinkEngine::submit(const QList<Submission> &commands)
{
    QList<CommandId> ids;
    for (const auto &submission : commands)
        ids.append(submission.command.id);
    m_waiting += static_cast<int>(ids.size());
    Q_EMIT kept(ids);
    Q_EMIT countsChanged(m_waiting, 0);
}
void UplinkEngine::clear(const CommandId &command)
{
    Q_EMIT cleared(command);
}
void UplinkEngine::stop() { }

} // namespace Doorstep

#include "moc_uplinkengine.cpp"
