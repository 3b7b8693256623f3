// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/stop.h"
#include "widgets/conflicts/valuewords.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace Doorstep {

/// Corrects what is known about a stop. While it is open the stop may change elsewhere: a field that the person has not
/// touched follows, and one that they have shows both values until they choose. Only what was changed is asked for.
class StopEditor : public QWidget
{
    Q_OBJECT
public:
    /// \a fleet must outlive the editor.
    explicit StopEditor(const Fleet &fleet, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    /// Begins with \a stop as it is.
    void edit(const Stop &stop);
    /// \a stop is so now, by somebody else's doing or ours.
    void follow(const Stop &stop);
    [[nodiscard]] const StopId &stop() const noexcept { return m_now.id; }
    /// Names of those who edit the same stop.
    void setOthers(const QStringList &names);
    /// The person has clicked there on the map.
    void setPlace(const QGeoCoordinate &place);
    /// There will be no click.
    void giveUpPinning();
    [[nodiscard]] bool isDirty() const;
    /// Puts \a values, of Setback::Field::mine, into the fields: what was decided and not taken.
    void propose(const QHash<QString, QVariant> &values);

Q_SIGNALS:
    /// \a before is what the person has seen last, theirs beside their own where both differ; \a after differs in the
    /// fields that they changed.
    void saveRequested(const Doorstep::Stop &before, const Doorstep::Stop &after);
    /// Ask for a click on the map, or no longer.
    void pinRequested(bool wanted);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Field
    {
        QString name; ///< As Setback::Field::name.
        std::function<QVariant(const Stop &)> of;
        std::function<void(Stop &, const QVariant &)> set;
        std::function<QVariant()> read; ///< What the widgets say.
        std::function<void(const QVariant &)> load;
        std::function<QString()> check; ///< What is wrong; may be empty.
        QVariant base; ///< What the widgets were loaded with,
        QVariant shown; ///< and what they said then: a widget may be coarser than its value.
        QWidget *disputed = nullptr;
        QLabel *theirs = nullptr;
        QLabel *problem = nullptr;
    };

    void addTexts();
    void addPlace();
    void addWindow();
    void addHandover();
    void addPreferences();
    void addField(const QString &name, QWidget *widget, Field field);
    void addText(const QString &name, QLineEdit *edit, QString Stop::*member, std::function<QString()> check = {});
    void load(Field &field, const QVariant &value);
    void showField(Field &field);
    void check();
    void save();
    [[nodiscard]] static bool isTouched(const Field &field) { return field.read() != field.shown; }
    [[nodiscard]] TimeWindow window() const;
    void showWindow(const TimeWindow &window);
    [[nodiscard]] Preferences preferences() const;
    void showPreferences(const Preferences &preferences);
    void fitPreferences();

    ValueWords m_words;
    Stop m_now;
    std::vector<Field> m_fields;
    QGeoCoordinate m_place;
    bool m_isLoading = false;
    QLabel *m_title;
    QLabel *m_others;
    QFormLayout *m_form;
    QLineEdit *m_address = nullptr;
    QLabel *m_placeText = nullptr;
    QPushButton *m_pin = nullptr;
    QCheckBox *m_anyTime = nullptr;
    QDateEdit *m_day = nullptr;
    QTimeEdit *m_from = nullptr;
    QTimeEdit *m_to = nullptr;
    QLabel *m_zone = nullptr;
    QComboBox *m_method = nullptr;
    QSpinBox *m_minutes = nullptr;
    struct PreferredText
    {
        Stop::Method method = Stop::Method::InPerson;
        QString Preferences::*member = nullptr;
        QLabel *head = nullptr;
        QLineEdit *edit = nullptr;
    };
    struct PreferredFlag
    {
        bool Preferences::*member = nullptr;
        QCheckBox *box = nullptr;
    };
    QList<PreferredText> m_preferredTexts;
    QList<PreferredFlag> m_preferredFlags;
    QLineEdit *m_phone = nullptr;
    QPlainTextEdit *m_instructions = nullptr;
    QPushButton *m_save;
};

} // namespace Doorstep
