// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/calloffsheet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace Doorstep {

namespace {

constexpr int longestReason = 300;

} // namespace

CallOffSheet::CallOffSheet(QWidget *host)
    : FormSheet(host, tr("Call the delivery off"), tr("Call off"))
    , m_reason(new QComboBox)
{
    m_reason->setEditable(true);
    m_reason->setCompleter(nullptr); // one that completes in place takes the first Enter for itself
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->addItems({tr("The customer asked for it"), tr("The shop took it back"), tr("Ordered twice"),
                        tr("The parcel is not at the depot")});
    m_reason->lineEdit()->setMaxLength(longestReason);
    m_reason->lineEdit()->setPlaceholderText(tr("Why? The driver and your colleagues read it"));
    m_reason->lineEdit()->setAccessibleName(tr("Reason"));
    addField(tr("Reason"), m_reason);
    addHint()->setText(
        tr("The driver does not go there any more. It can be taken back as long as nothing else happened."));
    connect(m_reason, &QComboBox::editTextChanged, this, [this](const QString &text) {
        setProblem(text.trimmed().isEmpty() ? tr("Say why, in a word.") : QString());
    });
}

void CallOffSheet::ask(const Stop &stop)
{
    m_stop = stop.id;
    setSubject(stop.customer.isEmpty() ? stop.address.line()
                                       : tr("%1, %2", "customer, address").arg(stop.customer, stop.address.line()));
    m_reason->setCurrentIndex(0);
    m_reason->lineEdit()->selectAll();
    setProblem({});
    open(m_reason);
}

void CallOffSheet::accept()
{
    Q_EMIT callOffRequested(m_stop, m_reason->currentText().trimmed());
}

} // namespace Doorstep

#include "moc_calloffsheet.cpp"
