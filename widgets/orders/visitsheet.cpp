// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/visitsheet.h"

#include "widgets/parts/words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int longestNote = 2'000;

} // namespace

VisitSheet::VisitSheet(QWidget *host)
    : FormSheet(host, tr("Record the visit for the driver"), tr("Record"))
    , m_outcome(new QButtonGroup(this))
    , m_failure(new QComboBox)
    , m_note(new QLineEdit)
    , m_at(new QTimeEdit)
{
    auto *delivered = new QRadioButton(tr("&Delivered"));
    auto *failed = new QRadioButton(tr("&Failed"));
    m_outcome->addButton(delivered, static_cast<int>(Stop::Status::Delivered));
    m_outcome->addButton(failed, static_cast<int>(Stop::Status::Failed));
    auto *outcomes = new QHBoxLayout;
    outcomes->addWidget(delivered);
    outcomes->addWidget(failed);
    outcomes->addStretch(1);
    addField(tr("Outcome"), outcomes);
    m_failure->addItem(tr("Choose…"), QVariant::fromValue(Stop::Failure::None));
    for (const auto failure :
         {Stop::Failure::NobodyHome, Stop::Failure::WrongAddress, Stop::Failure::Refused, Stop::Failure::Damaged,
          Stop::Failure::Missing, Stop::Failure::NoAccess, Stop::Failure::Other})
        m_failure->addItem(Words::of(failure), QVariant::fromValue(failure));
    addField(tr("Reason"), m_failure);
    m_at->setLayoutDirection(Qt::LeftToRight); // a time reads so everywhere; Qt would turn it round
    m_at->setDisplayFormat(u"HH:mm"_s);
    addField(tr("At"), m_at);
    m_note->setMaxLength(longestNote);
    m_note->setPlaceholderText(tr("What the driver said"));
    addField(tr("Note"), m_note);
    m_zone = addHint();
    connect(m_outcome, &QButtonGroup::idToggled, this, &VisitSheet::check);
    connect(m_failure, &QComboBox::currentIndexChanged, this, &VisitSheet::check);
    connect(m_at, &QTimeEdit::timeChanged, this, &VisitSheet::check);
}

void VisitSheet::ask(const Stop &stop, Stop::Status outcome, const DepotTime &time, const QDateTime &now)
{
    m_stop = stop.id;
    m_time = time;
    m_now = now;
    setSubject(stop.customer.isEmpty() ? stop.address.line()
                                       : tr("%1, %2", "customer, address").arg(stop.customer, stop.address.line()));
    m_outcome->button(static_cast<int>(outcome))->setChecked(true);
    m_failure->setCurrentIndex(0);
    m_note->clear();
    const auto local = time.local(now).time();
    m_at->setTime(QTime(local.hour(), local.minute()));
    check();
    open(m_outcome->button(static_cast<int>(outcome)));
}

bool VisitSheet::isFailed() const
{
    return m_outcome->checkedId() == static_cast<int>(Stop::Status::Failed);
}

QDateTime VisitSheet::completedAt() const
{
    return m_time.at(m_time.local(m_now).date(), m_at->time());
}

void VisitSheet::check()
{
    setFieldVisible(m_failure, isFailed());
    m_zone->setText(m_time.isDeskTime(m_now)
                        ? tr("The driver's own word wins, should it arrive first.")
                        : tr("Time of the depot (%1). The driver's own word wins, should it arrive first.")
                              .arg(m_time.zoneText(m_now)));
    const auto at = completedAt();
    if (isFailed() && m_failure->currentIndex() == 0)
        setProblem(tr("Say why it failed."));
    else if (!at.isValid())
        setProblem(tr("The clock skips this hour today: summer time begins."));
    else if (at > m_now)
        setProblem(tr("This is still to come: it is %1 at the depot.").arg(m_time.clock(m_now)));
    else
        setProblem({});
}

void VisitSheet::accept()
{
    const auto failure = isFailed() ? m_failure->currentData().value<Stop::Failure>() : Stop::Failure::None;
    Q_EMIT recordRequested(m_stop, static_cast<Stop::Status>(m_outcome->checkedId()), failure, m_note->text().trimmed(),
                           completedAt());
}

} // namespace Doorstep

#include "moc_visitsheet.cpp"
