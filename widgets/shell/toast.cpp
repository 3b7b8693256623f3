// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/toast.h"

#include "widgets/parts/icons.h"
#include "widgets/parts/theme.h"

#include <QCursor>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto usualPatience = 8s;
constexpr int mark = 18; // logical pixels
constexpr int longestLine = 420;
constexpr int shortestLine = 120;

} // namespace

Toast::Toast(Tone tone, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_text(text)
    , m_label(new QLabel(text, this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_button->hide();
    setFocusProxy(m_close);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12 + mark + 10, 9, 8, 9);
    layout->setSpacing(10);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    for (auto *control : std::initializer_list<QWidget *>{m_button, m_close})
        control->installEventFilter(this);

    m_patience.setSingleShot(true);
    m_patience.setInterval(usualPatience);
    connect(&m_patience, &QTimer::timeout, this, &Toast::over);
    connect(m_button, &QAbstractButton::clicked, this, &Toast::offerTaken);
    connect(m_close, &QAbstractButton::clicked, this, &Toast::over);
}

void Toast::tellAgain()
{
    ++m_times;
    m_label->setText(tr("%1 (%2 times)", "what was done").arg(m_text).arg(m_times));
    setAccessibleName(m_label->text());
    look();
}

void Toast::setOffer(const QString &label)
{
    m_button->setText(label);
    m_button->setAccessibleName(tr("%1: %2", "a button and what it is about").arg(label, m_text));
    m_button->setVisible(!label.isEmpty());
    setFocusProxy(label.isEmpty() ? static_cast<QWidget *>(m_close) : m_button);
}

void Toast::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

void Toast::fitInto(int width)
{
    const auto margins = layout()->contentsMargins();
    int others = margins.left() + margins.right();
    for (const auto *control : std::initializer_list<QWidget *>{m_button, m_close}) {
        if (!control->isHidden())
            others += control->sizeHint().width() + layout()->spacing();
    }
    m_label->ensurePolished();
    constexpr int slack = 4; // a label breaks a line that only just fits
    const int line = m_label->fontMetrics().horizontalAdvance(m_label->text()) + slack;
    m_label->setFixedWidth(std::min(line, std::clamp(width - others, shortestLine, longestLine)));
    adjustSize();
}

void Toast::begin()
{
    look();
}

// Nobody reads or is about to press what vanishes under them.
void Toast::look()
{
    // Asked of the pointer itself: a toast that comes up elsewhere is no less read for having been passed.
    const bool isPointedAt = rect().contains(mapFromGlobal(QCursor::pos()));
    if (isPointedAt || m_button->hasFocus() || m_close->hasFocus())
        m_patience.stop();
    else
        m_patience.start();
}

bool Toast::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::Enter)
        m_patience.stop();
    else if (event->type() == QEvent::HoverLeave || event->type() == QEvent::Leave)
        QMetaObject::invokeMethod(this, &Toast::look, Qt::QueuedConnection);
    return QFrame::event(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &Toast::look, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT over();
    else
        QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(theme.text, theme.panel, 0.3F), 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    const bool isDone = m_tone == Tone::Done;
    const auto drawing = iconPixmap(isDone ? u"check"_s : u"warning"_s, isDone ? theme.ok : theme.risk, {mark, mark},
                                    devicePixelRatio());
    painter.drawPixmap(
        QStyle::visualRect(layoutDirection(), rect(), QRect(12, (height() - mark) / 2, mark, mark)).topLeft(), drawing);
}

} // namespace Doorstep

#include "moc_toast.cpp"
