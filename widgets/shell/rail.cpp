// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/rail.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

class RailButton : public QAbstractButton
{
public:
    RailButton(Arrangement arrangement, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(wordOf(arrangement))
    {
        const auto number = static_cast<int>(arrangement) + 1;
        setText(titleOf(arrangement));
        setAccessibleName(text());
        setToolTip(u"%1 (%2)"_s.arg(
            text(),
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)).toString(QKeySequence::NativeText)));
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFont(scaled(font(), 0.8));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {std::max(50, fontMetrics().horizontalAdvance(text()) + 4), 32 + fontMetrics().height() + 5};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const auto &theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse() || hasFocus()) {
            painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
            const auto ground = underMouse() ? theme.panelAlt : theme.panel;
            painter.setBrush(isChecked() ? theme.accentSoft : ground);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        }
        const auto ink = isChecked() ? theme.accent : theme.muted;
        const QSize glyph(20, 20);
        painter.drawPixmap(QPoint((width() - glyph.width()) / 2, 9),
                           iconPixmap(m_icon, ink, glyph, devicePixelRatioF()));
        painter.setPen(ink);
        painter.drawText(QRect(0, 30, width(), height() - 32), Qt::AlignCenter, text());
    }

private:
    QString m_icon;
};

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Arrangements"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(5, 10, 6, 10);
    layout->setSpacing(3);
    for (const auto arrangement : arrangements) {
        auto *button = new RailButton(arrangement, this);
        connect(button, &QAbstractButton::clicked, this,
                [this, arrangement] { Q_EMIT arrangementRequested(arrangement); });
        m_buttons.at(static_cast<size_t>(arrangement)) = button;
        layout->addWidget(button);
    }
    layout->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void Rail::setCurrent(Arrangement arrangement)
{
    m_buttons.at(static_cast<size_t>(arrangement))->setChecked(true);
}

void Rail::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(isRightToLeft() ? 0 : width() - 1, 0, 1, height()), theme.line);
}

} // namespace Doorstep

#include "moc_rail.cpp"
