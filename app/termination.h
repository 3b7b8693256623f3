// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Doorstep {

/// Hears when the system ends this program: SIGTERM, SIGINT and SIGHUP where there are signals. A second one ends it at
/// once, as without this. Windows and macOS tell Qt, which emits QCoreApplication::aboutToQuit(). One for a program, in
/// the thread whose event loop it is.
class Termination : public QObject
{
    Q_OBJECT
public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;
    Q_DISABLE_COPY_MOVE(Termination)

Q_SIGNALS:
    void requested();
};

} // namespace Doorstep
