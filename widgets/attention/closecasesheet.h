// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/concerns.h"
#include "widgets/shell/formsheet.h"

class QComboBox;

namespace Doorstep {

struct Exception;

/// Asks how a case was resolved before it is closed: what usually ends such a case, or one's own words. Both are kept
/// and shown in its history.
class CloseCaseSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit CloseCaseSheet(QWidget *host);

    /// How such a case usually ends.
    [[nodiscard]] static QStringList usualOf(Concern::Kind kind, const Exception *exception);

    /// About a case that usually ends in one of \a usual; \a subject is what a person calls it.
    void ask(const QStringList &usual, const QString &subject);

Q_SIGNALS:
    void closeRequested(const QString &resolution);

protected:
    void accept() override;

private:
    void check();

    QComboBox *m_resolution;
};

} // namespace Doorstep
