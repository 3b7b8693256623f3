// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/forecastwire.h"
#include "models/wire/jsonview.h"
#include "models/wire/rawjson.h"
#include "models/wire/routewire.h"
#include "models/wire/stopwire.h"
#include "tests/support/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

/// A backslash before a letter that means nothing, or a number that RFC 8259 does not know ("1.", "01"): QJsonDocument
/// shrugs, JsonView refuses.
bool isOdd(const QByteArray &text)
{
    static const QRegularExpression odd(uR"(\\[^"\\/bfnrtu]|[0-9]\.(?![0-9])|(?<![0-9.])0[0-9])"_s);
    return QString::fromLatin1(text).contains(odd);
}

/// What both ways of reading make of one text.
template <typename T>
void compareReadings(const QByteArray &text, Result<T> (*fromTree)(const QJsonObject &),
                     Result<T> (*fromView)(const Wire::JsonView &))
{
    const auto tree = Wire::objectFromBytes(text).and_then(fromTree);
    const auto view = Wire::JsonView::parse(text).and_then(fromView);
    QVERIFY2(tree.has_value() == view.has_value() || isOdd(text), text.constData());
    if (view)
        QVERIFY2(*tree == *view, text.constData());
}

QByteArray damaged(QByteArray text, QRandomGenerator &random)
{
    static constexpr auto spice = std::to_array("{}[]\",:\\0123456789.eE+-truefalsn u\0\x80\xc3\xa9\xff");
    for (auto slips = random.bounded(1, 4); slips > 0 && !text.isEmpty(); --slips) {
        const auto at = random.bounded(text.size());
        switch (random.bounded(4)) {
        case 0:
            text.remove(at, random.bounded(1, 6));
            break;
        case 1:
            text.insert(at, spice.at(random.bounded(static_cast<quint32>(spice.size()))));
            break;
        case 2:
            text[at] = spice.at(random.bounded(static_cast<quint32>(spice.size())));
            break;
        default:
            text.truncate(at);
        }
    }
    return text;
}

} // namespace

class JsonViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void answersLikeATree_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const auto *value : {"0",
                                  "-0",
                                  "1",
                                  "-17",
                                  "2.0",
                                  "2e0",
                                  "1.5",
                                  "1e3",
                                  "-1E-2",
                                  "9223372036854775807",
                                  "-9223372036854775808",
                                  "9223372036854775808",
                                  "1e19",
                                  "0.1",
                                  "123456789012345678",
                                  "true",
                                  "false",
                                  "null",
                                  "\"\"",
                                  R"("ab")",
                                  R"("Núñez")",
                                  "\"\\u00f1\\n\\t\\r\\b\\f\\/\\\\\\\"\"",
                                  R"("\ud83d\ude00")",
                                  R"("a\u0000b")",
                                  "[]",
                                  "[1,2]",
                                  "[ -34.9 , -56.1 ]",
                                  R"([{"a":[]},[[]],"x"])",
                                  "{}",
                                  R"({"a":1})",
                                  R"( {"a" : [1] } )"})
            QTest::newRow(value) << QByteArray(value);
    }

    void answersLikeATree()
    {
        QFETCH(const QByteArray, value);
        const QByteArray text = R"({"k":)" + value + "}";
        const auto view = Wire::JsonView::parse(text);
        QVERIFY(view);
        const auto ours = view->value("k"_L1);
        const auto theirs = QJsonDocument::fromJson(text)["k"_L1];
        QCOMPARE(ours.isString(), theirs.isString());
        QCOMPARE(ours.isObject(), theirs.isObject());
        QCOMPARE(ours.isArray(), theirs.isArray());
        QCOMPARE(ours.isBool(), theirs.isBool());
        QCOMPARE(ours.toBool(), theirs.toBool());
        QCOMPARE(ours.toString(), theirs.toString());
        QCOMPARE(ours.toDouble(7.5), theirs.toDouble(7.5));
        QCOMPARE(ours.toInteger(-3), theirs.toInteger(-3));
        QCOMPARE(ours.toArray().size(), theirs.toArray().size());
        QCOMPARE(ours.toObject().value("a"_L1).toInteger(), theirs.toObject().value("a"_L1).toInteger());
        QVERIFY(view->value("K"_L1).isUndefined());
        QVERIFY(ours.toArray().at(9).isUndefined());
    }

    void refusesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto *text : {"",
                                 " ",
                                 "{",
                                 "}",
                                 "[]",
                                 "1",
                                 "\"a\"",
                                 "{}x",
                                 "{}{}",
                                 R"({"a"})",
                                 R"({"a":})",
                                 R"({"a":1,})",
                                 R"({,"a":1})",
                                 R"({a:1})",
                                 R"({"a":1 "b":2})",
                                 R"({"a":01})",
                                 R"({"a":+1})",
                                 R"({"a":1.})",
                                 R"({"a":.5})",
                                 R"({"a":1e})",
                                 R"({"a":-})",
                                 R"({"a":tru})",
                                 R"({"a":truely})",
                                 R"({"a":NaN})",
                                 R"({"a":[1,]})",
                                 R"({"a":[1 2]})",
                                 R"({"a":[})",
                                 "{\"a\":\"x}",
                                 R"({"a":"\x"})",
                                 R"({"a":"\u12g4"})",
                                 "{\"a\":\"\\u12",
                                 "{\"a\":\"\\",
                                 "{\"a\":\"\xff\"}",
                                 "{\"a\":\"\xc3\"}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("nested forever") << R"({"a":)" + QByteArray(2'000'000, '[');
        QTest::newRow("nested too deep") << R"({"a":)" + QByteArray(1'100, '[') + QByteArray(1'100, ']') + "}";
        QTest::newRow("a zero byte") << QByteArray("{\"a\":1}\0", 8);
    }

    void refusesWhatIsNoObject()
    {
        QFETCH(const QByteArray, text);
        const auto view = Wire::JsonView::parse(text);
        QVERIFY(!view);
        QCOMPARE(view.error().kind, Error::Kind::Malformed);
    }

    void takesTheLastOfTwo()
    {
        const QByteArray text = R"({"a":1,"b":2,"\u0061":3})";
        QCOMPARE(Wire::JsonView::parse(text)->value("a"_L1).toInteger(), 3);
    }

    void readsDamagedTextAsATreeWould()
    {
        QRandomGenerator random(7);
        const QList<QByteArray> whole{Wire::compact(Wire::toJson(someStop())), Wire::compact(Wire::toJson(someRoute())),
                                      Wire::compact(Wire::toJson(someForecast()))};
        for (int round = 0; round < 20'000; ++round) {
            const auto text = damaged(whole.at(round % whole.size()), random);
            compareReadings<Stop>(text, Wire::stopFromJson, Wire::readStop);
            compareReadings<Route>(text, Wire::routeFromJson, Wire::readRoute);
            compareReadings<Forecast>(text, Wire::forecastFromJson, Wire::readForecast);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_APPLESS_MAIN(JsonViewTest)
#include "tst_jsonview.moc"
