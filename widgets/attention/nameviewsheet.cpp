// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/nameviewsheet.h"

#include "models/lists/savedviews.h"

#include <QLabel>
#include <QLineEdit>

namespace Doorstep {

NameViewSheet::NameViewSheet(QWidget *host, const SavedViews &views)
    : FormSheet(host, tr("Name this view"), tr("Keep it", "a view of the queue"))
    , m_views(views)
    , m_name(new QLineEdit)
{
    m_name->setMaxLength(static_cast<int>(SavedViews::longestName));
    m_name->setAccessibleName(tr("Name", "of a view of the queue"));
    m_name->setPlaceholderText(tr("Mine late in the north", "an example of a name of a view"));
    addField(tr("Name", "of a view of the queue"), m_name);
    m_hint = addHint();
    m_hint->setTextFormat(Qt::PlainText);
    connect(m_name, &QLineEdit::textChanged, this, &NameViewSheet::check);
}

void NameViewSheet::ask(const QueueView &view, const QString &sentence)
{
    m_view = view;
    const auto known = m_views.indexOf(view);
    m_hasName = known >= 0;
    m_before = m_hasName ? m_views.all().at(known).name : QString();
    setSubject(sentence);
    m_name->setText(m_hasName ? m_before : SavedViews::nameFrom(sentence));
    m_name->selectAll();
    check();
    open(m_name);
}

void NameViewSheet::check()
{
    const auto name = SavedViews::nameFrom(m_name->text());
    const auto namesake = m_views.indexOf(name);
    const bool isAnothers = namesake >= 0 && m_views.all().at(namesake).name != m_before;
    const bool isFull = !m_hasName && namesake < 0 && m_views.all().size() >= SavedViews::most;
    m_hint->setText(isAnothers ? tr("Another view has this name. It will be replaced.")
                               : tr("It is in the queue's menu and in the command palette, and has a key."));
    QString problem;
    if (name.isEmpty())
        problem = tr("Give it a name.", "a view of the queue");
    else if (isFull)
        problem = tr("There is room for %n view(s). Remove one, or use its name.", nullptr,
                     static_cast<int>(SavedViews::most));
    setProblem(problem);
}

void NameViewSheet::accept()
{
    Q_EMIT nameGiven(SavedViews::nameFrom(m_name->text()), m_view);
}

} // namespace Doorstep

#include "moc_nameviewsheet.cpp"
