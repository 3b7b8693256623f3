// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/closecasesheet.h"

#include "widgets/attention/casekinds.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace Doorstep {

namespace {

constexpr int longestResolution = 300;

} // namespace

CloseCaseSheet::CloseCaseSheet(QWidget *host)
    : FormSheet(host, tr("Close the case"), tr("Close it", "the case"))
    , m_resolution(new QComboBox)
{
    m_resolution->setEditable(true);
    m_resolution->setInsertPolicy(QComboBox::NoInsert);
    m_resolution->setCompleter(nullptr); // one that completes in place takes the first Enter for itself
    m_resolution->lineEdit()->setMaxLength(longestResolution);
    m_resolution->lineEdit()->setPlaceholderText(tr("How was it resolved? Your colleagues read it"));
    m_resolution->lineEdit()->setAccessibleName(tr("Resolution", "of a case"));
    addField(tr("Resolution", "of a case"), m_resolution);
    addHint()->setText(tr("It is kept in the history of the case. The case comes back when the same happens again."));
    connect(m_resolution, &QComboBox::editTextChanged, this, &CloseCaseSheet::check);
}

QStringList CloseCaseSheet::usualOf(Concern::Kind kind, const Exception *exception)
{
    const auto told = tr("The customer knows");
    switch (kind) {
    case Concern::Kind::FailedAttempt:
        return {told, tr("Agreed on another day"), tr("Goes back to the shop"), tr("The customer fetches it")};
    case Concern::Kind::NoPlace:
        return {tr("The driver knows the place"), tr("The customer gave the address"), tr("Goes back to the shop")};
    case Concern::Kind::WillMissWindow:
        return {told, tr("The customer agreed to wait"), tr("The driver will make it")};
    case Concern::Kind::DriverSilent:
        return {tr("The driver answered the phone"), tr("Their phone is broken"), tr("A colleague saw the driver")};
    case Concern::Kind::Reported:
        return CaseKinds::resolutions(exception == nullptr ? Exception() : *exception);
    }
    std::unreachable();
}

void CloseCaseSheet::ask(const QStringList &usual, const QString &subject)
{
    setSubject(subject);
    m_resolution->clear();
    m_resolution->addItems(usual);
    m_resolution->setCurrentIndex(0);
    m_resolution->lineEdit()->selectAll();
    check();
    open(m_resolution);
}

void CloseCaseSheet::check()
{
    setProblem(m_resolution->currentText().trimmed().isEmpty() ? tr("Say how, in a word.") : QString());
}

void CloseCaseSheet::accept()
{
    Q_EMIT closeRequested(m_resolution->currentText().trimmed());
}

} // namespace Doorstep

#include "moc_closecasesheet.cpp"
