// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/thresholds/thresholdsheet.h"

#include "widgets/parts/notice.h"
#include "widgets/parts/thresholdwords.h"
#include "widgets/parts/words.h"
#include "widgets/thresholds/thresholdline.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr int cardWidth = 820;
constexpr int aroundLines = 270; // of the card: title, depot, what is said of the replay, buttons
constexpr auto pauseBefore = 500ms; // after the last change: a replay takes seconds

} // namespace

ThresholdSheet::ThresholdSheet(QWidget *host)
    : FormSheet(host, tr("Thresholds of cases"), tr("Apply", "these thresholds"))
    , m_depots(new QComboBox)
    , m_scroll(new QScrollArea)
    , m_notice(new Notice)
{
    setSubject(tr("From when on something needs a person, for everybody of the depot and at once."));
    addField(tr("Depot"), m_depots);
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    for (const auto &row : thresholdRows()) {
        auto *line = new ThresholdLine(row, *grid, page);
        connect(line, &ThresholdLine::changed, this, &ThresholdSheet::edit);
        m_lines.append(line);
    }
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto *lines = new QVBoxLayout;
    lines->addWidget(m_scroll);
    lines->addWidget(m_notice);
    addWide(lines);
    m_scroll->setAccessibleName(tr("Thresholds"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBefore);
    connect(&m_pause, &QTimer::timeout, this, &ThresholdSheet::request);
    connect(m_notice, &Notice::actionRequested, this, &ThresholdSheet::request);
    connect(m_depots, &QComboBox::currentIndexChanged, this, &ThresholdSheet::showDepot);
    connect(this, &Sheet::dismissed, &m_pause, &QTimer::stop);
}

void ThresholdSheet::ask(const QList<Depot> &depots, const QHash<DepotId, ThresholdValues> &own)
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
    open(m_lines.constFirst()->box());
    m_lines.constFirst()->box()->selectAll();
}

DepotId ThresholdSheet::depot() const
{
    return DepotId(m_depots->currentData().toString());
}

ThresholdValues ThresholdSheet::edited() const
{
    ThresholdValues values;
    for (const auto &row : thresholdRows())
        values.set(row.threshold, m_lines.at(static_cast<qsizetype>(row.threshold))->edited());
    return values;
}

void ThresholdSheet::showDepot()
{
    const auto own = m_own.value(depot());
    for (const auto &row : thresholdRows()) {
        auto *line = m_lines.at(static_cast<qsizetype>(row.threshold));
        line->show(own.own(row.threshold));
        line->showOutcome(nullptr);
    }
    edit();
    m_pause.stop();
    request();
}

void ThresholdSheet::edit()
{
    acceptButton()->setEnabled(edited() != m_own.value(depot()));
    m_pause.start();
}

void ThresholdSheet::request()
{
    m_notice->tell(Notice::Tone::Neutral, tr("Replaying the last days…"));
    Q_EMIT trialRequested(depot(), edited());
}

void ThresholdSheet::showTrial(const ThresholdTrial &trial)
{
    if (m_pause.isActive())
        return; // of values that are not there any more
    for (auto *line : std::as_const(m_lines))
        line->showOutcome(&trial);
    m_notice->tell(Notice::Tone::Neutral, ThresholdWords::basis(trial));
}

void ThresholdSheet::showFailure(const Error &error)
{
    for (auto *line : std::as_const(m_lines))
        line->showOutcome(nullptr);
    if (error.kind == Error::Kind::Offline)
        m_notice->tell(Notice::Tone::Risk,
                       tr("Offline: the last days cannot be replayed now. What you apply is sent later."),
                       tr("Try again"));
    else
        m_notice->tell(Notice::Tone::Bad, tr("The last days could not be replayed. %1").arg(Words::of(error.kind)),
                       tr("Try again"));
}

void ThresholdSheet::accept()
{
    Q_EMIT applyRequested(depot(), m_own.value(depot()), edited());
}

QRect ThresholdSheet::cardGeometry(QSize area) const
{
    const int width = std::min(cardWidth, area.width() - 40);
    const int lines = m_scroll->widget()->sizeHint().height() + 4;
    m_scroll->setMinimumHeight(std::clamp(area.height() - aroundLines, 120, lines));
    card()->layout()->invalidate();
    const int wanted = card()->layout()->totalHeightForWidth(width);
    const int height = std::min(std::max(wanted, 160), area.height() - 40);
    return {QPoint((area.width() - width) / 2, std::max(20, (area.height() - height) / 3)), QSize(width, height)};
}

} // namespace Doorstep

#include "moc_thresholdsheet.cpp"
