// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/visitrows.h"

#include "widgets/clinic/clinicwords.h"
#include "widgets/parts/fonts.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace Doorstep {
namespace {

constexpr qsizetype mostShown = 5;

} // namespace

VisitRows::VisitRows(QWidget *parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_lines(new QVBoxLayout)
{
    m_head->setTextFormat(Qt::PlainText);
    m_head->setFont(scaled(font(), 1.0, QFont::DemiBold));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 2);
    layout->setSpacing(2);
    layout->addWidget(m_head);
    layout->addLayout(m_lines);
    m_lines->setSpacing(2);
    hide();
}

void VisitRows::addLine(const QString &text, bool isPale)
{
    auto *line = new QLabel(this);
    line->setTextFormat(Qt::PlainText);
    line->setText(text);
    line->setWordWrap(true);
    line->setAccessibleName(text);
    if (isPale)
        line->setForegroundRole(QPalette::PlaceholderText);
    m_lines->addWidget(line);
}

void VisitRows::clear()
{
    while (auto *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    hide();
}

void VisitRows::setVisits(const QList<PastVisit> &visits, const DepotTime &time)
{
    clear();
    m_head->setText(tr("Earlier visits to this address"));
    QList<PastVisit> here;
    std::ranges::copy_if(visits, std::back_inserter(here), &PastVisit::isHere);
    for (const auto &visit : here.first(std::min(here.size(), mostShown)))
        addLine(ClinicWords::visit(visit, time), false);
    if (here.size() > mostShown)
        addLine(tr("and %n more", "visits", static_cast<int>(here.size() - mostShown)), true);
    setVisible(!here.isEmpty());
}

void VisitRows::addProblem(const QString &problem)
{
    m_head->setText(tr("Earlier visits to this address"));
    addLine(problem, true);
    show();
}

} // namespace Doorstep

#include "moc_visitrows.cpp"
