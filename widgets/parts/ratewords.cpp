// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/ratewords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Doorstep {

QString RateWords::name(const RateRow &row)
{
    static const QHash<QString, const char *> names{
        {u"per_hour"_s, QT_TR_NOOP("An hour of work")},
        {u"per_km_van"_s, QT_TR_NOOP("A kilometre by van")},
        {u"per_km_bicycle"_s, QT_TR_NOOP("A kilometre by bicycle")},
        {u"fixed"_s, QT_TR_NOOP("A route, whatever it does")},
        {u"co2_g_per_km_van"_s, QT_TR_NOOP("CO₂ of a kilometre by van")},
    };
    const auto *name = names.value(QString(row.word));
    return name == nullptr ? QString(row.word) : tr(name);
}

QString RateWords::unit(const RateRow &row)
{
    return row.value == &Rates::gramsCo2PerKilometerVan ? tr(" g", "after a number of grams") : QString();
}

const RateRow *RateWords::rowNamed(const QString &word)
{
    const auto rows = rateRows();
    const auto row = std::ranges::find(rows, word, &RateRow::word);
    return row == rows.end() ? nullptr : &*row;
}

QString RateWords::money(double amount)
{
    constexpr double small = 20.0; // below which the hundredths count
    return QLocale().toString(amount, 'f', amount < small ? 2 : 0);
}

QString RateWords::co2(double grams)
{
    return tr("%1 kg", "a weight").arg(QLocale().toString(grams / 1000.0, 'f', 1));
}

} // namespace Doorstep
