// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/alertrules.h"
#include "widgets/shell/formsheet.h"

class QCheckBox;
class QLabel;
class QTimeEdit;

namespace Doorstep {

/// Asks how a person wants to hear of new cases: shown and heard by severity, and when not.
class AlertSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit AlertSheet(QWidget *host);

    void ask(const AlertRules &rules);

Q_SIGNALS:
    void rulesChosen(const Doorstep::AlertRules &rules);

protected:
    void accept() override;

private:
    struct Choice
    {
        QCheckBox *isShown;
        QCheckBox *isHeard;
    };
    void addSeverity(const QString &name, Choice &choice);
    [[nodiscard]] AlertRules chosen() const;
    void check();

    std::array<Choice, 3> m_ways{};
    QCheckBox *m_hasQuietHours;
    QTimeEdit *m_quietFrom;
    QTimeEdit *m_quietTo;
    QCheckBox *m_isHighAlwaysTold;
    QLabel *m_hint = nullptr;
};

} // namespace Doorstep
