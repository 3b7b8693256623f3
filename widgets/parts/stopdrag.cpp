// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/stopdrag.h"

#include "widgets/parts/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyleHints>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr int edge = 28; // where holding still scrolls
constexpr QPoint besidePointer(18, 20);
constexpr int thin = 6; // a mark that is no higher is a line between two

/// Where it would go, drawn over the surface.
class DropMark : public QWidget
{
public:
    explicit DropMark(QWidget *surface)
        : QWidget(surface)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void setAllowed(bool isAllowed)
    {
        m_isAllowed = isAllowed;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const auto &theme = Theme::of(palette());
        const auto color = m_isAllowed ? theme.accent : theme.bad;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (width() <= thin || height() <= thin) {
            painter.fillRect(rect(), color);
            return;
        }
        // Forbidden is dashed: told without colour.
        painter.setPen(QPen(color, 2, m_isAllowed ? Qt::SolidLine : Qt::DashLine));
        auto ground = color;
        ground.setAlphaF(0.10F);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }

private:
    bool m_isAllowed = true;
};

} // namespace

StopDrag::StopDrag(QObject *parent)
    : QObject(parent)
    , m_hint(new QLabel(nullptr, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowTransparentForInput))
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMargin(8);
    m_hint->setAutoFillBackground(true);
    m_hint->setFrameStyle(QFrame::Box | QFrame::Plain);
    m_hint->setAttribute(Qt::WA_ShowWithoutActivating);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_scroll.setInterval(40ms);
    connect(&m_scroll, &QTimer::timeout, this, &StopDrag::scroll);
}

StopDrag::~StopDrag()
{
    cancel();
    delete m_hint;
}

void StopDrag::addSource(QWidget *surface, Press press, Pick pick)
{
    m_sources.insert(surface, {.press = press, .pick = std::move(pick)});
    surface->installEventFilter(this);
    connect(surface, &QObject::destroyed, this, [this, surface] { m_sources.remove(surface); });
}

void StopDrag::addTarget(QWidget *surface, const Ask &ask)
{
    m_targets.insert(surface, ask);
    connect(surface, &QObject::destroyed, this, [this, surface] { m_targets.remove(surface); });
}

QString StopDrag::hint() const
{
    return m_isDragging ? m_hint->text() : QString();
}

void StopDrag::cancel()
{
    if (m_isDragging)
        end();
}

bool StopDrag::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isReplaying)
        return false;
    if (m_isDragging && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            cancel();
            event->accept();
            return true;
        }
        return false;
    }
    auto *surface = qobject_cast<QWidget *>(watched);
    if (surface == nullptr || !m_sources.contains(surface))
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return takePress(surface, static_cast<const QMouseEvent &>(*event));
    case QEvent::MouseMove:
        return takeMove(static_cast<const QMouseEvent &>(*event));
    case QEvent::MouseButtonRelease:
        return takeRelease(static_cast<const QMouseEvent &>(*event));
    default:
        return false;
    }
}

bool StopDrag::takePress(QWidget *surface, const QMouseEvent &event)
{
    cancel();
    m_from.clear();
    if (event.button() != Qt::LeftButton || event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
        return false;
    const auto &source = m_sources.value(surface);
    m_stops = source.pick(event.position().toPoint());
    if (m_stops.isEmpty())
        return false;
    m_from = surface;
    m_pressedAt = event.globalPosition().toPoint();
    // A press on one of many selected would select it alone.
    m_isHeld = source.press == Press::Hold || m_stops.size() > 1;
    return m_isHeld;
}

bool StopDrag::takeMove(const QMouseEvent &event)
{
    if (m_from == nullptr || !event.buttons().testFlag(Qt::LeftButton))
        return false;
    m_at = event.globalPosition().toPoint();
    if (!m_isDragging && (m_at - m_pressedAt).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance())
        begin();
    if (m_isDragging)
        look();
    return true;
}

bool StopDrag::takeRelease(const QMouseEvent &event)
{
    if (m_from == nullptr || event.button() != Qt::LeftButton)
        return false;
    if (!m_isDragging) {
        const bool wasHeld = m_isHeld;
        if (wasHeld)
            replay();
        m_from.clear();
        return wasHeld;
    }
    m_at = event.globalPosition().toPoint();
    look();
    const auto answer = m_answer;
    const bool wasHeld = m_isHeld;
    end();
    if (answer && answer->isAllowed && answer->drop)
        answer->drop();
    return wasHeld;
}

// It was a click after all.
void StopDrag::replay()
{
    const QPointer<QWidget> surface = m_from;
    m_isReplaying = true;
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        if (surface == nullptr)
            break;
        QMouseEvent event(type, QPointF(surface->mapFromGlobal(m_pressedAt)), QPointF(m_pressedAt), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(surface, &event);
    }
    m_isReplaying = false;
}

void StopDrag::begin()
{
    m_isDragging = true;
    QCoreApplication::instance()->installEventFilter(this); // for Escape, wherever the focus is
    QGuiApplication::setOverrideCursor(Qt::ClosedHandCursor);
    m_scroll.start();
}

void StopDrag::end()
{
    m_isDragging = false;
    m_scroll.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    QGuiApplication::restoreOverrideCursor();
    m_hint->hide();
    delete m_mark;
    m_answer.reset();
    m_over.clear();
    m_from.clear();
    m_stops.clear();
}

void StopDrag::look()
{
    auto *under = QApplication::widgetAt(m_at);
    if (under == nullptr || under == m_hint) // a part of the window that is off the screen, or our own words
        under = m_from->window()->childAt(m_from->window()->mapFromGlobal(m_at));
    while (under != nullptr && !m_targets.contains(under))
        under = under->parentWidget();
    m_over = under;
    m_answer.reset();
    if (under != nullptr)
        m_answer = m_targets.value(under)(under->mapFromGlobal(m_at), m_stops);
    const bool isAllowed = m_answer && m_answer->isAllowed;
    QGuiApplication::changeOverrideCursor(isAllowed ? Qt::DragMoveCursor : Qt::ForbiddenCursor);
    showHint(m_answer ? m_answer->text : tr("Let go on a route, a driver or a stop. Esc puts it back."), isAllowed);
    showMark(under, m_answer ? m_answer->mark : QRect(), isAllowed);
}

void StopDrag::showHint(const QString &text, bool isAllowed)
{
    auto colors = QApplication::palette();
    const auto &theme = Theme::of(colors);
    colors.setColor(QPalette::Window, theme.panel);
    colors.setColor(QPalette::WindowText, isAllowed || !m_answer ? theme.text : theme.bad);
    m_hint->setPalette(colors);
    m_hint->setText(text);
    m_hint->adjustSize();
    // Never under the pointer, whichever edge of the screen is near.
    auto at = m_at + besidePointer;
    if (const auto *screen = QGuiApplication::screenAt(m_at)) {
        const auto area = screen->availableGeometry();
        if (at.x() + m_hint->width() > area.right())
            at.setX(m_at.x() - besidePointer.x() - m_hint->width());
        if (at.y() + m_hint->height() > area.bottom())
            at.setY(m_at.y() - besidePointer.y() - m_hint->height());
    }
    m_hint->move(at);
    m_hint->show();
}

void StopDrag::showMark(QWidget *surface, const QRect &mark, bool isAllowed)
{
    if (m_mark && (surface == nullptr || mark.isEmpty() || m_mark->parentWidget() != surface)) {
        delete m_mark.data();
        m_mark.clear();
    }
    if (surface == nullptr || mark.isEmpty())
        return;
    if (!m_mark)
        m_mark = new DropMark(surface);
    static_cast<DropMark *>(m_mark.data())->setAllowed(isAllowed);
    m_mark->setGeometry(mark);
    m_mark->show();
    m_mark->raise();
}

void StopDrag::scroll()
{
    auto *area = m_over ? qobject_cast<QAbstractScrollArea *>(m_over->parentWidget()) : nullptr;
    if (area == nullptr || area->viewport() != m_over)
        return;
    const int y = m_over->mapFromGlobal(m_at).y();
    auto *bar = area->verticalScrollBar();
    const int step = std::max(1, bar->singleStep() / 2);
    const int before = bar->value();
    if (y < edge)
        bar->setValue(before - step);
    else if (y > m_over->height() - edge)
        bar->setValue(before + step);
    if (bar->value() != before)
        look();
}

} // namespace Doorstep

#include "moc_stopdrag.cpp"
