// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// The fields of the stop editor that say what a customer prefers; the others are in stopeditorfields.cpp.
#include "widgets/orders/stopeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int longestPreference = 300;

} // namespace

// One decision, as the backend takes it: what somebody else made of another line meanwhile is shown, not overwritten.
void StopEditor::addPreferences()
{
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    const auto addText = [&](Stop::Method method, QString Preferences::*member, const QString &label,
                             const QString &example) {
        auto *head = new QLabel(label, box);
        head->setTextFormat(Qt::PlainText);
        auto *edit = new QLineEdit(box);
        edit->setMaxLength(longestPreference);
        edit->setAccessibleName(label);
        edit->setPlaceholderText(example);
        rows->addWidget(head);
        rows->addWidget(edit);
        m_preferredTexts.append({.method = method, .member = member, .head = head, .edit = edit});
        connect(edit, &QLineEdit::textChanged, this, &StopEditor::check);
    };
    addText(Stop::Method::SafePlace, &Preferences::safePlace, tr("Which safe place"), tr("Behind the bins"));
    addText(Stop::Method::Neighbour, &Preferences::neighbour, tr("Which neighbour"), tr("Flat 4, Mrs Silva"));
    addText(Stop::Method::FrontDesk, &Preferences::frontDesk, tr("Which front desk"), tr("Tower B, until 20:00"));
    addText(Stop::Method::Locker, &Preferences::locker, tr("Which locker"), tr("Station, number 12"));
    addText(Stop::Method::Garage, &Preferences::garage, tr("How the garage opens"), tr("The left door, code 4711"));
    addText(Stop::Method::RoomOfChoice, &Preferences::room, tr("Which room"), tr("Kitchen, first floor"));
    const auto addFlag = [&](bool Preferences::*member, const QString &text) {
        auto *flag = new QCheckBox(text, box);
        flag->setAccessibleName(text);
        rows->addWidget(flag);
        m_preferredFlags.append({.member = member, .box = flag});
        connect(flag, &QCheckBox::toggled, this, &StopEditor::check);
    };
    addFlag(&Preferences::mayLeaveAtDoor, tr("May be left at the door"));
    addFlag(&Preferences::isWhiteGlove, tr("Set up inside", "white glove: carried in, unpacked, the box taken away"));
    addFlag(&Preferences::isGated, tr("Behind a locked gate"));
    connect(m_method, &QComboBox::currentIndexChanged, this, &StopEditor::fitPreferences);
    addField(u"preferences"_s, box,
             {.of = [](const Stop &stop) { return QVariant::fromValue(stop.preferences); },
              .set = [](Stop &stop, const QVariant &value) { stop.preferences = value.value<Preferences>(); },
              .read = [this] { return QVariant::fromValue(preferences()); },
              .load = [this](const QVariant &value) { showPreferences(value.value<Preferences>()); },
              .check = {}});
}

Preferences StopEditor::preferences() const
{
    Preferences preferences;
    for (const auto &text : m_preferredTexts)
        preferences.*text.member = text.edit->text().trimmed();
    for (const auto &flag : m_preferredFlags)
        preferences.*flag.member = flag.box->isChecked();
    return preferences;
}

void StopEditor::showPreferences(const Preferences &preferences)
{
    for (const auto &text : std::as_const(m_preferredTexts))
        text.edit->setText(preferences.*text.member);
    for (const auto &flag : std::as_const(m_preferredFlags))
        flag.box->setChecked(preferences.*flag.member);
    fitPreferences();
}

// What the method takes, and what the customer has said besides.
void StopEditor::fitPreferences()
{
    const auto method = m_method->currentData().value<Stop::Method>();
    for (const auto &text : std::as_const(m_preferredTexts)) {
        const bool isShown = text.method == method || !text.edit->text().isEmpty();
        text.head->setVisible(isShown);
        text.edit->setVisible(isShown);
    }
    // A line gets its style when it is shown for the first time; what is above it remembers its height from before.
    const auto measure = [this] {
        for (auto *above = m_preferredTexts.first().edit->parentWidget(); above != nullptr && above != this;
             above = above->parentWidget()) {
            if (above->layout() != nullptr)
                above->layout()->invalidate();
            above->updateGeometry();
        }
    };
    QMetaObject::invokeMethod(this, measure, Qt::QueuedConnection);
}

} // namespace Doorstep
