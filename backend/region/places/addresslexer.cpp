// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/addresslexer.h"

#include "backend/region/places/fold.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep::Places {

namespace {

constexpr qsizetype longestText = 300;
constexpr qsizetype mostLexemes = 40;

using Kind = Lexeme::Kind;

struct Raw
{
    QString word; ///< Folded; empty for a mark.
    char16_t mark = 0;
    bool spaceAfter = false;
};

/// Words that a flat's name follows wherever they stand.
bool isFlatWord(const QString &word)
{
    static const QSet<QString> words{u"ap"_s,   u"apto"_s,  u"apt"_s,          u"apart"_s,     u"apartamento"_s,
                                     u"dpto"_s, u"depto"_s, u"departamento"_s, u"apartment"_s, u"flat"_s};
    return words.contains(word);
}

/// Words that say so after a house number only: streets are called "Torre" and "Casa" too.
bool isFloorWord(const QString &word)
{
    static const QSet<QString> words{u"unidad"_s,  u"piso"_s,    u"torre"_s,  u"block"_s,  u"bloque"_s, u"of"_s,
                                     u"oficina"_s, u"local"_s,   u"puerta"_s, u"timbre"_s, u"casa"_s,   u"padron"_s,
                                     u"solar"_s,   u"manzana"_s, u"mz"_s,     u"suite"_s,  u"unit"_s,   u"floor"_s};
    return words.contains(word);
}

bool isCornerWord(const QString &word)
{
    static const QSet<QString> words{u"esq"_s, u"esquina"_s, u"casi"_s, u"entre"_s, u"corner"_s, u"at"_s};
    return words.contains(word);
}

bool isNumberSign(const QString &word)
{
    static const QSet<QString> words{u"n"_s, u"no"_s, u"nro"_s, u"num"_s, u"numero"_s, u"number"_s};
    return words.contains(word);
}

bool isNumberSuffix(const QString &word)
{
    static const QSet<QString> words{u"bis"_s, u"ter"_s, u"fdo"_s, u"ldo"_s, u"fte"_s};
    return words.contains(word) || (word.size() == 1 && word.front() >= u'a' && word.front() <= u'z' && word != "y"_L1);
}

/// 0 when \a word is no house number; "1234a" and "1234bis" are.
int leadingNumber(const QString &word, QString *suffix = nullptr)
{
    qsizetype digits = 0;
    while (digits < word.size() && word.at(digits) >= u'0' && word.at(digits) <= u'9')
        ++digits;
    const auto rest = word.sliced(digits);
    if (digits == 0 || digits > 5 || (!rest.isEmpty() && !isNumberSuffix(rest)))
        return 0;
    if (suffix)
        *suffix = rest;
    return word.first(digits).toInt();
}

/// "artigas1000" is two words to the writer.
QStringList unglued(const QString &word)
{
    qsizetype at = word.size();
    while (at > 0 && word.at(at - 1).isDigit())
        --at;
    if (at < 3 || word.size() - at < 2)
        return {word};
    return {word.first(at), word.sliced(at)};
}

QList<Raw> cut(QStringView text)
{
    QList<Raw> raws;
    const auto take = [&raws](QStringView piece) {
        for (const auto &word : foldedWords(piece)) {
            for (const auto &part : unglued(word))
                raws.append({.word = part});
        }
    };
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const char16_t mark = at < text.size() ? text.at(at).unicode() : u',';
        constexpr std::u16string_view marks = u",;()\n\r\t|/&+-";
        if (!marks.contains(mark))
            continue;
        take(text.sliced(start, at - start));
        const bool space = at + 1 < text.size() && text.at(at + 1).isSpace();
        if (!raws.isEmpty() && raws.last().mark == 0)
            raws.append({.word = {}, .mark = mark, .spaceAfter = space});
        start = at + 1;
    }
    return raws;
}

class Lexer
{
public:
    explicit Lexer(QList<Raw> raws)
        : m_raws(std::move(raws))
    {
    }

    LexedAddress run()
    {
        while (m_at < m_raws.size() && m_made.lexemes.size() < mostLexemes)
            next();
        while (!m_made.lexemes.isEmpty() && m_made.lexemes.last().kind == Kind::Break)
            m_made.lexemes.removeLast();
        return std::move(m_made);
    }

private:
    [[nodiscard]] const Raw &raw(qsizetype ahead) const
    {
        static const Raw none{.word = {}, .mark = u','};
        return m_at + ahead < m_raws.size() ? m_raws.at(m_at + ahead) : none;
    }

    void next()
    {
        const auto &now = raw(0);
        if (now.mark != 0) {
            takeMark(now.mark);
            ++m_at;
        } else if (isUnit()) {
            if (!m_made.unit.isEmpty())
                m_made.unit += u' ';
            m_made.unit += isFlatWord(now.word) ? raw(1).word : now.word + u' ' + raw(1).word;
            m_at += 2;
        } else if (isNumberSign(now.word) && leadingNumber(raw(1).word) > 0) {
            ++m_at;
        } else if (isCornerWord(now.word)) {
            m_made.lexemes.append({.kind = Kind::Corner, .text = now.word});
            ++m_at;
        } else if (leadingNumber(now.word) > 0) {
            takeNumber();
        } else {
            m_made.lexemes.append({.kind = Kind::Word, .text = now.word});
            ++m_at;
        }
    }

    /// "ap 302", but not "local" at the very start.
    [[nodiscard]] bool isUnit() const
    {
        const auto &word = raw(0).word;
        const bool numbered = std::ranges::contains(m_made.lexemes, Kind::Number, &Lexeme::kind);
        if (m_made.lexemes.isEmpty() || !(isFlatWord(word) || (numbered && isFloorWord(word))))
            return false;
        const auto &id = raw(1).word;
        return !id.isEmpty() && (id.front().isDigit() || id.size() == 1);
    }

    /// Whether the word after a number is part of it: "bis" always, a letter where no name goes on.
    [[nodiscard]] bool isSuffix(int number) const
    {
        const auto &word = raw(0).word;
        const auto &after = raw(1);
        if (!isNumberSuffix(word))
            return false;
        const bool leads = m_made.lexemes.isEmpty() && number > 99; // "1234 B Colonia"
        return word.size() > 1 || leads || after.mark != 0 || isCornerWord(after.word) || isFlatWord(after.word)
            || isFloorWord(after.word);
    }

    void takeMark(char16_t mark)
    {
        if (m_made.lexemes.isEmpty() || mark == u'-' || mark == u'+')
            return;
        const bool corner = mark == u'/' || mark == u'&';
        if (corner && m_made.lexemes.last().kind == Kind::Number && raw(1).mark == 0 && mark == u'/'
            && leadingNumber(raw(1).word) > 0) {
            m_made.unit = raw(1).word; // "1234/302": the flat
            ++m_at;
            return;
        }
        m_made.lexemes.append({.kind = corner ? Kind::Corner : Kind::Break, .text = {}});
    }

    void takeNumber()
    {
        Lexeme lexeme{.kind = Kind::Number, .text = raw(0).word};
        while (true) {
            HouseNumber house;
            house.number = leadingNumber(raw(0).word, &house.suffix);
            ++m_at;
            if (house.suffix.isEmpty() && isSuffix(house.number)) {
                house.suffix = raw(0).word;
                ++m_at;
            }
            if (!lexeme.numbers.contains(house))
                lexeme.numbers.append(house);
            const int following = raw(0).mark != 0 ? leadingNumber(raw(1).word) : 0;
            const bool near = following > 0 && std::abs(following - house.number) < 100;
            const bool joins = raw(0).mark == u',' || raw(0).mark == u';' || raw(0).mark == u'/' || raw(0).mark == u'-';
            if (!near || !joins || lexeme.numbers.size() >= 16)
                break;
            ++m_at;
        }
        m_made.lexemes.append(lexeme);
    }

    QList<Raw> m_raws;
    qsizetype m_at = 0;
    LexedAddress m_made;
};

} // namespace

LexedAddress lexAddress(QStringView text)
{
    return Lexer(cut(text.first(std::min(text.size(), longestText)))).run();
}

} // namespace Doorstep::Places
