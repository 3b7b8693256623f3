// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/entrancerow.h"

#include "widgets/parts/distancetext.h"
#include "widgets/parts/flowlayout.h"

#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace Doorstep {

EntranceRow::EntranceRow(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_pin(new QPushButton(this))
    , m_past(new QPushButton(tr("Where past drivers stopped"), this))
    , m_remove(new QPushButton(tr("Remove", "an entrance"), this))
{
    auto *head = new QLabel(tr("Entrance: where to park and walk in"), this);
    for (auto *label : {head, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setBuddy(m_pin);
    m_pin->setCheckable(true);
    m_pin->setText(tr("Set on the map"));
    use(m_pin, QKeySequence(Qt::CTRL | Qt::Key_E), tr("Set the entrance by a click on the map"));
    use(m_past, QKeySequence(Qt::CTRL | Qt::Key_B), tr("Take where past drivers stopped as the entrance"));
    use(m_remove, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        tr("Remove the entrance: the driver goes to the place itself"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addWidget(head);
    layout->addWidget(m_text);
    auto *line = new QWidget(this);
    auto *buttons = new FlowLayout(line);
    for (auto *button : {m_pin, m_past, m_remove})
        buttons->addWidget(button);
    layout->addWidget(line);
    connect(m_pin, &QPushButton::toggled, this, [this](bool on) {
        m_pin->setText(on ? tr("Click on the map…") : tr("Set on the map"));
        Q_EMIT pinRequested(on);
    });
    connect(m_past, &QPushButton::clicked, this, [this] { set(m_visited); });
    connect(m_remove, &QPushButton::clicked, this, [this] { set({}); });
}

void EntranceRow::use(QPushButton *button, const QKeySequence &key, const QString &name)
{
    auto *shortcut = new QShortcut(key, this); // the button's own would go with each new text
    connect(shortcut, &QShortcut::activated, button, [button] {
        if (!button->isHidden())
            button->click();
    });
    button->setAccessibleName(name);
    button->setToolTip(tr("%1 (%2)", "what a button does, its key").arg(name, key.toString(QKeySequence::NativeText)));
}

void EntranceRow::begin(const Stop &stop, const QGeoCoordinate &remembered)
{
    m_stop = stop;
    m_entrance = stop.entrance.isValid() ? stop.entrance : remembered;
    m_place = stop.where;
    m_visited = {};
    m_isTouched = false;
    giveUpPinning();
    show();
}

void EntranceRow::follow(const Stop &stop)
{
    if (!m_isTouched && stop.entrance != m_stop.entrance)
        m_entrance = stop.entrance;
    m_stop = stop;
    show();
}

void EntranceRow::setPlace(const QGeoCoordinate &place)
{
    m_place = place;
    show();
}

void EntranceRow::setVisited(const QGeoCoordinate &visited)
{
    m_visited = visited;
    show();
}

void EntranceRow::set(const QGeoCoordinate &entrance)
{
    giveUpPinning();
    m_entrance = entrance;
    m_isTouched = true;
    show();
    Q_EMIT changed();
}

void EntranceRow::giveUpPinning()
{
    m_pin->setChecked(false);
}

bool EntranceRow::isPinning() const
{
    return m_pin->isChecked();
}

QGeoCoordinate EntranceRow::entrance() const
{
    return m_isTouched || isEntranceOf(m_place, m_entrance) ? m_entrance : QGeoCoordinate();
}

void EntranceRow::fill(AddressCure &cure) const
{
    if (const auto now = entrance(); now != m_stop.entrance)
        cure.entrance = now;
}

QString EntranceRow::problem() const
{
    return !m_place.isValid() || isEntranceOf(m_place, entrance())
        ? QString()
        : tr("The entrance is %1 from the place, and may be at most %2. Set it nearer, or remove it.")
              .arg(DistanceText::of(m_place.distanceTo(m_entrance)), DistanceText::of(farthestEntranceMeters));
}

void EntranceRow::show()
{
    const auto now = entrance();
    const bool isLeftBehind = m_entrance.isValid() && !now.isValid() && m_place.isValid();
    if (const auto wrong = problem(); !wrong.isEmpty())
        m_text->setText(wrong);
    else if (isLeftBehind)
        m_text->setText(tr("At the place: the entrance that was is too far from it."));
    else if (!now.isValid())
        m_text->setText(tr("At the place"));
    else if (!m_place.isValid())
        m_text->setText(tr("Set; choose the place, too"));
    else
        m_text->setText(tr("%1 from the place", "a distance").arg(DistanceText::of(m_place.distanceTo(now))));
    // What has the focus stays where it is: a key that worked once works again.
    m_past->setVisible(m_visited.isValid() && (m_visited != now || m_past->hasFocus()));
    m_remove->setVisible(now.isValid() || m_remove->hasFocus());
}

} // namespace Doorstep

#include "moc_entrancerow.cpp"
