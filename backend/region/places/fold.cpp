// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/fold.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep::Places {

namespace {

// Short forms, then what they stand for. Written as people write addresses: Spanish first, then the neighbours.
constexpr std::pair<QLatin1StringView, QLatin1StringView> shortForms[]{
    {"av avda avd ave aven"_L1, "avenida avenue avenue"_L1},
    {"bv bvar bvr blv blvr blvd boul bulev boulevard bvard"_L1, "bulevar boulevard"_L1},
    {"rbla rmbla rambl ramb"_L1, "rambla"_L1},
    {"c cl"_L1, "calle"_L1},
    {"cno cmno cam cmo"_L1, "camino"_L1},
    {"pje psje pas pjse"_L1, "pasaje"_L1},
    {"cont"_L1, "continuacion"_L1},
    {"pza plza pl"_L1, "plaza place"_L1},
    {"pque pq"_L1, "parque"_L1},
    {"rta"_L1, "ruta"_L1},
    {"ctra crta"_L1, "carretera"_L1},
    {"gral gal grl"_L1, "general"_L1},
    {"dr"_L1, "doctor drive"_L1},
    {"dra"_L1, "doctora"_L1},
    {"ing"_L1, "ingeniero"_L1},
    {"arq"_L1, "arquitecto"_L1},
    {"agr"_L1, "agrimensor"_L1},
    {"cnel crnel cel"_L1, "coronel"_L1},
    {"cap cptan capt cpt"_L1, "capitan"_L1},
    {"tte tnte"_L1, "teniente"_L1},
    {"cte cmte cdte"_L1, "comandante"_L1},
    {"sgto sarg"_L1, "sargento"_L1},
    {"alte alm"_L1, "almirante"_L1},
    {"mcal mariscal mscal"_L1, "mariscal"_L1},
    {"brig"_L1, "brigadier"_L1},
    {"pte pdte pres pdt"_L1, "presidente"_L1},
    {"prof"_L1, "profesor profesora"_L1},
    {"mtro"_L1, "maestro"_L1},
    {"mtra"_L1, "maestra"_L1},
    {"pbro presb"_L1, "presbitero"_L1},
    {"mons"_L1, "monsenor"_L1},
    {"gdor gob"_L1, "gobernador"_L1},
    {"int"_L1, "intendente"_L1},
    {"min"_L1, "ministro"_L1},
    {"sen"_L1, "senador"_L1},
    {"dip"_L1, "diputado"_L1},
    {"esc"_L1, "escribano"_L1},
    {"lic"_L1, "licenciado"_L1},
    {"rep rca repca"_L1, "republica"_L1},
    {"hno"_L1, "hermano"_L1},
    {"hnos"_L1, "hermanos"_L1},
    {"nta ntra"_L1, "nuestra"_L1},
    {"sra"_L1, "senora"_L1},
    {"sta"_L1, "santa"_L1},
    {"sto"_L1, "santo"_L1},
    {"fco fsco frco"_L1, "francisco"_L1},
    {"ma"_L1, "maria"_L1},
    {"bo brio"_L1, "barrio"_L1},
    {"mdeo mvd mvdeo"_L1, "montevideo"_L1},
    {"st"_L1, "street saint"_L1},
    {"rd"_L1, "road"_L1},
    {"ln"_L1, "lane"_L1},
    {"sq"_L1, "square"_L1},
    {"str"_L1, "strasse"_L1},
    {"r"_L1, "rua rue"_L1},
};

QMultiHash<QString, QString> meaningsByShortForm()
{
    QMultiHash<QString, QString> made;
    for (const auto &[shorts, longs] : shortForms) {
        for (const auto &word : QString(shorts).split(u' ')) {
            for (const auto &meaning : QString(longs).split(u' ')) {
                if (!made.contains(word, meaning) && word != meaning)
                    made.insert(word, meaning);
            }
        }
    }
    return made;
}

const QMultiHash<QString, QString> &abbreviations()
{
    static const auto table = meaningsByShortForm();
    return table;
}

const QSet<QString> &streetTypes()
{
    static const QSet<QString> words{
        u"avenida"_s,     u"bulevar"_s,  u"calle"_s,     u"camino"_s,    u"rambla"_s, u"pasaje"_s,
        u"sendero"_s,     u"senda"_s,    u"ruta"_s,      u"carretera"_s, u"plaza"_s,  u"continuacion"_s,
        u"servidumbre"_s, u"peatonal"_s, u"callejon"_s,  u"costanera"_s, u"paseo"_s,  u"street"_s,
        u"road"_s,        u"avenue"_s,   u"boulevard"_s, u"lane"_s,      u"drive"_s,  u"square"_s,
        u"rue"_s,         u"rua"_s,      u"place"_s,     u"strasse"_s,   u"via"_s,    u"travessa"_s,
    };
    return words;
}

const QSet<QString> &titles()
{
    static const auto words = [] {
        QSet<QString> made;
        for (const auto &meaning : abbreviations()) {
            if (!streetTypes().contains(meaning))
                made.insert(meaning);
        }
        for (const auto &name : {u"montevideo"_s, u"francisco"_s, u"maria"_s, u"santa"_s, u"santo"_s, u"republica"_s})
            made.remove(name);
        return made;
    }();
    return words;
}

} // namespace

QString fold(QStringView text)
{
    const auto decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    bool gap = false;
    for (const auto character : decomposed) {
        if (character.isMark() || character == u'\'' || character == u'’')
            continue; // an apostrophe is inside a word: "D'Elía" is "delia"
        // A surrogate is half of something no street is called; letters of other scripts stay as they are.
        if (!character.isLetterOrNumber() || character.isSurrogate()) {
            gap = true;
            continue;
        }
        if (gap && !folded.isEmpty())
            folded += u' ';
        gap = false;
        folded += character;
    }
    return folded;
}

QStringList foldedWords(QStringView text)
{
    return fold(text).split(u' ', Qt::SkipEmptyParts);
}

QStringList longForms(const QString &word)
{
    return abbreviations().values(word);
}

double wordImportance(const QString &word)
{
    static const QSet<QString> articles{u"de"_s, u"del"_s, u"la"_s,  u"las"_s, u"el"_s,  u"los"_s, u"y"_s,   u"e"_s,
                                        u"da"_s, u"do"_s,  u"dos"_s, u"of"_s,  u"the"_s, u"du"_s,  u"des"_s, u"le"_s};
    if (articles.contains(word))
        return 0.08;
    if (streetTypes().contains(word))
        return 0.3;
    return titles().contains(word) ? 0.35 : 1.0;
}

bool isStreetType(const QString &word)
{
    return streetTypes().contains(word);
}

} // namespace Doorstep::Places
