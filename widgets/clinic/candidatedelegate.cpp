// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/candidatedelegate.h"

#include "widgets/clinic/clinicwords.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/painting.h"
#include "widgets/parts/theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int badge = 20;
constexpr int side = 8;

QColor inkOfLikelihood(const Candidate &candidate, const Theme &theme)
{
    if (candidate.source != Candidate::Source::Found)
        return theme.muted;
    constexpr double sure = 0.9;
    constexpr double possible = 0.25;
    if (candidate.hit.score >= sure && candidate.hit.isDoor())
        return theme.ok;
    return candidate.hit.score >= possible ? theme.risk : theme.muted;
}

} // namespace

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {200, (3 * QFontMetrics(option.font).height()) + 15};
}

void CandidateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const auto candidate = index.data(CandidateListModel::CandidateRole).value<Candidate>();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.panelAlt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);

    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect round(option.rect.left() + side, option.rect.top() + 8, badge, badge);
    const auto ground = isChosen ? theme.accent : theme.muted;
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawEllipse(place(round));
    painter->setPen(inkOn(ground));
    painter->setFont(scaled(option.font, 0.92, QFont::Bold));
    painter->drawText(place(round), Qt::AlignCenter,
                      QLocale().toString(index.data(CandidateListModel::NumberRole).toInt()));

    QRect line = option.rect.adjusted(side + badge + 8, 7, -side, 0);
    line.setHeight(QFontMetrics(option.font).height());
    paintLine(*painter, place(line),
              {.left = ClinicWords::title(index), .right = {}, .leftColor = theme.text, .rightColor = theme.text},
              scaled(option.font, 1.0, QFont::DemiBold), option.font, option.direction);
    line.translate(0, line.height());
    const auto details = ClinicWords::detail(index);
    const auto cut = details.indexOf(u" · "_s);
    paintLine(*painter, place(line),
              {.left = details.left(cut),
               .right = ClinicWords::likelihood(index),
               .leftColor = theme.muted,
               .rightColor = inkOfLikelihood(candidate, theme)},
              option.font, scaled(option.font, 1.0, QFont::DemiBold), option.direction);
    line.translate(0, line.height());
    if (cut >= 0)
        paintLine(*painter, place(line),
                  {.left = details.mid(cut + 3), .right = {}, .leftColor = theme.muted, .rightColor = theme.muted},
                  option.font, option.font, option.direction);
    painter->restore();
}

} // namespace Doorstep

#include "moc_candidatedelegate.cpp"
