// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/orders/stopeditor.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/theme.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

StopEditor::StopEditor(const Fleet &fleet, QWidget *parent)
    : QWidget(parent)
    , m_words(fleet)
    , m_title(plainLabel({}, this))
    , m_others(plainLabel({}, this))
    , m_form(new QFormLayout)
    , m_save(new QPushButton(tr("Save"), this))
{
    setAccessibleName(tr("Edit the stop"));
    m_title->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_others->setForegroundRole(QPalette::PlaceholderText);
    m_others->hide();
    m_form->setContentsMargins(0, 4, 6, 4);
    m_form->setVerticalSpacing(7);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    auto *content = new QWidget;
    content->setLayout(m_form);
    addTexts();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Fields of the stop"));
    scroll->setProperty("clear", true);
    scroll->setWidget(content);

    auto *leave = new QPushButton(tr("Leave it"), this);
    leave->setAccessibleName(tr("Close without saving"));
    m_save->setAccessibleName(m_save->text());
    m_save->setProperty("primary", true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 6, 0);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 11, 6, 10);
    layout->setSpacing(3);
    layout->addWidget(m_title);
    layout->addWidget(m_others);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, &StopEditor::closed);
    connect(m_save, &QPushButton::clicked, this, &StopEditor::save);
}

// A field, and below it what is wrong with it, and what somebody else has made of it meanwhile.
void StopEditor::addField(const QString &name, QWidget *widget, Field field)
{
    const auto label = ValueWords::field(name);
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(label);
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(widget);
    field.name = name;
    field.problem = plainLabel({}, box);
    field.problem->setForegroundRole(QPalette::BrightText);
    field.problem->hide();
    rows->addWidget(field.problem);
    field.disputed = new QWidget(box);
    field.disputed->hide();
    auto *both = new QHBoxLayout(field.disputed);
    both->setContentsMargins(0, 0, 0, 0);
    field.theirs = plainLabel({}, field.disputed);
    auto *take = new QPushButton(tr("Take it"), field.disputed);
    take->setAccessibleName(tr("%1: take what it is now", "a field").arg(label));
    both->addWidget(field.theirs, 1);
    both->addWidget(take);
    rows->addWidget(field.disputed);
    auto *head = plainLabel({}, this);
    head->setText(label);
    head->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(head, box);
    const auto index = m_fields.size();
    connect(take, &QPushButton::clicked, this, [this, index] {
        load(m_fields.at(index), m_fields.at(index).of(m_now));
        check();
    });
    m_fields.push_back(std::move(field));
}

void StopEditor::setDepotTime(const DepotTime &time)
{
    m_words.setDepotTime(time);
}

void StopEditor::edit(const Stop &stop)
{
    m_now = stop;
    m_title->setText(m_words.stop(stop.id));
    m_pin->setChecked(false);
    for (auto &field : m_fields)
        load(field, field.of(stop));
    check();
    m_address->setFocus(Qt::OtherFocusReason);
}

void StopEditor::follow(const Stop &stop)
{
    if (stop == m_now)
        return;
    m_now = stop;
    for (auto &field : m_fields) {
        const auto now = field.of(stop);
        if (field.base != now && !isTouched(field))
            load(field, now);
    }
    check();
}

void StopEditor::setOthers(const QStringList &names)
{
    m_others->setText(names.isEmpty() ? QString()
                                      : tr("%1 is editing this stop, too.", "names").arg(names.join(u", "_s)));
    m_others->setVisible(!names.isEmpty());
}

void StopEditor::propose(const QHash<QString, QVariant> &values)
{
    for (auto &field : m_fields) {
        if (values.contains(field.name)) {
            // Loaded, yet not what it was: the next look finds it touched.
            const QScopedValueRollback loading(m_isLoading, true);
            field.load(values.value(field.name));
        }
    }
    check();
}

void StopEditor::load(Field &field, const QVariant &value)
{
    const QScopedValueRollback loading(m_isLoading, true);
    field.load(value);
    field.base = value;
    field.shown = field.read();
}

void StopEditor::showField(Field &field)
{
    const auto problem = isTouched(field) && field.check ? field.check() : QString();
    field.problem->setText(problem);
    field.problem->setVisible(!problem.isEmpty());
    const auto now = field.of(m_now);
    const bool isDisputed = isTouched(field) && now != field.base && now != field.read();
    field.theirs->setText(tr("Now: %1", "what somebody else made of a field").arg(m_words.value(now)));
    field.disputed->setVisible(isDisputed);
}

bool StopEditor::isDirty() const
{
    return std::ranges::any_of(m_fields, isTouched);
}

void StopEditor::check()
{
    if (m_isLoading)
        return;
    bool isRight = true;
    for (auto &field : m_fields) {
        showField(field);
        isRight = isRight && field.problem->text().isEmpty();
    }
    m_save->setEnabled(isRight && isDirty());
}

void StopEditor::save()
{
    if (!m_save->isEnabled())
        return;
    auto after = m_now;
    for (const auto &field : m_fields) {
        if (isTouched(field))
            field.set(after, field.read());
    }
    Q_EMIT saveRequested(m_now, after);
}

void StopEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
             && event->modifiers() & Qt::ControlModifier)
        save();
    else
        QWidget::keyPressEvent(event);
}

void StopEditor::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette()).panelAlt);
}

} // namespace Doorstep

#include "moc_stopeditor.cpp"
