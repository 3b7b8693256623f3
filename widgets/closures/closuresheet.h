// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/closure.h"
#include "widgets/parts/depottime.h"
#include "widgets/shell/formsheet.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace Doorstep {

/// Asks what a closure is called, why, when and what it does; its area comes from elsewhere.
class ClosureSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit ClosureSheet(QWidget *host);

    /// About \a closure, which is new when it has no name. \a also says how many more of a file get the same hours.
    void ask(const Closure &closure, const DepotTime &time, const QDateTime &now, int also = 0);

Q_SIGNALS:
    void drawRequested(const Doorstep::Closure &closure);

protected:
    void accept() override;

private:
    void check();
    [[nodiscard]] Closure edited() const;

    Closure m_closure;
    DepotTime m_time;
    QDateTime m_now;
    QLineEdit *m_name;
    QComboBox *m_cause;
    QComboBox *m_effect;
    QDoubleSpinBox *m_slowness;
    QCheckBox *m_begins; ///< Without it: it is so already.
    QDateTimeEdit *m_from;
    QCheckBox *m_ends; ///< Without it: until it is lifted.
    QDateTimeEdit *m_to;
    QLineEdit *m_note;
    QLabel *m_hint;
};

} // namespace Doorstep
