// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/searching.h"

#include "models/domain/trackingnumber.h"
#include "models/lists/searchmodel.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr double leastOfWhatWasTyped = 0.65; ///< A part of a word counts more than this, a slip less.

struct Look
{
    QString kind;
    QString iconName;
};

Look lookOf(SearchModel::Kind kind)
{
    switch (kind) {
    case SearchModel::Kind::Driver:
        return {.kind = u"driver"_s, .iconName = u"user"_s};
    case SearchModel::Kind::Stop:
        return {.kind = u"stop"_s, .iconName = u"pin"_s};
    case SearchModel::Kind::Route:
        return {.kind = u"route"_s, .iconName = u"van"_s};
    }
    std::unreachable();
}

} // namespace

QList<SearchHit> found(SearchModel &model, const QString &query, int limit)
{
    model.setQuery(query);
    QList<SearchHit> hits;
    for (int row = 0; row < std::min(limit, model.rowCount()); ++row) {
        const auto index = model.index(row);
        const auto look = lookOf(index.data(SearchModel::KindRole).value<SearchModel::Kind>());
        auto detail = index.data(SearchModel::DetailRole).toString();
        if (const auto number = index.data(SearchModel::TrackingNumberRole).toString(); !number.isEmpty())
            detail =
                detail.isEmpty() ? groupedTrackingNumber(number) : detail + u" · "_s + groupedTrackingNumber(number);
        hits.append({.kind = look.kind,
                     .id = index.data(SearchModel::IdRole).toString(),
                     .title = index.data(SearchModel::TitleRole).toString(),
                     .detail = detail,
                     .iconName = look.iconName,
                     .isGuess = index.data(SearchModel::ScoreRole).toDouble() < leastOfWhatWasTyped});
    }
    return hits;
}

} // namespace Doorstep
