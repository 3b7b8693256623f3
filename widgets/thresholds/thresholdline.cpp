// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/thresholds/thresholdline.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/parts/thresholdwords.h"

#include <QGridLayout>
#include <QSpinBox>
#include <QToolButton>

namespace Doorstep {
namespace {

constexpr int outcomeWidth = 210;

} // namespace

ThresholdLine::ThresholdLine(const ThresholdRow &row, QGridLayout &grid, QWidget *page)
    : QObject(page)
    , m_row(row)
    , m_box(new QSpinBox(page))
    , m_usual(new QToolButton(page))
    , m_outcome(plainLabel({}, page))
{
    const auto name = ThresholdWords::name(row.threshold);
    const auto meaning = ThresholdWords::meaning(row.threshold);
    const int per = ThresholdWords::perShown(row);
    auto *title = plainLabel(name, page);
    auto *what = plainLabel(meaning, page);
    what->setForegroundRole(QPalette::PlaceholderText);
    m_box->setRange(row.least / per, row.most / per);
    m_box->setSuffix(ThresholdWords::unit(row));
    m_box->setSingleStep(row.unit == ThresholdRow::Unit::Metres ? 10 : 1);
    m_box->setAccessibleName(name);
    const auto bounds = tr("From %1 to %2%3", "two numbers and the unit with its space")
                            .arg(row.least / per)
                            .arg(row.most / per)
                            .arg(ThresholdWords::unit(row));
    m_box->setAccessibleDescription(tr("%1 %2", "two sentences").arg(meaning, bounds));
    m_box->setToolTip(bounds);
    title->setBuddy(m_box);
    m_usual->setText(tr("Default"));
    m_usual->setProperty("quiet", true);
    m_usual->setAccessibleName(tr("Default of: %1", "name of a threshold").arg(name));
    m_usual->setToolTip(
        tr("Usually %1%2", "number, unit with its space").arg(row.usual / per).arg(ThresholdWords::unit(row)));
    auto policy = m_usual->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_usual->setSizePolicy(policy);
    m_outcome->setMinimumWidth(outcomeWidth);
    m_outcome->setAccessibleName(tr("On the last days: %1", "name of a threshold").arg(name));
    const int at = grid.rowCount();
    grid.addWidget(title, at, 0, Qt::AlignBottom);
    grid.addWidget(what, at + 1, 0, Qt::AlignTop);
    grid.addWidget(m_box, at, 1, 2, 1, Qt::AlignVCenter);
    grid.addWidget(m_usual, at, 2, 2, 1, Qt::AlignVCenter);
    grid.addWidget(m_outcome, at, 3, 2, 1, Qt::AlignVCenter);
    grid.setRowMinimumHeight(at + 2, 8);
    connect(m_box, &QSpinBox::valueChanged, this, [this] {
        m_isUsualWanted = false;
        check();
        Q_EMIT changed();
    });
    connect(m_usual, &QAbstractButton::clicked, this, [this, per] {
        const QSignalBlocker quiet(m_box); // it may show the same already: 330 seconds are 5 minutes, too
        m_box->setValue(m_row.usual / per);
        m_isUsualWanted = true;
        check();
        Q_EMIT changed();
    });
    check();
}

void ThresholdLine::show(std::optional<int> own)
{
    m_own = own;
    m_isUsualWanted = false;
    const QSignalBlocker quiet(m_box);
    m_box->setValue(own.value_or(m_row.usual) / ThresholdWords::perShown(m_row));
    check();
}

std::optional<int> ThresholdLine::edited() const
{
    if (m_isUsualWanted)
        return std::nullopt;
    const int per = ThresholdWords::perShown(m_row);
    if (m_box->value() == m_own.value_or(m_row.usual) / per)
        return m_own; // who changes nothing changes no second of it either
    const int value = m_box->value() * per;
    return value == m_row.usual ? std::nullopt : std::optional(value);
}

void ThresholdLine::check()
{
    const bool isUsual = edited().value_or(m_row.usual) == m_row.usual;
    if (isUsual && m_usual->hasFocus())
        m_box->setFocus();
    m_usual->setEnabled(!isUsual);
    m_usual->setVisible(!isUsual);
}

void ThresholdLine::showOutcome(const ThresholdTrial *trial)
{
    const auto *count = trial == nullptr || trial->days.isEmpty() ? nullptr : trial->of(m_row);
    m_outcome->setText(count == nullptr ? QStringLiteral("–") : ThresholdWords::outcome(*count));
    auto font = m_outcome->font();
    font.setBold(count != nullptr && count->now != count->proposed);
    m_outcome->setFont(font);
}

} // namespace Doorstep

#include "moc_thresholdline.cpp"
