// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/notice.h"

#include "widgets/parts/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Doorstep {

Notice::Notice(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 7, 10, 7);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &Notice::actionRequested);
    m_action->hide();
    hide();
}

void Notice::tell(Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    show();
    update();
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    const auto [ground, mark] = [&] {
        switch (m_tone) {
        case Tone::Risk:
            return std::pair{theme.riskSoft, theme.risk};
        case Tone::Bad:
            return std::pair{theme.badSoft, theme.bad};
        case Tone::Neutral:
            break;
        }
        return std::pair{theme.panelAlt, theme.muted};
    }();
    QPainter painter(this);
    painter.fillRect(rect(), ground);
    const int edge = isRightToLeft() ? width() - 3 : 0;
    painter.fillRect(QRect(edge, 0, 3, height()), mark);
}

} // namespace Doorstep

#include "moc_notice.cpp"
