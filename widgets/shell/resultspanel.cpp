// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/resultspanel.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int panelWidth = 440;
constexpr int edge = 16;
constexpr int foot = 40; // above the status line
constexpr int mostRows = 8; // in sight

QPixmap drawingOf(ResultsPanel::Mark mark, const Theme &theme, qreal ratio)
{
    constexpr QSize size(18, 18);
    switch (mark) {
    case ResultsPanel::Mark::Waiting:
        return iconPixmap(u"clock"_s, theme.muted, size, ratio);
    case ResultsPanel::Mark::Done:
        return iconPixmap(u"check"_s, theme.ok, size, ratio);
    case ResultsPanel::Mark::Refused:
        return iconPixmap(u"blocked"_s, theme.bad, size, ratio);
    }
    std::unreachable();
}

} // namespace

ResultsPanel::ResultsPanel(QWidget *host)
    : QFrame(host)
    , m_host(host)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_list(new QListWidget(this))
{
    hide();
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(tr("What became of each"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(close->accessibleName());
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 12);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);

    host->installEventFilter(this);
    connect(close, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT subjectActivated(m_lines.at(m_list->row(item)).about); });
}

void ResultsPanel::show(int action, const QString &text, const QList<Line> &lines)
{
    const bool isNew = action != m_action;
    m_action = action;
    const int current = isNew ? 0 : m_list->currentRow();
    m_lines = lines;
    std::ranges::stable_sort(m_lines, {}, [](const Line &line) { return line.mark != Mark::Refused; });
    m_title->setText(text);
    m_summary->setText(summary());
    setAccessibleName(text);
    const auto &theme = Theme::of(palette());
    m_list->clear();
    for (const auto &line : std::as_const(m_lines)) {
        auto *item =
            new QListWidgetItem(tr("%1 — %2", "a stop and what became of it").arg(line.title, line.words), m_list);
        item->setData(Qt::DecorationRole, drawingOf(line.mark, theme, devicePixelRatio()));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    if (isNew)
        QWidget::show();
    arrange();
    raise();
}

QString ResultsPanel::summary() const
{
    const auto count = [this](Mark mark) { return static_cast<int>(std::ranges::count(m_lines, mark, &Line::mark)); };
    QStringList parts;
    if (const int done = count(Mark::Done); done > 0)
        parts.append(tr("%n done", nullptr, done));
    if (const int waiting = count(Mark::Waiting); waiting > 0)
        parts.append(tr("%n waiting", nullptr, waiting));
    if (const int refused = count(Mark::Refused); refused > 0)
        parts.append(tr("%n not done", nullptr, refused));
    return parts.join(u" · "_s);
}

void ResultsPanel::arrange()
{
    if (isHidden())
        return;
    int rows = 0;
    for (int row = 0; row < std::min(mostRows, m_list->count()); ++row)
        rows += m_list->sizeHintForRow(row);
    const int across = std::min(panelWidth, m_host->width() - (2 * edge));
    const int wanted = m_title->heightForWidth(across - 60) + m_summary->sizeHint().height() + rows + 48;
    const int tall = std::min(wanted, m_host->height() - (2 * foot));
    const int left = layoutDirection() == Qt::RightToLeft ? edge : m_host->width() - across - edge;
    setGeometry(left, m_host->height() - tall - foot, across, tall);
}

bool ResultsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize)
        arrange();
    return QFrame::eventFilter(watched, event);
}

void ResultsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void ResultsPanel::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(theme.text, theme.panel, 0.3F), 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace Doorstep

#include "moc_resultspanel.cpp"
