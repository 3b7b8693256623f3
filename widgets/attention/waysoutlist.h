// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/attention/wayoutrow.h"

#include <QWidget>

class QLabel;

namespace Doorstep {

/// What can be done about a case, the best first and why, each with what would come of it. Nothing is shown without
/// any.
class WaysOutList : public QWidget
{
    Q_OBJECT
public:
    explicit WaysOutList(QWidget *parent = nullptr);

    /// \a why the first is the best, in a sentence, if it \a isFirstBest. Rows stay where they are, so that the one in
    /// focus keeps it.
    void setWays(const QString &why, const QList<WayOut> &ways, bool isFirstBest);
    [[nodiscard]] const QList<WayOut> &ways() const noexcept { return m_ways; }
    /// Whether the first is what is advised, and can be done.
    [[nodiscard]] bool hasBest() const { return m_isFirstBest && !m_ways.isEmpty() && m_ways.first().isPossible; }
    /// The keyboard goes to the first that is possible; false when there is none.
    bool begin();

Q_SIGNALS:
    void chosen(const QString &id);
    void changed();

private:
    QList<WayOut> m_ways;
    bool m_isFirstBest = true;
    QLabel *m_why;
    QList<WayOutRow *> m_rows;
};

} // namespace Doorstep
