// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/sheet.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace Doorstep {

/// A sheet that asks a few things before something is done: a title, what it is about, fields, what is wrong with them
/// beside them, and the one blue button. Enter does it when nothing is wrong, Escape leaves everything as it is.
class FormSheet : public Sheet
{
    Q_OBJECT
public:
    /// \a action is what the button says: "Call off".
    FormSheet(QWidget *host, const QString &title, const QString &action);

    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }

protected:
    /// What it is about, in the words of others: shown as plain text.
    void setSubject(const QString &text);
    void setAction(const QString &text);
    void addField(const QString &label, QWidget *field);
    void addField(const QString &label, QLayout *fields);
    /// Over the whole width: what has its own words.
    void addWide(QLayout *fields);
    void setFieldVisible(QWidget *field, bool visible);
    /// A quiet line below the last field.
    [[nodiscard]] QLabel *addHint();
    /// What is wrong; empty when nothing is. The button works only then.
    void setProblem(const QString &problem);
    /// Does what the form is for. Called only without a problem; the sheet is dismissed already.
    virtual void accept() = 0;

    [[nodiscard]] QRect cardGeometry(QSize area) const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tryAccept();

    QLabel *m_subject;
    QFormLayout *m_fields;
    QLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace Doorstep
