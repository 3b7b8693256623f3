// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/notespage.h"

#include "models/domain/clock.h"
#include "models/lists/notelistmodel.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/plainlabel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr qsizetype longestNote = 2'000;

} // namespace

NotesPage::NotesPage(NoteListModel &notes, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_notes(notes)
    , m_clock(clock)
    , m_rows(new QVBoxLayout)
    , m_empty(plainLabel(tr("No notes. What you write here your colleagues see, too."), this))
    , m_text(new QPlainTextEdit(this))
    , m_problem(plainLabel({}, this))
    , m_add(new QPushButton(tr("Add note"), this))
{
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setSpacing(8);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 2, 6, 2);
    column->addWidget(m_empty);
    column->addLayout(m_rows);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Notes"));
    scroll->setProperty("clear", true);
    scroll->setWidget(content);

    m_text->setAccessibleName(tr("A new note"));
    m_text->setPlaceholderText(tr("Write a note…"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight((3 * fontMetrics().height()) + 14);
    m_text->installEventFilter(this);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->hide();
    m_add->setAccessibleName(m_add->text());
    m_add->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_problem, 1);
    foot->addStretch(0);
    foot->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->setSpacing(6);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_text);
    layout->addLayout(foot);

    connect(m_text, &QPlainTextEdit::textChanged, this, &NotesPage::check);
    connect(m_add, &QPushButton::clicked, this, &NotesPage::add);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&notes, signal, this, &NotesPage::rebuild);
    connect(&notes, &QAbstractItemModel::dataChanged, this, &NotesPage::rebuild);
    connect(&notes, &QAbstractItemModel::modelReset, this, &NotesPage::rebuild);
    check();
    rebuild();
}

void NotesPage::setDepotTime(const DepotTime &time)
{
    m_time = time;
    rebuild();
}

void NotesPage::setPerson(const UserId &person)
{
    m_person = person;
    rebuild();
}

void NotesPage::setAbout(const Subject &about)
{
    if (about == m_about)
        return;
    if (const auto draft = m_text->toPlainText(); draft.trimmed().isEmpty())
        m_drafts.remove(m_about);
    else
        m_drafts.insert(m_about, draft);
    m_about = about;
    m_text->setPlainText(m_drafts.value(about));
    m_text->setEnabled(!about.id.isEmpty());
    m_notes.setAbout(about);
}

void NotesPage::write()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void NotesPage::giveBack(const Subject &about, const QString &text)
{
    if (about == m_about)
        m_text->setPlainText(text);
    else
        m_drafts.insert(about, text);
}

bool NotesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() & Qt::ControlModifier) {
            add();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPage::check()
{
    const auto length = m_text->toPlainText().trimmed().size();
    const auto over = length - longestNote;
    m_problem->setText(over > 0 ? tr("%n character(s) too long", nullptr, static_cast<int>(over)) : QString());
    m_problem->setVisible(over > 0);
    m_add->setEnabled(length > 0 && over <= 0 && !m_about.id.isEmpty());
}

void NotesPage::add()
{
    if (!m_add->isEnabled())
        return;
    const auto text = m_text->toPlainText().trimmed();
    m_text->clear();
    Q_EMIT noteRequested(m_about, text);
}

QWidget *NotesPage::row(int row)
{
    const auto index = m_notes.index(row);
    const auto author = index.data(NoteListModel::AuthorNameRole).toString();
    const auto at = index.data(NoteListModel::AtRole).toDateTime();
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    auto *head =
        plainLabel(tr("%1 · %2", "who, when")
                       .arg(author.isEmpty() ? tr("somebody") : author,
                            m_time.local(at).date() == m_time.local(m_clock.now()).date() ? m_time.clock(at)
                                                                                          : m_time.weekdayClock(at)),
                   box);
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setFont(scaled(font(), 0.92));
    if (!m_time.isDeskTime(at))
        head->setToolTip(m_time.zoneText(at).toHtmlEscaped());
    auto *text = plainLabel(index.data().toString(), box);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(head, 0, 0);
    grid->addWidget(text, 1, 0, 1, 2);
    const NoteId note(index.data(NoteListModel::IdRole).toString());
    if (m_person.isValid() && index.data(NoteListModel::AuthorIdRole).toString() == m_person.toString()) {
        auto *remove = new QToolButton(box);
        remove->setIcon(icon(u"close"_s));
        remove->setIconSize({12, 12});
        remove->setAccessibleName(tr("Remove the note"));
        remove->setToolTip(remove->accessibleName());
        // Queued: the row is deleted by what its click sets off.
        connect(
            remove, &QToolButton::clicked, this, [this, note] { Q_EMIT removeRequested(note); }, Qt::QueuedConnection);
        grid->addWidget(remove, 0, 1);
    }
    return box;
}

void NotesPage::rebuild()
{
    while (auto *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < m_notes.rowCount(); ++i)
        m_rows->addWidget(row(i));
    m_empty->setVisible(m_notes.rowCount() == 0);
}

} // namespace Doorstep

#include "moc_notespage.cpp"
