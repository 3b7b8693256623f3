// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/addresscure.h"
#include "models/domain/stop.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Doorstep {

/// What is decided besides the place: what was written, gate code and instructions, for which stops, and a note.
class ClinicFields : public QWidget
{
    Q_OBJECT
public:
    explicit ClinicFields(QWidget *parent = nullptr);

    /// Begins with \a stop; \a others open stops have the same address.
    void begin(const Stop &stop, int others);
    /// \a stop is so now: fields that nobody touched follow.
    void follow(const Stop &stop);
    /// Whether the place has an address that could be taken, and whether that is usual.
    void setUnderstood(bool canTake, bool isUsual);
    /// The note that is offered, until the person writes their own.
    void setNote(const QString &note);
    [[nodiscard]] bool keepsWritten() const;
    /// Puts what is said here into \a cure.
    void fill(AddressCure &cure) const;
    [[nodiscard]] bool isDirty() const;
    /// What is wrong; empty when nothing is.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void addLine(const QString &label, QWidget *field);

    Stop m_stop;
    QCheckBox *m_keep;
    QLineEdit *m_gateCode;
    QPlainTextEdit *m_instructions;
    QCheckBox *m_others;
    QCheckBox *m_remember;
    QCheckBox *m_tell;
    QLineEdit *m_note;
    bool m_isKeepTouched = false;
    bool m_isNoteTouched = false;
};

} // namespace Doorstep
