// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QApplication;

namespace Doorstep {

/// Dresses the application: Fusion with our palette, the type, and the few rules a palette cannot say. Follows the
/// system's light or dark until the person chooses. UI thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    enum class Scheme : quint8 { System, Light, Dark };
    Q_ENUM(Scheme)

    explicit Appearance(QApplication &application, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const noexcept { return m_scheme; }
    [[nodiscard]] bool isDark() const;
    void setScheme(Scheme scheme);

Q_SIGNALS:
    /// The colours are others now; every widget has the new palette already.
    void changed();

private:
    void apply();

    QApplication &m_application;
    Scheme m_scheme = Scheme::System;
};

} // namespace Doorstep
