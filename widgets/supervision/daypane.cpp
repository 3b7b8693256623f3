// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/daypane.h"

#include "models/store/dayfigures.h"
#include "widgets/parts/panelcard.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/supervision/daychart.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Doorstep {

DayPane::DayPane(const Fleet &fleet, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_chart(new DayChart(fleet, clock, this))
    , m_promises(plainLabel({}, this))
{
    auto *card = new PanelCard(tr("Stops over the day"), this);
    auto *legend = new QLabel(this);
    legend->setTextFormat(Qt::PlainText);
    legend->setForegroundRole(QPalette::PlaceholderText);
    legend->setContentsMargins(0, 0, 8, 0);
    connect(m_chart, &DayChart::counted, legend, [this, legend] { legend->setText(m_chart->accessibleDescription()); });
    legend->setText(m_chart->accessibleDescription());
    card->addControl(legend);
    card->addBody(m_chart, 1);
    m_promises->setContentsMargins(14, 0, 14, 10);
    m_promises->setWordWrap(true);
    m_promises->setToolTip(
        tr("<p>The window or the arrival that a customer was told last before the driver came.</p>"
           "<p><b>Kept</b>: the driver was there by its end, and did not hand over before its beginning; also where "
           "nobody opened.</p>"
           "<p><b>Broken</b>: later, too early, or its end has passed and nobody has been there.</p>"
           "<p>Stops that were called off, and customers who were told nothing, are not counted.</p>"));
    m_promises->hide();
    card->addBody(m_promises);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 6);
    layout->addWidget(card);
}

void DayPane::setDepotTime(const DepotTime &time)
{
    m_chart->setDepotTime(time);
}

void DayPane::setFigures(const DayFigures &figures)
{
    connect(&figures, &DayFigures::changed, this, [this, &figures] { showPromises(figures.current()); });
    showPromises(figures.current());
}

void DayPane::showPromises(const Figures &figures)
{
    const auto number = [this](int value) { return locale().toString(value); };
    const int due = figures.duePromises();
    const auto kept = tr("Promises kept: %1 % of %2 that were due", "made to customers")
                          .arg(locale().toString(figures.keptFraction() * 100, 'f', 1), number(due));
    const auto broken = tr("%n broken", "promises", figures.brokenPromises);
    const auto toCome = tr("%n to come", "promises", figures.promisedStops - due);
    m_promises->setText(
        (due == 0 ? QStringList{tr("No promise to a customer was due yet"), toCome} : QStringList{kept, broken, toCome})
            .join(u" · "));
    m_promises->setAccessibleName(m_promises->text());
    m_promises->setVisible(figures.promisedStops > 0);
}

} // namespace Doorstep

#include "moc_daypane.cpp"
