// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/formsheet.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/plainlabel.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Doorstep {

namespace {

constexpr int cardWidth = 440;

} // namespace

FormSheet::FormSheet(QWidget *host, const QString &title, const QString &action)
    : Sheet(host)
    , m_subject(plainLabel({}, card()))
    , m_fields(new QFormLayout)
    , m_problem(plainLabel({}, card()))
    , m_accept(new QPushButton(card()))
{
    setAccessibleName(title);
    auto *head = plainLabel({}, card());
    head->setText(title);
    head->setFont(scaled(font(), 1.2, QFont::DemiBold));
    m_subject->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->hide();
    m_fields->setContentsMargins(0, 10, 0, 4);
    m_fields->setHorizontalSpacing(14);
    m_fields->setVerticalSpacing(9);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    m_accept->setProperty("primary", true);
    setAction(action);
    auto *leave = new QPushButton(tr("Leave it"), card());
    leave->setAccessibleName(tr("Close without doing anything"));
    connect(leave, &QPushButton::clicked, this, &Sheet::dismiss);
    connect(m_accept, &QPushButton::clicked, this, &FormSheet::tryAccept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(m_accept);

    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(22, 18, 22, 16);
    layout->setSpacing(4);
    layout->addWidget(head);
    layout->addWidget(m_subject);
    layout->addLayout(m_fields);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addSpacing(8);
    layout->addLayout(buttons);
}

void FormSheet::setSubject(const QString &text)
{
    m_subject->setText(text);
    m_subject->setVisible(!text.isEmpty());
}

void FormSheet::setAction(const QString &text)
{
    m_accept->setText(text);
    m_accept->setAccessibleName(text);
}

void FormSheet::addField(const QString &label, QWidget *field)
{
    field->setAccessibleName(label);
    auto *name = plainLabel({}, card());
    name->setText(label);
    name->setBuddy(field);
    m_fields->addRow(name, field);
}

void FormSheet::addField(const QString &label, QLayout *fields)
{
    auto *name = plainLabel({}, card());
    name->setText(label);
    m_fields->addRow(name, fields);
}

void FormSheet::addWide(QLayout *fields)
{
    m_fields->addRow(fields);
}

void FormSheet::setFieldVisible(QWidget *field, bool visible)
{
    m_fields->setRowVisible(field, visible);
    if (isVisible())
        resizeEvent(nullptr);
}

QLabel *FormSheet::addHint()
{
    auto *hint = plainLabel({}, card());
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_fields->addRow(hint);
    return hint;
}

void FormSheet::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_accept->setEnabled(problem.isEmpty());
    if (isVisible())
        resizeEvent(nullptr);
}

QRect FormSheet::cardGeometry(QSize area) const
{
    const int width = std::min(cardWidth, area.width() - 40);
    card()->layout()->invalidate();
    const int wanted = card()->layout()->totalHeightForWidth(width);
    const int height = std::min(std::max(wanted, 160), area.height() - 40);
    return {QPoint((area.width() - width) / 2, std::max(20, (area.height() - height) / 3)), QSize(width, height)};
}

void FormSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        tryAccept();
    else
        Sheet::keyPressEvent(event);
}

void FormSheet::tryAccept()
{
    if (!m_accept->isEnabled())
        return;
    dismiss();
    accept();
}

} // namespace Doorstep

#include "moc_formsheet.cpp"
