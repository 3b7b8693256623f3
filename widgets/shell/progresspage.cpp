// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/progresspage.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/theme.h"

#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Doorstep {

ProgressPage::ProgressPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_notice(new Notice(this))
{
    m_title->setFont(scaled(font(), 1.6, QFont::DemiBold));
    for (auto *label : {m_title, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));

    auto *column = new QWidget(this);
    column->setFixedWidth(420);
    auto *card = new QVBoxLayout(column);
    card->setSpacing(14);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_bar),
                            static_cast<QWidget *>(m_detail), static_cast<QWidget *>(m_notice)})
        card->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_notice, &Notice::actionRequested, this, &ProgressPage::actionRequested);
}

void ProgressPage::showProgress(const QString &title, const QString &detail, double fraction)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_bar->setRange(0, fraction < 0 ? 0 : 1000);
    m_bar->setValue(qRound(fraction * 1000));
    m_bar->show();
    m_notice->hide();
}

void ProgressPage::showError(const QString &text, const QString &action)
{
    m_bar->hide();
    m_detail->clear();
    m_notice->tell(Notice::Tone::Bad, text, action);
}

void ProgressPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).panel);
}

} // namespace Doorstep

#include "moc_progresspage.cpp"
