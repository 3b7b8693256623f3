// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// The fields of the stop editor; how they follow and are saved is in stopeditor.cpp.
#include "widgets/orders/stopeditor.h"
#include "widgets/parts/flowlayout.h"
#include "widgets/parts/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

namespace {

constexpr int longestLine = 300;
constexpr qsizetype longestText = 2'000;
constexpr int longestMinutes = 24 * 60;
constexpr int fewestDigits = 5;

QString enteredOf(const Address &address)
{
    return address.text.isEmpty() ? address.line() : address.text;
}

} // namespace

void StopEditor::addText(const QString &name, QLineEdit *edit, QString Stop::*member, std::function<QString()> wrong)
{
    edit->setMaxLength(longestLine);
    connect(edit, &QLineEdit::textChanged, this, &StopEditor::check);
    addField(name, edit,
             {.of = [member](const Stop &stop) { return QVariant(stop.*member); },
              .set = [member](Stop &stop, const QVariant &value) { stop.*member = value.toString(); },
              .read = [edit] { return QVariant(edit->text().trimmed()); },
              .load = [edit](const QVariant &value) { edit->setText(value.toString()); },
              .check = std::move(wrong)});
}

void StopEditor::addTexts()
{
    m_address = new QLineEdit;
    m_address->setMaxLength(longestLine);
    connect(m_address, &QLineEdit::textChanged, this, &StopEditor::check);
    addField(
        u"address"_s, m_address,
        {.of = [](const Stop &stop) { return QVariant::fromValue(stop.address); },
         .set = [](Stop &stop, const QVariant &value) { stop.address = value.value<Address>(); },
         .read = [this] { return QVariant::fromValue(Address{.text = m_address->text().trimmed()}); },
         .load = [this](const QVariant &value) { m_address->setText(enteredOf(value.value<Address>())); },
         .check =
             [this] { return m_address->text().trimmed().isEmpty() ? tr("A driver needs an address.") : QString(); }});
    addPlace();
    addWindow();
    addHandover();
    addPreferences();
    addText(u"customer"_s, new QLineEdit, &Stop::customer);
    m_phone = new QLineEdit;
    addText(u"phone"_s, m_phone, &Stop::phone, [this] {
        static const QRegularExpression allowed(uR"(^\+?[0-9 ()./-]*$)"_s);
        const auto text = m_phone->text().trimmed();
        if (!allowed.match(text).hasMatch())
            return tr("Digits, with a + in front for another country.");
        return text.isEmpty() || text.count(QRegularExpression(u"[0-9]"_s)) >= fewestDigits ? QString()
                                                                                            : tr("That is too short.");
    });
    m_instructions = new QPlainTextEdit;
    m_instructions->setTabChangesFocus(true);
    m_instructions->setFixedHeight((3 * fontMetrics().height()) + 14);
    connect(m_instructions, &QPlainTextEdit::textChanged, this, &StopEditor::check);
    addField(u"instructions"_s, m_instructions,
             {.of = [](const Stop &stop) { return QVariant(stop.instructions); },
              .set = [](Stop &stop, const QVariant &value) { stop.instructions = value.toString(); },
              .read = [this] { return QVariant(m_instructions->toPlainText().trimmed()); },
              .load = [this](const QVariant &value) { m_instructions->setPlainText(value.toString()); },
              .check =
                  [this] {
                      const auto over = m_instructions->toPlainText().trimmed().size() - longestText;
                      return over > 0 ? tr("%n character(s) too long", nullptr, static_cast<int>(over)) : QString();
                  }});
    addText(u"gate_code"_s, new QLineEdit, &Stop::gateCode);
}

void StopEditor::addPlace()
{
    auto *box = new QWidget;
    auto *row = new FlowLayout(box); // a narrow pane cuts nothing off
    m_placeText = new QLabel(box);
    m_placeText->setTextFormat(Qt::PlainText);
    m_pin = new QPushButton(tr("Pin on the map"), box);
    m_pin->setAccessibleName(tr("Choose the place by a click on the map"));
    m_pin->setCheckable(true);
    row->addWidget(m_placeText);
    row->addWidget(m_pin);
    connect(m_pin, &QPushButton::toggled, this, [this](bool on) {
        m_pin->setText(on ? tr("Click on the map…") : tr("Pin on the map"));
        Q_EMIT pinRequested(on);
    });
    addField(u"where"_s, box,
             {.of = [](const Stop &stop) { return QVariant::fromValue(stop.where); },
              .set =
                  [](Stop &stop, const QVariant &value) {
                      stop.where = value.value<QGeoCoordinate>();
                      stop.whereScore = 1.0; // a person says so
                      if (!isEntranceOf(stop.where, stop.entrance))
                          stop.entrance = {}; // it was that of another place
                  },
              .read = [this] { return QVariant::fromValue(m_place); },
              .load =
                  [this](const QVariant &value) {
                      m_place = value.value<QGeoCoordinate>();
                      m_placeText->setText(m_words.value(value));
                  },
              .check = {}});
}

void StopEditor::setPlace(const QGeoCoordinate &place)
{
    m_place = place;
    m_placeText->setText(m_words.value(QVariant::fromValue(place)));
    m_pin->setChecked(false);
    check();
}

void StopEditor::giveUpPinning()
{
    m_pin->setChecked(false);
}

void StopEditor::addWindow()
{
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    m_anyTime = new QCheckBox(tr("At any time"), box);
    auto *line = new QWidget(box);
    auto *flow = new FlowLayout(line);
    m_day = new QDateEdit(box);
    m_day->setDisplayFormat(u"ddd d MMM"_s);
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("Day of the window"));
    m_from = new QTimeEdit(box);
    m_from->setAccessibleName(tr("Begin of the window"));
    m_to = new QTimeEdit(box);
    m_to->setAccessibleName(tr("End of the window"));
    for (auto *edit : {m_from, m_to}) {
        edit->setLayoutDirection(Qt::LeftToRight); // a time reads so everywhere; Qt would turn it round
        edit->setDisplayFormat(u"HH:mm"_s);
    }
    auto *times = new QWidget(line);
    auto *fromTo = new QHBoxLayout(times);
    fromTo->setContentsMargins(0, 0, 0, 0);
    auto *dash = new QLabel(u"–"_s, times);
    dash->setTextFormat(Qt::PlainText);
    fromTo->addWidget(m_from);
    fromTo->addWidget(dash);
    fromTo->addWidget(m_to);
    flow->addWidget(m_day);
    flow->addWidget(times);
    m_zone = new QLabel(box);
    m_zone->setTextFormat(Qt::PlainText);
    m_zone->setWordWrap(true);
    m_zone->setForegroundRole(QPalette::PlaceholderText);
    rows->addWidget(m_anyTime);
    rows->addWidget(line);
    rows->addWidget(m_zone);
    connect(m_anyTime, &QCheckBox::toggled, this, [this](bool on) {
        for (QWidget *edit :
             {static_cast<QWidget *>(m_day), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to)})
            edit->setEnabled(!on);
        check();
    });
    connect(m_day, &QDateEdit::dateChanged, this, &StopEditor::check);
    connect(m_from, &QTimeEdit::timeChanged, this, &StopEditor::check);
    connect(m_to, &QTimeEdit::timeChanged, this, &StopEditor::check);
    addField(u"window"_s, box,
             {.of = [](const Stop &stop) { return QVariant::fromValue(stop.window); },
              .set = [](Stop &stop, const QVariant &value) { stop.window = value.value<TimeWindow>(); },
              .read = [this] { return QVariant::fromValue(window()); },
              .load = [this](const QVariant &value) { showWindow(value.value<TimeWindow>()); },
              .check =
                  [this] {
                      const auto chosen = window();
                      if (m_anyTime->isChecked())
                          return QString();
                      if (!chosen.from.isValid() || !chosen.to.isValid())
                          return tr("The clock skips this hour that day: summer time begins.");
                      return chosen.to > chosen.from ? QString() : tr("It must end after it begins.");
                  }});
}

TimeWindow StopEditor::window() const
{
    if (m_anyTime->isChecked())
        return {};
    const auto &time = m_words.depotTime();
    return {.from = time.at(m_day->date(), m_from->time()), .to = time.at(m_day->date(), m_to->time())};
}

void StopEditor::showWindow(const TimeWindow &window)
{
    const auto &time = m_words.depotTime();
    m_anyTime->setChecked(window.isOpen());
    auto first = QDateTime::currentDateTimeUtc();
    for (const auto &known : {m_now.scheduledArrival, window.to, window.from})
        first = known.isValid() ? known : first;
    const auto last = window.to.isValid() ? window.to : first.addDuration(1h);
    m_day->setDate(time.local(first).date());
    m_from->setTime(time.local(first).time());
    m_to->setTime(time.local(last).time());
    m_zone->setText(tr("Time of the depot: %1").arg(time.zoneText(first)));
    m_zone->setVisible(!time.isDeskTime(first));
}

void StopEditor::addHandover()
{
    m_method = new QComboBox;
    for (const auto method : {Stop::Method::InPerson, Stop::Method::SafePlace, Stop::Method::Neighbour,
                              Stop::Method::FrontDesk, Stop::Method::Locker, Stop::Method::LeaveAtDoor,
                              Stop::Method::Garage, Stop::Method::RoomOfChoice, Stop::Method::WhiteGlove})
        m_method->addItem(Words::of(method), QVariant::fromValue(method));
    connect(m_method, &QComboBox::currentIndexChanged, this, &StopEditor::check);
    addField(u"method"_s, m_method,
             {.of = [](const Stop &stop) { return QVariant::fromValue(stop.method); },
              .set = [](Stop &stop, const QVariant &value) { stop.method = value.value<Stop::Method>(); },
              .read = [this] { return m_method->currentData(); },
              .load = [this](const QVariant &value) { m_method->setCurrentIndex(m_method->findData(value)); },
              .check = {}});
    m_minutes = new QSpinBox;
    m_minutes->setRange(0, longestMinutes);
    m_minutes->setSuffix(tr(" min"));
    connect(m_minutes, &QSpinBox::valueChanged, this, &StopEditor::check);
    addField(
        u"service_s"_s, m_minutes,
        {.of = [](const Stop &stop) { return QVariant::fromValue(stop.serviceTime); },
         .set = [](Stop &stop, const QVariant &value) { stop.serviceTime = value.value<std::chrono::seconds>(); },
         .read = [this] { return QVariant::fromValue(std::chrono::seconds(std::chrono::minutes(m_minutes->value()))); },
         .load =
             [this](const QVariant &value) {
                 m_minutes->setValue(static_cast<int>(
                     std::chrono::round<std::chrono::minutes>(value.value<std::chrono::seconds>()).count()));
             },
         .check = {}});
}

} // namespace Doorstep
