// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/addressparser.h"
#include "backend/region/places/fold.h"
#include "backend/region/places/wordmatch.h"

#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Places;
using namespace Qt::StringLiterals;

namespace {

/// "street words|numbers|cross words|area words", one a reading.
QString shown(const Reading &reading)
{
    QStringList numbers;
    for (const auto &number : reading.numbers)
        numbers.append(number.text());
    return reading.street.join(u' ') + u'|' + numbers.join(u',') + u'|' + reading.cross.join(u' ') + u'|'
        + reading.area.join(u' ');
}

} // namespace

class AddressParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void foldsWhatPeopleDoNotDistinguish_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents and case") << u"José BATLLE y Ordóñez"_s << u"jose batlle y ordonez"_s;
        QTest::newRow("dots") << u"Bvar.Gral.Artigas"_s << u"bvar gral artigas"_s;
        QTest::newRow("apostrophe") << u"Luis P. D'Elía"_s << u"luis p delia"_s;
        QTest::newRow("decomposed") << u"Río"_s << u"rio"_s;
        QTest::newRow("ligature and full width") << u"ﬁn １２"_s << u"fin 12"_s;
        QTest::newRow("another script") << u"Улица  Ленина"_s << u"улица ленина"_s;
        QTest::newRow("nothing but signs") << u" -- '\"*() "_s << QString();
        QTest::newRow("emoji") << u"🏠 Ejido 🚚"_s << u"ejido"_s;
        QTest::newRow("controls") << u"Eji\u0000do\u0007"_s << u"eji do"_s;
        QTest::newRow("half a surrogate") << QString(QChar(0xD83D)) + u"Ejido"_s << u"ejido"_s;
    }

    void foldsWhatPeopleDoNotDistinguish()
    {
        QFETCH(const QString, text);
        QTEST(fold(text), "folded");
    }

    void knowsSlipsFromOtherWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("equal") << u"ejido"_s << u"ejido"_s << 1.0 << 1.0;
        QTest::newRow("swapped") << u"wlison"_s << u"wilson"_s << 0.8 << 0.95;
        QTest::newRow("sounds alike") << u"rivera"_s << u"ribera"_s << 0.88 << 0.99;
        QTest::newRow("letter missing") << u"colnia"_s << u"colonia"_s << 0.7 << 0.9;
        QTest::newRow("beginning") << u"garib"_s << u"garibaldi"_s << 0.7 << 0.9;
        QTest::newRow("initial") << u"j"_s << u"jose"_s << 0.5 << 0.6;
        QTest::newRow("another word") << u"colonia"_s << u"paysandu"_s << 0.0 << 0.0;
        QTest::newRow("another number") << u"18"_s << u"19"_s << 0.0 << 0.0;
        QTest::newRow("number is no beginning") << u"1"_s << u"18"_s << 0.0 << 0.0;
        QTest::newRow("two short ones") << u"la"_s << u"el"_s << 0.0 << 0.0;
        QTest::newRow("nothing") << QString() << u"ejido"_s << 0.0 << 0.0;
        QTest::newRow("endless") << QString(5'000, u'a') << QString(4'999, u'a') << 0.0 << 1.0;
    }

    void knowsSlipsFromOtherWords()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, meant);
        QFETCH(const double, least);
        QFETCH(const double, most);
        const double found = likeness(typed, meant);
        QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
    }

    void readsHouseNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("numbers");
        QTest::newRow("one") << u"1306"_s << u"1306"_s;
        QTest::newRow("several") << u"3318,3320"_s << u"3318;3320"_s;
        QTest::newRow("with bis") << u"245,245 BIS"_s << u"245;245 BIS"_s;
        QTest::newRow("semicolon and space") << u"4566; 4568"_s << u"4566;4568"_s;
        QTest::newRow("letter") << u"4031A"_s << u"4031 A"_s;
        QTest::newRow("twice the same") << u"12,12"_s << u"12"_s;
        QTest::newRow("none") << u"S/N"_s << QString();
        QTest::newRow("zero") << u"0"_s << QString();
        QTest::newRow("too long") << u"1234567"_s << QString();
        QTest::newRow("hostile") << u"';DROP TABLE--,7"_s << u"7"_s;
    }

    void readsHouseNumbers()
    {
        QFETCH(const QString, text);
        QStringList shown;
        for (const auto &number : houseNumbers(text))
            shown.append(number.text());
        QTEST(shown.join(u';'), "numbers");
    }

    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reading"); // must be among the readings, and the first if it begins with "!"
        QTest::addColumn<QString>("unit");
        const auto row = [](const char *name, const QString &text, const QString &reading, const QString &unit = {}) {
            QTest::newRow(name) << text << reading << unit;
        };
        row("number behind", u"Rambla Wilson 2210"_s, u"!rambla wilson|2210||"_s);
        row("number in front", u"2210 Rambla Wilson"_s, u"!rambla wilson|2210||"_s);
        row("date in the name", u"18 de julio 1234"_s, u"!18 de julio|1234||"_s);
        row("date, number in front", u"1234 18 de julio"_s, u"18 de julio|1234||"_s);
        row("number after a comma", u"18 de Julio, 1234"_s, u"!18 de julio|1234||"_s);
        row("corner word", u"18 de julio 1234 esq ejido"_s, u"!18 de julio|1234|ejido|"_s);
        row("corner with a dot", u"Canelones 1450 esq. Santiago de Chile, Palermo"_s,
            u"!canelones|1450|santiago de chile|palermo"_s);
        row("corner without number", u"18 de Julio y Ejido"_s, u"18 de julio||ejido|"_s);
        row("corner or one name", u"Batlle y Ordóñez 3000"_s, u"!batlle y ordonez|3000||"_s);
        row("ampersand", u"Ejido & Colonia"_s, u"!ejido||colonia|"_s);
        row("slash", u"Ejido / Colonia"_s, u"!ejido||colonia|"_s);
        row("between", u"Ejido entre Colonia y Mercedes"_s, u"!ejido||colonia|"_s);
        row("nearly", u"Ejido casi Colonia, Centro"_s, u"!ejido||colonia|centro"_s);
        row("suburb and city", u"Rambla Wilson 2210, Punta Carretas, Montevideo"_s,
            u"!rambla wilson|2210||punta carretas montevideo"_s);
        row("suburb without comma", u"Rambla Wilson 2210 Punta Carretas"_s, u"!rambla wilson|2210||punta carretas"_s);
        row("city first", u"Montevideo, Rambla Wilson 2210"_s, u"!rambla wilson|2210||"_s);
        row("two numbers", u"Joanicó 3318,3320"_s, u"!joanico|3318,3320||"_s);
        row("two numbers with a dash", u"Joanicó 3318-3320"_s, u"!joanico|3318,3320||"_s);
        row("postcode", u"Colonia 1234, 11200 Montevideo"_s, u"colonia|1234||11200 montevideo"_s);
        row("bis", u"Ejido 1275 bis"_s, u"!ejido|1275 BIS||"_s);
        row("letter", u"Felipe Cardoso 4031 A"_s, u"!felipe cardoso|4031 A||"_s);
        row("letter glued", u"Felipe Cardoso 4031a"_s, u"!felipe cardoso|4031 A||"_s);
        row("number glued", u"Artigas1000"_s, u"!artigas|1000||"_s);
        row("number sign", u"Ejido Nº 1275"_s, u"!ejido|1275||"_s);
        row("flat", u"Colonia 1997 ap. 804"_s, u"!colonia|1997||"_s, u"804"_s);
        row("flat after a slash", u"Colonia 1997/804"_s, u"!colonia|1997||"_s, u"804"_s);
        row("floor and tower", u"Colonia 1997 torre B piso 3, Cordón"_s, u"!colonia|1997||cordon"_s,
            u"torre b piso 3"_s);
        row("a street called tower", u"Luis de la Torre 1063"_s, u"!luis de la torre|1063||"_s);
        row("no number", u"Plaza Independencia"_s, u"!plaza independencia|||"_s);
        row("only a number", u"1234"_s, u"!1234|||"_s);
    }

    void readsWhatPeopleWrite()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, reading);
        const auto parsed = parseAddress({.text = text});
        QStringList readings;
        for (const auto &one : parsed.readings)
            readings.append(shown(one));
        if (reading.startsWith(u'!')) {
            QVERIFY(!readings.isEmpty());
            QCOMPARE(readings.first(), reading.sliced(1));
        } else {
            QVERIFY2(readings.contains(reading), qPrintable(readings.join(" // "_L1)));
        }
        QTEST(parsed.unit, "unit");
    }

    void readsStructuredQuestions()
    {
        const auto parsed =
            parseAddress({.street = u"2210 Rambla Wilson"_s, .city = u"Montevideo"_s, .postcode = u"11300"_s});
        QVERIFY(!parsed.readings.isEmpty());
        QCOMPARE(shown(parsed.readings.first()), u"rambla wilson|2210||montevideo 11300"_s);
        const auto city = parseAddress({.city = u"Montevideo"_s});
        QCOMPARE(shown(city.readings.first()), u"montevideo|||"_s);
    }

    void takesAnything_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << u"  \t\n "_s;
        QTest::newRow("signs") << u"&&//,,;;--()\"'*"_s;
        QTest::newRow("words of FTS") << u"NEAR(ejido AND \"colonia\"* OR x) - 12 NOT"_s;
        QTest::newRow("only corners") << u"esq esq esquina y y entre"_s;
        QTest::newRow("only numbers") << u"1 2 3 4 5 6 7 8 9 10 11 12"_s;
        QTest::newRow("ten kilobytes") << QString(10'240, u'x');
        QTest::newRow("ten kilobytes of words") << u"ab "_s.repeated(4'000);
        QTest::newRow("ten kilobytes of commas") << u"1,"_s.repeated(5'000);
        QTest::newRow("ten kilobytes of y") << u"a y "_s.repeated(2'600);
        QTest::newRow("controls") << QString(u"\u0000\u0001\u001b[31m\u202e\ufeff"_s);
        QTest::newRow("surrogates") << QString(QChar(0xDC00)) + QChar(0xD800);
        QTest::newRow("marks on nothing") << QString(200, QChar(0x0301));
    }

    void takesAnything()
    {
        QFETCH(const QString, text);
        const auto parsed = parseAddress({.text = text});
        QVERIFY(parsed.readings.size() <= 10);
        for (const auto &reading : parsed.readings) {
            QVERIFY(!reading.street.isEmpty());
            QVERIFY(reading.street.size() <= 40);
        }
    }
};

QTEST_APPLESS_MAIN(AddressParserTest)

#include "tst_addressparser.moc"
