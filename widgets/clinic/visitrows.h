// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "widgets/parts/depottime.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Doorstep {

/// The newest visits to the very address, a line each. Hidden while there is nothing to say.
class VisitRows : public QWidget
{
    Q_OBJECT
public:
    explicit VisitRows(QWidget *parent = nullptr);

    void setVisits(const QList<PastVisit> &visits, const DepotTime &time);
    void addProblem(const QString &problem); ///< Behind what is shown.
    void clear();

private:
    void addLine(const QString &text, bool isPale);

    QLabel *m_head;
    QVBoxLayout *m_lines;
};

} // namespace Doorstep
