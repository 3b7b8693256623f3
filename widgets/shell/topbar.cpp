// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/topbar.h"

#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"
#include "widgets/shell/figurebutton.h"
#include "widgets/shell/searchbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

/// The person's initials in a disc; opens their menu.
class PersonButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

    [[nodiscard]] QSize sizeHint() const override { return {32, 32}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const auto &theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (hasFocus() || underMouse()) {
            painter.setPen(QPen(theme.accent, 1));
            painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        }
        paintAvatar(painter, QRectF(rect()).adjusted(3, 3, -3, -3), theme.accent, text());
    }
};

} // namespace

TopBar::TopBar(QMenu &productMenu, QMenu &personMenu, QWidget *parent)
    : QWidget(parent)
    , m_depot(new ElidedLabel(this))
    , m_search(new SearchButton(QKeySequence(Qt::CTRL | Qt::Key_K), this))
    , m_connection(new ConnectionPill(this))
    , m_clock(new QLabel(this))
    , m_person(new PersonButton(this))
{
    auto *product = new QToolButton(this);
    product->setText(u"Doorstep"_s);
    product->setFont(scaled(font(), 1.22, QFont::Bold));
    product->setMenu(&productMenu);
    product->setPopupMode(QToolButton::InstantPopup);
    product->setAccessibleName(tr("Doorstep, all menus"));
    product->setToolTip(tr("All menus (F10)"));
    product->setFocusPolicy(Qt::TabFocus);

    m_depot->setForegroundRole(QPalette::PlaceholderText);
    m_clock->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_clock->setTextFormat(Qt::PlainText);
    m_person->setMenu(&personMenu);
    m_person->setPopupMode(QToolButton::InstantPopup);
    m_person->setFocusPolicy(Qt::TabFocus);
    setPerson({}, u"?"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(product);
    layout->addWidget(m_depot);
    layout->addSpacing(4);
    layout->addWidget(m_search);
    layout->addSpacing(8);
    const std::array captions{tr("Delivered"), tr("On time"), tr("At risk"), tr("Exceptions"), tr("Drivers")};
    for (size_t i = 0; i < m_figures.size(); ++i) {
        m_figures.at(i) = new FigureButton(captions.at(i), this);
        m_figures.at(i)->setFigure(u"—"_s, {});
        connect(m_figures.at(i), &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT figureRequested(static_cast<Figure>(i)); });
        layout->addWidget(m_figures.at(i));
    }
    layout->addStretch(1);
    layout->addWidget(m_connection);
    layout->addWidget(m_clock);
    layout->addSpacing(4);
    layout->addWidget(m_person);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_search, &QAbstractButton::clicked, this, &TopBar::searchRequested);
    connect(m_connection, &QAbstractButton::clicked, this, &TopBar::reconnectRequested);
}

void TopBar::setDepot(const QString &name)
{
    static_cast<ElidedLabel *>(m_depot)->setFullText(name);
    m_depot->setMaximumWidth(m_depot->sizeHint().width());
    fitFigures();
}

void TopBar::setConnection(const ConnectionState &state)
{
    m_connection->setState(state);
}

void TopBar::setClock(const QString &clock)
{
    if (clock == m_clock->text())
        return;
    m_clock->setText(clock);
    m_clock->setAccessibleName(tr("Clock of the depot: %1").arg(clock));
}

void TopBar::setPerson(const QString &fullName, const QString &initials)
{
    m_person->setText(initials);
    m_person->setToolTip(fullName.toHtmlEscaped());
    m_person->setAccessibleName(fullName.isEmpty() ? tr("Person") : tr("Person: %1").arg(fullName));
}

void TopBar::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFigures();
}

// Words beside the figures go first when the window is narrow; the figures themselves never do.
void TopBar::fitFigures()
{
    const bool roomy = width() >= 200 * fontMetrics().averageCharWidth();
    for (auto *button : m_figures)
        button->setDetailShown(roomy);
}

} // namespace Doorstep

#include "moc_topbar.cpp"
