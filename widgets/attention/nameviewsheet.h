// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/formsheet.h"

class QLineEdit;

namespace Doorstep {

class SavedViews;
struct QueueView;

/// Asks what a view of the queue is called.
class NameViewSheet : public FormSheet
{
    Q_OBJECT
public:
    /// \a views are those that have names; must outlive the sheet.
    NameViewSheet(QWidget *host, const SavedViews &views);

    /// About \a view, which \a sentence describes.
    void ask(const QueueView &view, const QString &sentence);

Q_SIGNALS:
    void nameGiven(const QString &name);

protected:
    void accept() override;

private:
    void check();

    const SavedViews &m_views;
    QLineEdit *m_name;
    QLabel *m_hint;
    bool m_hasName = false;
    QString m_before;
};

} // namespace Doorstep
