// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/mapscene.h"
#include "widgets/map/mercator.h"

#include <QObject>

class QLabel;
class QWidget;

namespace Doorstep {

/// The names of closures, each in the middle of what it closes: nobody should have to know what a hatching means.
class ClosureLabels : public QObject
{
    Q_OBJECT
public:
    /// The labels lie on \a map, below \a furniture of it.
    ClosureLabels(QWidget *map, QWidget *furniture);

    void setClosures(const QList<ClosureArea> &closures);
    void setShown(bool shown);
    /// Puts them where \a projection has them; those that would not fit their area or the map hide.
    void place(const MapProjection &projection);

private:
    struct Label
    {
        QLabel *widget = nullptr; ///< Owned by the map.
        std::vector<WorldPoint> outline;
    };

    QWidget &m_map;
    QWidget *m_furniture;
    std::vector<Label> m_labels;
    bool m_isShown = true;
};

} // namespace Doorstep
