// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpSocket>
#include <QUrl>

namespace Doorstep::Test {

/// A port of 127.0.0.1 that nobody is given by chance as long as this lives: not while the server that a test has there
/// is away, nor in the moment between choosing and listening. Who asks for it by its number can listen there.
class OwnPort
{
public:
    OwnPort() { m_socket.bind(QHostAddress::LocalHost, 0, QAbstractSocket::ShareAddress); }

    /// 0, with which anybody is given a free one, when there was none.
    [[nodiscard]] quint16 number() const { return m_socket.localPort(); }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(number())); }

private:
    QTcpSocket m_socket; // bound, and never listens
};

} // namespace Doorstep::Test
