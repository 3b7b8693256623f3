// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/stepbutton.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int keyGap = 7;
constexpr int keyPadding = 10; // of both sides together

} // namespace

StepButton::StepButton(QWidget *parent)
    : QPushButton(parent)
{
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
}

void StepButton::setStep(QAction *action, const QString &key)
{
    if (m_action == action && m_key == key)
        return;
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    m_key = key;
    if (m_action)
        connect(m_action, &QAction::changed, this, &StepButton::follow);
    follow();
}

void StepButton::setRoom(bool hasRoom)
{
    m_hasRoom = hasRoom;
    setVisible(m_action != nullptr && m_hasRoom);
}

void StepButton::follow()
{
    if (m_action) {
        auto words = m_action->text();
        words.remove(u'&').remove(u'…');
        m_shownKey =
            m_key.isEmpty() ? m_action->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' ') : m_key;
        setText(words);
        setAccessibleName(words);
        const auto why = m_action->isEnabled() ? QString() : m_action->statusTip();
        const auto help = m_shownKey.isEmpty() ? words : u"%1 (%2)"_s.arg(words, m_shownKey);
        setAccessibleDescription(why);
        setToolTip((why.isEmpty() ? help : why).toHtmlEscaped());
        updateGeometry();
        update();
    }
    // Last: these can take the keyboard away, and who hears of that may give this button another step meanwhile.
    if (m_action)
        setEnabled(m_action->isEnabled());
    setVisible(m_action != nullptr && m_hasRoom);
}

int StepButton::keyWidth() const
{
    return m_shownKey.isEmpty()
        ? 0
        : QFontMetrics(scaled(font(), 0.83, QFont::Normal)).horizontalAdvance(m_shownKey) + keyPadding;
}

QSize StepButton::sizeHint() const
{
    const auto plain = QPushButton::sizeHint();
    const int key = keyWidth();
    return key == 0 ? plain : QSize(plain.width() + key + keyGap, plain.height());
}

void StepButton::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    const bool isPrimary = property("primary").toBool() && isEnabled();
    auto ink = isEnabled() ? theme.text : theme.muted;
    if (isPrimary)
        ink = theme.onAccent;
    const int key = keyWidth();
    auto strong = font();
    strong.setWeight(QFont::DemiBold);
    const int words = QFontMetrics(strong).horizontalAdvance(text());
    const int whole = words + (key == 0 ? 0 : key + keyGap);
    const int left = (width() - whole) / 2;
    painter.setFont(strong);
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, words + 1, height())),
                     Qt::AlignCenter, text());
    if (key == 0)
        return;
    painter.setFont(scaled(font(), 0.83, QFont::Normal));
    const int tall = painter.fontMetrics().height() + 2;
    const QRectF cap(
        QStyle::visualRect(layoutDirection(), rect(), QRect(left + words + keyGap, (height() - tall) / 2, key, tall)));
    painter.setPen(isPrimary ? mixed(theme.onAccent, theme.accent, 0.55F) : theme.line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(isPrimary ? theme.onAccent : theme.muted);
    painter.drawText(cap, Qt::AlignCenter, m_shownKey);
}

} // namespace Doorstep

#include "moc_stepbutton.cpp"
