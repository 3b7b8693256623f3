// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/driver.h"
#include "widgets/shell/formsheet.h"

class QButtonGroup;

namespace Doorstep {

/// Asks whether a driver works, rests or has gone home.
class DutySheet : public FormSheet
{
    Q_OBJECT
public:
    explicit DutySheet(QWidget *host);

    void ask(const Driver &driver);

Q_SIGNALS:
    void dutyRequested(const Doorstep::DriverId &driver, Doorstep::Driver::Duty duty);

protected:
    void accept() override;

private:
    DriverId m_driver;
    Driver::Duty m_was = Driver::Duty::Unknown;
    QButtonGroup *m_duty;
};

} // namespace Doorstep
