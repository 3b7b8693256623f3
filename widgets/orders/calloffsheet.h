// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"
#include "widgets/shell/formsheet.h"

class QComboBox;

namespace Doorstep {

/// Asks why a delivery is called off.
class CallOffSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit CallOffSheet(QWidget *host);

    void ask(const Stop &stop);

Q_SIGNALS:
    void callOffRequested(const Doorstep::StopId &stop, const QString &reason);

protected:
    void accept() override;

private:
    StopId m_stop;
    QComboBox *m_reason;
};

} // namespace Doorstep
