// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/rates/ratesheet.h"

#include "widgets/parts/ratewords.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace Doorstep {
namespace {

/// Money to the hundredth, grams whole.
int decimalsOf(const RateRow &row)
{
    return RateWords::unit(row).isEmpty() ? 2 : 0;
}

/// As a person reads it.
double shown(const Rates &rates, const RateRow &row)
{
    const double steps = std::pow(10.0, decimalsOf(row));
    return std::round(rates.*row.value * steps) / steps;
}

} // namespace

RateSheet::RateSheet(QWidget *host)
    : FormSheet(host, tr("Costs of the depot"), tr("Apply", "these rates"))
    , m_depots(new QComboBox)
{
    setSubject(tr("What a delivery costs here, in the currency you count in. Proposals weigh it, and routes show it."));
    addField(tr("Depot"), m_depots);
    const auto rows = rateRows();
    for (std::size_t i = 0; i < rateCount; ++i) {
        const auto name = RateWords::name(rows[i]);
        auto *box = new QDoubleSpinBox;
        box->setRange(0.0, rows[i].most);
        box->setDecimals(decimalsOf(rows[i]));
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        box->setGroupSeparatorShown(true);
        box->setSuffix(RateWords::unit(rows[i]));
        box->setAccessibleName(name);
        box->setAccessibleDescription(tr("From 0 to %1").arg(QLocale().toString(rows[i].most, 'f', 0)));
        addField(name, box);
        connect(box, &QDoubleSpinBox::valueChanged, this, &RateSheet::check);
        m_boxes.at(i) = box;
    }
    addHint()->setText(
        tr("An hour counts from leaving the depot until being back, waiting included. Bicycles give off nothing."));
    connect(m_depots, &QComboBox::currentIndexChanged, this, &RateSheet::showDepot);
}

void RateSheet::ask(const QList<Depot> &depots, const QHash<DepotId, Rates> &own)
{
    m_own = own;
    {
        const QSignalBlocker quiet(m_depots);
        m_depots->clear();
        for (const auto &depot : depots)
            m_depots->addItem(depot.name, depot.id.toString());
        m_depots->setCurrentIndex(0);
    }
    setFieldVisible(m_depots, depots.size() > 1);
    showDepot();
    open(m_boxes.front());
    m_boxes.front()->selectAll();
}

DepotId RateSheet::depot() const
{
    return DepotId(m_depots->currentData().toString());
}

Rates RateSheet::edited() const
{
    auto rates = m_own.value(depot());
    const auto rows = rateRows();
    for (std::size_t i = 0; i < rateCount; ++i) {
        const double value = m_boxes.at(i)->value();
        if (value != shown(rates, rows[i])) // who changes nothing rounds nothing either
            rates.*rows[i].value = value;
    }
    return rates;
}

void RateSheet::showDepot()
{
    const auto rates = m_own.value(depot());
    const auto rows = rateRows();
    for (std::size_t i = 0; i < rateCount; ++i) {
        const QSignalBlocker quiet(m_boxes.at(i));
        m_boxes.at(i)->setValue(shown(rates, rows[i]));
    }
    check();
}

void RateSheet::check()
{
    acceptButton()->setEnabled(edited() != m_own.value(depot()));
}

void RateSheet::accept()
{
    Q_EMIT applyRequested(depot(), m_own.value(depot()), edited());
}

} // namespace Doorstep

#include "moc_ratesheet.cpp"
