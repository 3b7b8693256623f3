// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/places/writtenaddress.h"

#include "backend/region/sqlite.h"

#include <QStringList>

namespace Doorstep::Test {

using namespace Qt::StringLiterals;

namespace {

/// std::uniform_int_distribution may differ between libraries; the same seed shall mean the same addresses everywhere.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }
    qsizetype below(qsizetype bound) { return static_cast<qsizetype>(m_engine() % static_cast<quint64>(bound)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::mt19937_64 m_engine;
};

QString withoutAccents(const QString &text)
{
    QString plain;
    for (const auto letter : text.normalized(QString::NormalizationForm_D)) {
        if (!letter.isMark())
            plain += letter;
    }
    return plain;
}

QChar neighbourKey(QChar letter, Dice &dice)
{
    constexpr std::u16string_view rows[]{u"qwertyuiop", u"asdfghjkl", u"zxcvbnm"};
    for (const auto row : rows) {
        const auto at = row.find(letter.toLower().unicode());
        if (at == std::u16string_view::npos)
            continue;
        const bool right = at == 0 || (at + 1 < row.size() && dice.chance(50));
        return {row[right ? at + 1 : at - 1]};
    }
    return letter == u'n' ? u'm' : u'n';
}

QString mishear(const QString &word, Dice &dice)
{
    constexpr std::pair<QLatin1StringView, QLatin1StringView> sounds[]{
        {"v"_L1, "b"_L1},  {"b"_L1, "v"_L1}, {"z"_L1, "s"_L1}, {"c"_L1, "s"_L1},  {"s"_L1, "z"_L1},  {"h"_L1, ""_L1},
        {"ll"_L1, "y"_L1}, {"y"_L1, "i"_L1}, {"g"_L1, "j"_L1}, {"qu"_L1, "k"_L1}, {"rr"_L1, "r"_L1}, {"x"_L1, "s"_L1}};
    const auto first = dice.below(std::ssize(sounds));
    for (qsizetype i = 0; i < std::ssize(sounds); ++i) {
        const auto &[from, to] = sounds[(first + i) % std::ssize(sounds)];
        const auto at = word.indexOf(from, 1);
        if (at > 0)
            return QString(word).replace(at, from.size(), QString(to));
    }
    return word;
}

/// One slip in \a word.
QString slipped(const QString &word, Dice &dice)
{
    const auto at = dice.chance(15) ? 0 : 1 + dice.below(word.size() - 1);
    auto changed = word;
    switch (dice.below(6)) {
    case 0:
        changed[at] = neighbourKey(word.at(at), dice);
        break;
    case 1:
        changed.remove(at, 1);
        break;
    case 2:
        changed.insert(at, neighbourKey(word.at(at), dice));
        break;
    case 3:
        changed.insert(at, word.at(at));
        break;
    case 4:
        if (at + 1 < word.size())
            std::swap(changed[at], changed[at + 1]);
        else
            changed.chop(1);
        break;
    default:
        changed = mishear(word, dice);
    }
    return changed;
}

QString withSlips(const QString &text, int slips, Dice &dice)
{
    auto words = text.split(u' ');
    QList<qsizetype> long4;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).size() >= 4 && words.at(i).front().isLetter())
            long4.append(i);
    }
    for (int slip = 0; slip < slips && !long4.isEmpty(); ++slip) {
        auto &word = words[long4.at(dice.below(long4.size()))];
        word = slipped(word, dice);
    }
    return words.join(u' ');
}

QString abbreviated(const QString &street, Dice &dice)
{
    const std::pair<QString, QStringList> forms[]{
        {u"Avenida"_s, {u"Av."_s, u"Avda."_s, u"Av"_s, u""_s}},
        {u"Bulevar"_s, {u"Bvar."_s, u"Bv."_s, u"Br."_s, u"Bvar"_s, u"boulevard"_s}},
        {u"Rambla"_s, {u"Rbla."_s, u"Rambla"_s}},
        {u"Camino"_s, {u"Cno."_s, u"Cno"_s, u"Camino"_s}},
        {u"Pasaje"_s, {u"Pje."_s, u"Psje"_s, u"Pasaje"_s}},
        {u"Calle"_s, {u"Calle"_s, u""_s}},
        {u"General"_s, {u"Gral."_s, u"Gral"_s, u""_s}},
        {u"Doctor"_s, {u"Dr."_s, u"Dr"_s, u""_s}},
        {u"Ingeniero"_s, {u"Ing."_s, u""_s}},
        {u"Arquitecto"_s, {u"Arq."_s, u""_s}},
        {u"Coronel"_s, {u"Cnel."_s, u"Cnel"_s, u""_s}},
        {u"Capitán"_s, {u"Cap."_s, u""_s}},
        {u"Teniente"_s, {u"Tte."_s, u"Tte"_s}},
        {u"Presidente"_s, {u"Pte."_s, u""_s}},
        {u"Profesor"_s, {u"Prof."_s, u""_s}},
        {u"República"_s, {u"Rep."_s, u"República"_s}},
        {u"Santa"_s, {u"Sta."_s, u"Santa"_s}},
    };
    QStringList words;
    for (const auto &word : street.split(u' ')) {
        const auto form = std::ranges::find(forms, word, &std::pair<QString, QStringList>::first);
        const auto written =
            form == std::end(forms) || dice.chance(30) ? word : form->second.at(dice.below(form->second.size()));
        if (!written.isEmpty())
            words.append(written);
    }
    return words.isEmpty() ? street : words.join(u' ');
}

/// "Avenida Italia" as "Italia".
QString withoutType(const QString &street)
{
    static const QStringList types{u"Avenida"_s, u"Bulevar"_s, u"Rambla"_s, u"Camino"_s, u"Pasaje"_s, u"Calle"_s};
    const auto words = street.split(u' ');
    return words.size() > 1 && types.contains(words.first()) ? words.sliced(1).join(u' ') : street;
}

/// "José Batlle y Ordóñez" as "J. Batlle y Ordóñez" or "Batlle y Ordóñez".
QString shortened(const QString &street, Dice &dice)
{
    auto words = street.split(u' ');
    if (words.size() < 3 || !words.first().front().isLetter() || words.first().size() < 4)
        return street;
    if (dice.chance(50))
        words.first() = words.first().first(1) + u'.';
    else
        words.removeFirst();
    return words.join(u' ');
}

/// A name as somebody in a hurry writes it.
QString careless(const QString &name, Dice &dice)
{
    auto text = dice.chance(70) ? abbreviated(name, dice) : name;
    if (dice.chance(12))
        text = shortened(text, dice);
    if (dice.chance(60))
        text = withSlips(text, dice.chance(70) ? 1 : 2, dice);
    return dice.chance(60) ? withoutAccents(text) : text;
}

/// Rows of the region, drawn by number.
class Drawer
{
public:
    Drawer(Sqlite::Database &database, unsigned seed)
        : m_database(database)
        , m_dice(seed)
    {
    }

    std::optional<WrittenAddress> draw(Style style)
    {
        switch (style) {
        case Style::Corner:
            return corner();
        case Style::Street:
            return entity(Place::Kind::Street);
        case Style::Poi:
            return entity(Place::Kind::Poi);
        case Style::Suburb:
            return entity(Place::Kind::Suburb);
        default:
            return house(style);
        }
    }

private:
    /// The row that \a sql finds for \a values; empty when there is none.
    template <typename... T>
    std::optional<Sqlite::Statement> row(const char *sql, const T &...values)
    {
        auto statement = m_database.prepare(sql);
        if (!statement)
            return {};
        int parameter = 0;
        (statement->bind(++parameter, values), ...);
        if (!statement->step().value_or(false))
            return {};
        return std::move(*statement);
    }

    qint64 any(const char *countSql) { return 1 + m_dice.below(m_database.number(countSql)->value_or(1)); }

    std::optional<WrittenAddress> entity(Place::Kind kind)
    {
        const auto found = row("SELECT name, lat, lon FROM place_entity WHERE id = ? AND kind = ?",
                               any("SELECT max(id) FROM place_entity"), static_cast<int>(kind));
        if (!found)
            return {};
        WrittenAddress made{.kind = kind, .street = found->text(0), .at = {found->real(1), found->real(2)}};
        if (kind == Place::Kind::Street)
            made.written = careless(made.street, m_dice);
        else
            made.written = m_dice.chance(60) ? withSlips(made.street, 1, m_dice) : withoutAccents(made.street);
        return made;
    }

    std::optional<WrittenAddress> corner()
    {
        const auto found =
            row("SELECT a.name, b.name, c.lat, c.lon FROM place_corner c JOIN place_entity a ON a.id = c.a"
                " JOIN place_entity b ON b.id = c.b WHERE c.a = ? LIMIT 1 OFFSET ?",
                any("SELECT max(a) FROM place_corner"), static_cast<qint64>(m_dice.below(12)));
        if (!found)
            return {};
        WrittenAddress made{
            .kind = Place::Kind::Corner,
            .street = found->text(0),
            .number = found->text(1),
            .at = {static_cast<double>(found->integer(2)) * 1e-7, static_cast<double>(found->integer(3)) * 1e-7}};
        const QString between[]{u" y "_s, u" esq "_s, u" esq. "_s, u" esquina "_s, u" & "_s};
        made.written = careless(made.street, m_dice) + between[m_dice.below(5)] + careless(made.number, m_dice);
        return made;
    }

    std::optional<WrittenAddress> house(Style style)
    {
        const auto found = row("SELECT e.name, h.number, h.suffix, h.lat, h.lon, l.text, h.street FROM place_house h"
                               " JOIN place_entity e ON e.id = h.street LEFT JOIN place_label l ON l.id = h.suburb"
                               " WHERE h.id = ?",
                               any("SELECT max(id) FROM place_house"));
        if (!found)
            return {};
        auto number = found->integer(1);
        WrittenAddress made{
            .kind = Place::Kind::House,
            .street = found->text(0),
            .suburb = found->text(5),
            .at = {static_cast<double>(found->integer(3)) * 1e-7, static_cast<double>(found->integer(4)) * 1e-7}};
        if (style == Style::Between && m_dice.chance(15) && found->text(2).isEmpty()) {
            made.number = QString::number(number); // known, but not with the suffix that was written
            auto asked = made;
            asked.number += u" bis"_s;
            made.written = write(asked, style, found->integer(6));
            return made;
        }
        const bool isBetween = style == Style::Between || style == Style::NotOnTheMap;
        if (isBetween || style == Style::Beyond) {
            const auto next = row("SELECT min(number), (SELECT max(number) FROM place_house WHERE street = ?1) FROM"
                                  " place_house WHERE street = ?1 AND number > ?2 AND number % 2 = ?2 % 2",
                                  found->integer(6), number);
            if (!next)
                return {};
            made.kind = isBetween ? Place::Kind::Interpolated : Place::Kind::Street;
            number = isBetween ? number + 2 : next->integer(1) + 2 + m_dice.below(60);
            if (isBetween && (next->integer(0) <= number || next->integer(0) > number + 60))
                return {};
        }
        made.number = QString::number(number);
        if (const auto suffix = found->text(2); !suffix.isEmpty() && made.kind == Place::Kind::House)
            made.number += u' ' + suffix.toUpper();
        made.written = style >= Style::Typos ? corrupted(made, style) : write(made, style, found->integer(6));
        return made.written.isEmpty() ? std::nullopt : std::optional(made);
    }

    /// \a address with one thing wrong; empty when that cannot be wrong with it.
    QString corrupted(const WrittenAddress &address, Style style)
    {
        auto street = address.street;
        auto number = address.number;
        auto suburb = address.suburb;
        switch (style) {
        case Style::Typos:
            street = withSlips(street, m_dice.chance(70) ? 1 : 2, m_dice);
            break;
        case Style::SwappedNumber: {
            const auto at = number.size() < 2 ? 0 : m_dice.below(number.size() - 1);
            if (number.size() < 2 || !number.at(at).isDigit() || !number.at(at + 1).isDigit()
                || number.at(at + 1) == u'0')
                return {};
            std::swap(number[at], number[at + 1]);
            break;
        }
        case Style::NoType:
            street = withoutType(street);
            break;
        case Style::Abbreviated:
            street = abbreviated(street, m_dice);
            break;
        case Style::NothingWrong:
        case Style::NotOnTheMap:
            break;
        default:
            suburb = anySuburb();
        }
        const bool isOther = style >= Style::NothingWrong || street != address.street || number != address.number
            || suburb != address.suburb;
        if (!isOther || address.suburb.isEmpty() || suburb.isEmpty())
            return {};
        return street + u' ' + number + u", "_s + suburb;
    }

    /// People get their own suburb wrong, or call it what the estate agent did.
    QString anySuburb()
    {
        const auto found =
            row("SELECT name FROM place_entity WHERE kind = 4 LIMIT 1 OFFSET ?", static_cast<qint64>(m_dice.below(60)));
        return found ? found->text(0) : QString();
    }

    /// The name of a street that crosses \a street within 120 m of \a at; empty when there is none.
    QString crossing(qint64 street, const QGeoCoordinate &at)
    {
        const auto found = row("SELECT e.name FROM place_corner c JOIN place_entity e ON e.id = c.b WHERE c.a = ?1"
                               " AND abs(c.lat * 1e-7 - ?2) < 0.001 AND abs(c.lon * 1e-7 - ?3) < 0.001 LIMIT 1",
                               street, at.latitude(), at.longitude());
        return found ? found->text(0) : QString();
    }

    QString write(const WrittenAddress &address, Style style, qint64 street)
    {
        if (style == Style::Exact)
            return address.street + u' ' + address.number;
        if (style == Style::Slips)
            return withSlips(address.street, m_dice.chance(70) ? 1 : 2, m_dice) + u' ' + address.number;
        const auto name = careless(address.street, m_dice);
        auto text = m_dice.chance(10) ? address.number + u' ' + name : name + u' ' + address.number;
        if (style == Style::Plenty) {
            if (m_dice.chance(30))
                text += (m_dice.chance(50) ? u" ap "_s : u", apto. "_s) + QString::number(100 + m_dice.below(900));
            if (const auto other = m_dice.chance(20) ? crossing(street, address.at) : QString(); !other.isEmpty())
                text += u" esq. "_s + careless(other, m_dice);
            if (m_dice.chance(50) && !address.suburb.isEmpty())
                text += (m_dice.chance(70) ? u", "_s : u" "_s) + (m_dice.chance(10) ? anySuburb() : address.suburb);
            if (m_dice.chance(50))
                text += u", Montevideo"_s;
        }
        if (m_dice.chance(25))
            return text.toLower();
        return m_dice.chance(10) ? text.toUpper() : text;
    }

    Sqlite::Database &m_database;
    Dice m_dice;
};

} // namespace

QList<WrittenAddress> writtenAddresses(const QString &database, Style style, int count, unsigned seed)
{
    auto file = Sqlite::Database::open(database, Sqlite::Database::Mode::Read);
    if (!file)
        return {};
    Drawer drawer(*file, seed);
    QList<WrittenAddress> made;
    for (int tries = 0; made.size() < count && tries < 100 * count; ++tries) {
        if (auto address = drawer.draw(style))
            made.append(*std::move(address));
    }
    return made;
}

} // namespace Doorstep::Test
