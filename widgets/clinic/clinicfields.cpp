// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/clinicfields.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Doorstep {
namespace {

constexpr int longestGateCode = 200; // what a site can remember
constexpr qsizetype longestInstructions = 2'000;
constexpr int longestNote = 2'000;

} // namespace

ClinicFields::ClinicFields(QWidget *parent)
    : QWidget(parent)
    , m_keep(new QCheckBox(tr("Keep street and number as written"), this))
    , m_gateCode(new QLineEdit(this))
    , m_instructions(new QPlainTextEdit(this))
    , m_others(new QCheckBox(this))
    , m_remember(new QCheckBox(tr("Remember it for later orders"), this))
    , m_tell(new QCheckBox(tr("Leave a note for the driver"), this))
    , m_note(new QLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 4);
    layout->setSpacing(5);
    layout->addWidget(m_keep);
    m_gateCode->setMaxLength(longestGateCode);
    addLine(tr("Gate code"), m_gateCode);
    m_instructions->setTabChangesFocus(true);
    m_instructions->setFixedHeight((2 * fontMetrics().height()) + 14);
    addLine(tr("Instructions"), m_instructions);
    m_remember->setToolTip(tr("The next order that is written with this address gets this place at once, with its gate "
                              "code and instructions."));
    m_note->setMaxLength(longestNote);
    m_note->setAccessibleName(tr("The note"));
    m_others->setToolTip(tr("Open stops whose address is written in the same way. Each keeps its own flat."));
    for (auto *box : {m_others, m_remember, m_tell})
        layout->addWidget(box);
    for (auto *box : {m_keep, m_others, m_remember, m_tell})
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a narrow pane cuts none of the candidates off
    layout->addWidget(m_note);
    connect(m_keep, &QCheckBox::clicked, this, [this] {
        m_isKeepTouched = true;
        Q_EMIT changed();
    });
    connect(m_tell, &QCheckBox::toggled, this, [this](bool on) {
        m_note->setVisible(on);
        Q_EMIT changed();
    });
    connect(m_note, &QLineEdit::textEdited, this, [this] {
        m_isNoteTouched = true;
        Q_EMIT changed();
    });
    connect(m_gateCode, &QLineEdit::textChanged, this, &ClinicFields::changed);
    connect(m_instructions, &QPlainTextEdit::textChanged, this, &ClinicFields::changed);
    connect(m_others, &QCheckBox::toggled, this, &ClinicFields::changed);
    connect(m_remember, &QCheckBox::toggled, this, &ClinicFields::changed);
}

void ClinicFields::addLine(const QString &label, QWidget *field)
{
    auto *head = new QLabel(label, this);
    head->setTextFormat(Qt::PlainText);
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setBuddy(field);
    field->setAccessibleName(label);
    layout()->addWidget(head);
    layout()->addWidget(field);
}

void ClinicFields::begin(const Stop &stop, int others)
{
    m_stop = stop;
    m_isKeepTouched = m_isNoteTouched = false;
    m_gateCode->setText(stop.gateCode);
    m_instructions->setPlainText(stop.instructions);
    m_others->setText(tr("Also for %n other stop(s) here", nullptr, others));
    m_others->setVisible(others > 0);
    m_others->setChecked(others > 0);
    m_remember->setChecked(true);
    m_tell->setChecked(false);
    m_note->setVisible(false);
    m_note->clear();
    setUnderstood(false, false);
}

void ClinicFields::follow(const Stop &stop)
{
    if (m_gateCode->text() == m_stop.gateCode && stop.gateCode != m_stop.gateCode)
        m_gateCode->setText(stop.gateCode);
    if (m_instructions->toPlainText() == m_stop.instructions && stop.instructions != m_stop.instructions)
        m_instructions->setPlainText(stop.instructions);
    m_stop = stop;
}

void ClinicFields::setUnderstood(bool canTake, bool isUsual)
{
    m_keep->setVisible(canTake);
    if (!canTake)
        m_keep->setChecked(true);
    else if (!m_isKeepTouched)
        m_keep->setChecked(!isUsual);
}

void ClinicFields::setNote(const QString &note)
{
    if (!m_isNoteTouched)
        m_note->setText(note);
}

bool ClinicFields::keepsWritten() const
{
    return m_keep->isChecked();
}

void ClinicFields::fill(AddressCure &cure) const
{
    if (const auto gateCode = m_gateCode->text().trimmed(); gateCode != m_stop.gateCode)
        cure.gateCode = gateCode;
    if (const auto instructions = m_instructions->toPlainText().trimmed(); instructions != m_stop.instructions)
        cure.instructions = instructions;
    cure.alsoOthers = m_others->isVisibleTo(this) && m_others->isChecked();
    cure.remembers = m_remember->isChecked();
    cure.note = m_tell->isChecked() ? m_note->text().trimmed() : QString();
}

bool ClinicFields::isDirty() const
{
    AddressCure cure;
    fill(cure);
    return cure.gateCode || cure.instructions || m_isKeepTouched || m_isNoteTouched;
}

QString ClinicFields::problem() const
{
    const auto over = m_instructions->toPlainText().trimmed().size() - longestInstructions;
    return over > 0 ? tr("The instructions are %n character(s) too long.", nullptr, static_cast<int>(over)) : QString();
}

} // namespace Doorstep

#include "moc_clinicfields.cpp"
