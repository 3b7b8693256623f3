// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/savedviews.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

/// More is nothing that we wrote.
constexpr qsizetype mostBytes = 64'000;

// They are kept: renaming an enumerator must not change them.
constexpr std::array filterWords{
    std::pair{QueueView::Filter::Open, "open"_L1},           std::pair{QueueView::Filter::Mine, "mine"_L1},
    std::pair{QueueView::Filter::Followed, "followed"_L1},   std::pair{QueueView::Filter::Unassigned, "unassigned"_L1},
    std::pair{QueueView::Filter::Escalated, "escalated"_L1}, std::pair{QueueView::Filter::Snoozed, "snoozed"_L1},
    std::pair{QueueView::Filter::Closed, "closed"_L1},
};
using FilterWord = decltype(filterWords)::value_type;

QJsonObject toJson(const SavedView &saved)
{
    return {{"name"_L1, saved.name},
            {"filter"_L1, std::ranges::find(filterWords, saved.view.filter, &FilterWord::first)->second},
            {"kind"_L1, saved.view.kind},
            {"driver"_L1, saved.view.driver.toString()},
            {"depot"_L1, saved.view.depot.toString()}};
}

// A view of which a part is not understood would show something else under its name.
std::optional<QueueView> viewFrom(const QJsonObject &json)
{
    const auto filter = std::ranges::find(filterWords, json["filter"_L1].toString(), &FilterWord::second);
    if (filter == filterWords.end())
        return std::nullopt;
    QueueView view{.filter = filter->first};
    for (const auto key : {"kind"_L1, "driver"_L1, "depot"_L1}) {
        const auto value = json[key].toString();
        const DriverId id(value); // what ids may consist of holds for the words of kinds too
        if (!json[key].isString() || (!value.isEmpty() && !id.isValid()))
            return std::nullopt;
    }
    view.kind = json["kind"_L1].toString();
    view.driver = DriverId(json["driver"_L1].toString());
    view.depot = DepotId(json["depot"_L1].toString());
    return view;
}

} // namespace

qsizetype SavedViews::indexOf(const QueueView &view) const
{
    const auto found = std::ranges::find(m_views, view, &SavedView::view);
    return found == m_views.end() ? -1 : found - m_views.begin();
}

qsizetype SavedViews::indexOf(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_views, [&](const SavedView &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_views.end() ? -1 : found - m_views.begin();
}

QString SavedViews::nameFrom(const QString &text)
{
    auto name = text;
    name.removeIf([](QChar c) {
        return c.category() == QChar::Other_Format || c.category() == QChar::Other_PrivateUse
            || (c.category() == QChar::Other_Control && !c.isSpace());
    });
    return name.simplified().left(longestName).trimmed();
}

bool SavedViews::place(const QString &text, const QueueView &view)
{
    const auto name = nameFrom(text);
    if (name.isEmpty() || view == QueueView())
        return false;
    const auto namesake = indexOf(name);
    const auto same = indexOf(view);
    if (same >= 0) {
        m_views[same].name = name;
        if (namesake >= 0 && namesake != same)
            m_views.remove(namesake);
    } else if (namesake >= 0) {
        m_views[namesake] = {.name = name, .view = view};
    } else if (m_views.size() < most) {
        m_views.append({.name = name, .view = view});
    } else {
        return false;
    }
    return true;
}

bool SavedViews::put(const QString &name, const QueueView &view)
{
    const auto before = m_views;
    const bool isPut = place(name, view);
    if (m_views != before)
        Q_EMIT changed();
    return isPut;
}

void SavedViews::remove(const QueueView &view)
{
    if (const auto index = indexOf(view); index >= 0) {
        m_views.remove(index);
        Q_EMIT changed();
    }
}

QByteArray SavedViews::toJson() const
{
    QJsonArray views;
    for (const auto &one : m_views)
        views.append(Doorstep::toJson(one));
    return QJsonDocument(views).toJson(QJsonDocument::Compact);
}

void SavedViews::restore(const QByteArray &json)
{
    const auto before = std::exchange(m_views, {});
    const auto views = json.size() > mostBytes ? QJsonArray() : QJsonDocument::fromJson(json).array();
    for (const auto &one : views) {
        const auto object = one.toObject();
        const auto view = viewFrom(object);
        const bool isNew = view && indexOf(*view) < 0 && indexOf(nameFrom(object["name"_L1].toString())) < 0;
        if (isNew)
            place(object["name"_L1].toString(), *view);
    }
    if (m_views != before)
        Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_savedviews.cpp"
