// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/palettemodel.h"

#include "widgets/shell/actionlist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int mostHits = 12;

/// Lower case without accents, so that "nunez" finds "Núñez".
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toCaseFolded())
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    return plain;
}

/// How well \a text answers \a words: the number of words that start a word of it; nothing when one is not in it at
/// all.
int score(const QString &text, const QStringList &words)
{
    int points = 0;
    for (const auto &word : words) {
        const auto at = text.indexOf(word);
        if (at < 0)
            return -1;
        const bool startsAWord = at > 0 && text.at(at - 1).isSpace();
        points += at == 0 ? 3 : 1 + int{startsAWord};
    }
    return points;
}

} // namespace

PaletteModel::PaletteModel(const ActionList &actions, SearchFunction search, QObject *parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
    , m_search(std::move(search))
{
}

void PaletteModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    m_rows.clear();
    const auto trimmed = query.trimmed();
    const bool onlyActions = trimmed.startsWith(u'>');
    const auto hits = trimmed.isEmpty() || onlyActions || !m_search ? QList<SearchHit>() : m_search(trimmed, mostHits);
    appendHits(hits, false);
    appendActions(onlyActions ? trimmed.sliced(1) : trimmed);
    appendHits(hits, true);
    endResetModel();
}

void PaletteModel::appendHits(const QList<SearchHit> &hits, bool guesses)
{
    m_rows.reserve(m_rows.size() + static_cast<std::size_t>(hits.size()));
    for (const auto &hit : hits) {
        if (hit.isGuess == guesses)
            m_rows.push_back({.hit = hit, .action = nullptr});
    }
}

void PaletteModel::appendActions(const QString &text)
{
    const auto words = folded(text).split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, QAction *>> found;
    for (auto *action : m_actions.actions()) {
        if (const int points = score(folded(plainText(*action)), words); points >= 0 && action->isVisible())
            found.emplace_back(points, action);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &std::pair<int, QAction *>::first);
    m_rows.reserve(m_rows.size() + found.size());
    for (const auto &[points, action] : found)
        m_rows.push_back({.hit = {}, .action = action});
}

QAction *PaletteModel::action(int row) const
{
    return m_rows.at(static_cast<size_t>(row)).action;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(static_cast<size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return row.action ? plainText(*row.action) : row.hit.title;
    case DetailRole:
        return row.action ? QString() : row.hit.detail;
    case KeyRole:
        return row.action ? row.action->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' ') : QString();
    case IconNameRole:
        return row.action ? QString() : row.hit.iconName;
    case IsActionRole:
        return row.action != nullptr;
    case Qt::AccessibleTextRole: {
        const auto detail = data(index, row.action ? int{KeyRole} : int{DetailRole}).toString();
        const auto title = data(index, Qt::DisplayRole).toString();
        return detail.isEmpty() ? title : u"%1, %2"_s.arg(title, detail);
    }
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const auto *chosen = action(index.row());
    return !chosen || chosen->isEnabled() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace Doorstep

#include "moc_palettemodel.cpp"
