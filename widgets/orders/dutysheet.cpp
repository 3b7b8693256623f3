// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/dutysheet.h"

#include "widgets/parts/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>

namespace Doorstep {

DutySheet::DutySheet(QWidget *host)
    : FormSheet(host, tr("Duty of the driver"), tr("Note it"))
    , m_duty(new QButtonGroup(this))
{
    auto *choices = new QHBoxLayout;
    for (const auto duty : {Driver::Duty::OnDuty, Driver::Duty::OnBreak, Driver::Duty::OffDuty}) {
        auto *button = new QRadioButton(Words::of(duty));
        m_duty->addButton(button, static_cast<int>(duty));
        choices->addWidget(button);
    }
    choices->addStretch(1);
    addField(tr("From now on"), choices);
    connect(m_duty, &QButtonGroup::idToggled, this, [this] {
        setProblem(m_duty->checkedId() < 0 || m_duty->checkedId() == static_cast<int>(m_was)
                       ? tr("Choose what has changed.")
                       : QString());
    });
}

void DutySheet::ask(const Driver &driver)
{
    m_driver = driver.id;
    m_was = driver.duty;
    setSubject(driver.name);
    const auto first = m_was == Driver::Duty::OnDuty ? Driver::Duty::OnBreak : Driver::Duty::OnDuty;
    auto *button = m_duty->button(static_cast<int>(first));
    button->setChecked(true);
    setProblem({});
    open(button);
}

void DutySheet::accept()
{
    Q_EMIT dutyRequested(m_driver, static_cast<Driver::Duty>(m_duty->checkedId()));
}

} // namespace Doorstep

#include "moc_dutysheet.cpp"
