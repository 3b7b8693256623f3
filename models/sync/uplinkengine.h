// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/uplink.h"

namespace Doorstep {

/// Keeps commands and sends them; everything that Uplink promises happens here, on a thread of its own.
class UplinkEngine : public QObject
{
    Q_OBJECT
public:
    explicit UplinkEngine(UplinkOptions options);
    ~UplinkEngine() override;

    void start();
    void setPerson(const std::optional<User> &user, const QString &token);
    void setConnected(bool isConnected);
    void feedReached(const FeedId &feed, quint64 epoch);
    void passed(const QList<CommandId> &commands);
    void submit(const QList<Submission> &commands);
    void clear(const CommandId &command);
    /// Lets go of the network and the disk; call it before destroying this.
    void stop();

Q_SIGNALS:
    void loaded(const QList<Doorstep::KeptCommand> &commands);
    void kept(const QList<Doorstep::CommandId> &commands);
    void notKept(const QList<Doorstep::CommandId> &commands, const Doorstep::Error &error);
    void answered(const Doorstep::KeptCommand &command);
    void resent(const QList<Doorstep::KeptCommand> &commands);
    void cleared(const Doorstep::CommandId &command);
    void countsChanged(int waiting, int attention);
    void tokenRefused();
    void rebuilt(const QString &path, int recovered);
    void unusable(const Doorstep::Error &error);
    void lastPersonKnown(const std::optional<Doorstep::User> &person);

private:
    UplinkOptions m_options;
    int m_waiting = 0;
};

} // namespace Doorstep
