// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Handling's other half: what is told of what was done.
#include "app/handling.h"
#include "app/livestore.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/shell/resultspanel.h"
#include "widgets/shell/toasts.h"

namespace Doorstep {
namespace {

bool isRefused(const RowResult &row)
{
    using State = RowResult::State;
    return row.state == State::Refused || row.state == State::NotKept || row.state == State::Conflict
        || row.state == State::Rejected;
}

} // namespace

// What is told is what was kept, and never more: of many, how many.
void Handling::tellPerformed(const QString &text, bool canUndo)
{
    const auto said =
        m_desk && m_shownAction != 0 && text == m_shownText ? saidOf(text, m_desk->rowsOf(m_shownAction)) : text;
    const auto tone = said == text ? Toast::Tone::Done : Toast::Tone::Refused;
    if (!canUndo) {
        m_toasts->tell(tone, tr("%1. This cannot be undone.").arg(said));
        return;
    }
    m_toasts->tell(tone, said, tr("Undo"), [this] { undo(); });
}

QString Handling::saidOf(const QString &text, const QList<RowResult> &rows)
{
    const auto refused = std::ranges::count_if(rows, isRefused);
    return refused == 0 ? text
                        : tr("Only %1 of %2: %3", "how many, of all, what was done")
                              .arg(rows.size() - refused)
                              .arg(rows.size())
                              .arg(text);
}

void Handling::tellRefused(const QString &text, const Refusal &refusal)
{
    m_toasts->tell(Toast::Tone::Refused,
                   tr("Not done: %1. %2", "%1 is what, %2 a sentence that says why")
                       .arg(text, RefusalWords::of(QString(refusal.code), QString(refusal.field))));
}

void Handling::tellUndoRefused(const QString &text, const Refusal &refusal)
{
    const auto why = RefusalWords::of(QString(refusal.code), QString(refusal.field));
    const auto said = tr("Cannot be undone any more: %1. %2", "%1 is what, %2 a sentence that says why").arg(text, why);
    if (!m_turning) {
        m_toasts->tell(Toast::Tone::Refused, said);
        return;
    }
    m_toasts->tell(Toast::Tone::Refused, said,
                   m_turning->kind == Subject::Kind::Stop ? tr("Show the stop") : tr("Show it"),
                   [this, subject = *m_turning] { Q_EMIT showRequested(subject); });
}

void Handling::tellSetback(const Setback &setback)
{
    m_toasts->tell(Toast::Tone::Refused,
                   tr("Not done: %1. %2", "%1 is what, %2 a sentence that says why")
                       .arg(setback.text, RefusalWords::of(setback.code, setback.field)),
                   tr("Show"), [this] { Q_EMIT setbacksRequested(); });
}

void Handling::showResults(int action, const QList<RowResult> &rows)
{
    using Mark = ResultsPanel::Mark;
    const auto line = [this](const Subject &about, const RowResult &row) {
        ResultsPanel::Line shown{.about = about, .title = {}, .mark = Mark::Waiting, .words = {}};
        shown.title = about.kind == Subject::Kind::Stop ? nameOf(QList{StopId(about.id)}) : about.id;
        switch (row.state) {
        case RowResult::State::AlreadySo:
            shown.mark = Mark::Done;
            shown.words = tr("was so already");
            break;
        case RowResult::State::Saving:
            shown.words = tr("being saved");
            break;
        case RowResult::State::Waiting:
            shown.words = tr("saved here, waiting to be sent");
            break;
        case RowResult::State::Applied:
            shown.mark = Mark::Done;
            shown.words = tr("done");
            break;
        case RowResult::State::NotKept:
            shown.mark = Mark::Refused;
            shown.words = tr("Not done: it could not be saved on this machine.");
            break;
        case RowResult::State::Refused:
        case RowResult::State::Conflict:
        case RowResult::State::Rejected:
            shown.mark = Mark::Refused;
            shown.words = RefusalWords::of(row.code, row.field);
            break;
        }
        return shown;
    };
    QList<ResultsPanel::Line> lines;
    for (const auto &row : rows) {
        if (m_shownStops.isEmpty())
            lines.append(line(row.about, row));
        for (const auto &stop : std::as_const(m_shownStops))
            lines.append(line(Subject::of(stop), row));
    }
    m_results->show(action, saidOf(m_shownText, rows), lines);
}

} // namespace Doorstep
