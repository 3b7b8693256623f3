// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/closures/closuresheet.h"

#include "widgets/closures/areawords.h"
#include "widgets/parts/customerwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int longestName = 200;
constexpr int longestNote = 2'000;
constexpr qint64 usualHours = 4;

template <typename Enum>
void offer(QComboBox &box, const QString &text, Enum value)
{
    box.addItem(text, static_cast<int>(value));
}

QHBoxLayout *beside(QCheckBox *box, QDateTimeEdit *edit)
{
    auto *row = new QHBoxLayout;
    row->addWidget(box);
    row->addWidget(edit, 1);
    edit->setLayoutDirection(Qt::LeftToRight); // a time reads so everywhere
    edit->setDisplayFormat(u"ddd d MMM HH:mm"_s);
    edit->setCalendarPopup(true);
    QObject::connect(box, &QCheckBox::toggled, edit, &QWidget::setEnabled);
    return row;
}

} // namespace

ClosureSheet::ClosureSheet(QWidget *host)
    : FormSheet(host, tr("Closure"), tr("Close it", "an area"))
    , m_name(new QLineEdit)
    , m_cause(new QComboBox)
    , m_effect(new QComboBox)
    , m_slowness(new QDoubleSpinBox)
    , m_begins(new QCheckBox(tr("at")))
    , m_from(new QDateTimeEdit)
    , m_ends(new QCheckBox(tr("at")))
    , m_to(new QDateTimeEdit)
    , m_note(new QLineEdit)
{
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("What people call it: a street, a market, a flood"));
    m_note->setMaxLength(longestNote);
    for (const auto cause : {Closure::Cause::Closure, Closure::Cause::Weather, Closure::Cause::Event})
        offer(*m_cause, CustomerWords::of(cause), cause);
    offer(*m_effect, tr("Nobody drives through"), Closure::Effect::Closed);
    offer(*m_effect, tr("Driving is slow"), Closure::Effect::Slow);
    m_slowness->setRange(Closure::leastSlowness, Closure::mostSlowness);
    m_slowness->setSingleStep(0.5);
    m_slowness->setDecimals(1);
    m_slowness->setPrefix(tr("takes × ", "so many times as long"));
    addField(tr("Name"), m_name);
    addField(tr("Why"), m_cause);
    addField(tr("Effect"), m_effect);
    addField(tr("How slow"), m_slowness);
    m_begins->setAccessibleName(tr("Begins at a time; else it is so already"));
    m_ends->setAccessibleName(tr("Ends at a time; else when it is lifted"));
    m_from->setAccessibleName(tr("Begins"));
    m_to->setAccessibleName(tr("Ends"));
    addField(tr("Begins"), beside(m_begins, m_from));
    addField(tr("Ends"), beside(m_ends, m_to));
    addField(tr("Note"), m_note);
    m_hint = addHint();
    connect(m_name, &QLineEdit::textChanged, this, &ClosureSheet::check);
    connect(m_effect, &QComboBox::currentIndexChanged, this, &ClosureSheet::check);
    connect(m_begins, &QCheckBox::toggled, this, &ClosureSheet::check);
    connect(m_ends, &QCheckBox::toggled, this, &ClosureSheet::check);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &ClosureSheet::check);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &ClosureSheet::check);
}

void ClosureSheet::ask(const Closure &closure, const DepotTime &time, const QDateTime &now, int also)
{
    m_closure = closure;
    m_time = time;
    m_now = now;
    setSubject(also == 0 ? tr("%n corner(s)", nullptr, static_cast<int>(closure.area.cornerCount()))
                         : tr("and %n more of the file, with the same hours", nullptr, also));
    m_name->setText(closure.name);
    m_cause->setCurrentIndex(m_cause->findData(static_cast<int>(closure.cause)));
    m_effect->setCurrentIndex(m_effect->findData(static_cast<int>(closure.effect)));
    m_slowness->setValue(closure.slowness);
    const auto shown = [&time](const QDateTime &at) {
        const auto local = time.local(at);
        return QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()));
    };
    m_begins->setChecked(closure.from.isValid());
    m_from->setDateTime(shown(closure.from.isValid() ? closure.from : now));
    m_from->setEnabled(m_begins->isChecked());
    m_ends->setChecked(closure.to.isValid());
    m_to->setDateTime(shown(closure.to.isValid() ? closure.to : now.addSecs(usualHours * 3600)));
    m_to->setEnabled(m_ends->isChecked());
    m_note->setText(closure.note);
    m_hint->setText(time.isDeskTime(now) ? tr("Routes go around it at once, and arrivals count the way around.")
                                         : tr("Times of %1.").arg(time.zoneText(now)));
    check();
    open(m_name);
    m_name->selectAll();
}

Closure ClosureSheet::edited() const
{
    auto closure = m_closure;
    closure.name = m_name->text().simplified();
    closure.cause = static_cast<Closure::Cause>(m_cause->currentData().toInt());
    closure.effect = static_cast<Closure::Effect>(m_effect->currentData().toInt());
    closure.slowness = closure.effect == Closure::Effect::Slow ? m_slowness->value() : Closure().slowness;
    // Who changes nothing changes no second of it either.
    const auto taken = [this](const QCheckBox &box, const QDateTimeEdit &edit, const QDateTime &before) {
        if (!box.isChecked())
            return QDateTime();
        const auto at = m_time.at(edit.date(), edit.time());
        return before.isValid() && qAbs(before.secsTo(at)) < 60 ? before : at;
    };
    closure.from = taken(*m_begins, *m_from, m_closure.from);
    closure.to = taken(*m_ends, *m_to, m_closure.to);
    closure.note = m_note->text().trimmed();
    return closure;
}

void ClosureSheet::check()
{
    const auto closure = edited();
    setFieldVisible(m_slowness, closure.effect == Closure::Effect::Slow);
    if (closure.name.isEmpty())
        setProblem(tr("Give it a name."));
    else if (const auto fault = closure.area.fault(); fault != Area::Fault::None)
        setProblem(AreaWords::of(fault));
    else if (closure.to.isValid() && closure.to <= m_now)
        setProblem(tr("It is over already. Choose a later end."));
    else if (closure.from.isValid() && closure.to.isValid() && closure.to <= closure.from)
        setProblem(tr("It ends before it begins."));
    else
        setProblem({});
}

void ClosureSheet::accept()
{
    Q_EMIT drawRequested(edited());
}

} // namespace Doorstep

#include "moc_closuresheet.cpp"
