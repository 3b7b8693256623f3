// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/queueview.h"
#include "widgets/shell/formsheet.h"

class QLineEdit;

namespace Doorstep {

class SavedViews;

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
    /// To the \a view that ask() was about, whatever is shown by now.
    void nameGiven(const QString &name, const Doorstep::QueueView &view);

protected:
    void accept() override;

private:
    void check();

    const SavedViews &m_views;
    QLineEdit *m_name;
    QLabel *m_hint;
    QueueView m_view;
    bool m_hasName = false;
    QString m_before;
};

} // namespace Doorstep
