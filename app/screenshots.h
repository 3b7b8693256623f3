// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/appearance.h"
#include "widgets/shell/arrangement.h"

#include <QObject>
#include <QSize>
#include <QTimer>

namespace Doorstep {

class Workplace;

/// Pictures of the window: every arrangement in light and dark and two sizes, one after the other.
class Screenshots : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this. \a directory is made when missing.
    Screenshots(Workplace &workplace, Appearance &appearance, QString directory, QObject *parent = nullptr);

    void begin();

    /// One picture of the window as it is.
    [[nodiscard]] static bool write(const Workplace &workplace, const QString &file);

Q_SIGNALS:
    void finished(bool allWritten);

private:
    struct Shot
    {
        Appearance::Scheme scheme{};
        QSize size;
        Arrangement arrangement{};
    };

    void next();

    Workplace &m_workplace;
    Appearance &m_appearance;
    QString m_directory;
    QList<Shot> m_shots;
    QTimer m_settled; ///< Tiles and docks need a moment after a change.
    bool m_allWritten = true;
};

} // namespace Doorstep
