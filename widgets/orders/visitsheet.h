// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"
#include "widgets/parts/depottime.h"
#include "widgets/shell/formsheet.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QTimeEdit;

namespace Doorstep {

/// Asks how a visit ended, for a driver who called it in.
class VisitSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit VisitSheet(QWidget *host);

    /// \a outcome, Delivered or Failed, is chosen already.
    void ask(const Stop &stop, Stop::Status outcome, const DepotTime &time, const QDateTime &now);

Q_SIGNALS:
    void recordRequested(const Doorstep::StopId &stop, Doorstep::Stop::Status outcome, Doorstep::Stop::Failure failure,
                         const QString &note, const QDateTime &completedAt);

protected:
    void accept() override;

private:
    void check();
    [[nodiscard]] bool isFailed() const;
    [[nodiscard]] QDateTime completedAt() const;

    StopId m_stop;
    DepotTime m_time;
    QDateTime m_now;
    QButtonGroup *m_outcome;
    QComboBox *m_failure;
    QLineEdit *m_note;
    QTimeEdit *m_at;
    QLabel *m_zone;
};

} // namespace Doorstep
