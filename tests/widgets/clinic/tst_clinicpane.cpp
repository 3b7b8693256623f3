// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/lists/candidatelistmodel.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/clinic/candidatelist.h"
#include "widgets/clinic/clinicpane.h"
#include "widgets/clinic/clinicwords.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

PlaceHit house(const QString &number, double score, double latitude = -34.9)
{
    return {.kind = PlaceHit::Kind::House,
            .address = {.text = {},
                        .street = u"Rambla Wilson"_s,
                        .houseNumber = number,
                        .unit = {},
                        .suburb = u"Punta Carretas"_s},
            .where = QGeoCoordinate(latitude, -56.16),
            .score = score};
}

Stop aStop()
{
    auto stop = Test::someStop();
    stop.address = {.text = u"Rbla Wilson 2210"_s};
    stop.where = {};
    stop.gateCode = u"12"_s;
    stop.instructions = u"Ring twice"_s;
    return stop;
}

} // namespace

/// The clinic, by real keys and clicks.
class ClinicPaneTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CandidateListModel> m_candidates;
    std::unique_ptr<ClinicPane> m_pane;

    template <typename T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (auto *one : m_pane->findChildren<T *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit *search() const { return named<QLineEdit>(u"Search for the address"_s); }
    [[nodiscard]] CandidateList *list() const { return m_pane->findChild<CandidateList *>(); }
    [[nodiscard]] QPushButton *use() const { return named<QPushButton>(u"Use this place"_s); }
    [[nodiscard]] QCheckBox *box(const QString &beginning) const
    {
        for (auto *one : m_pane->findChildren<QCheckBox *>()) {
            if (one->text().remove(u'&').startsWith(beginning))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    void answer(const QList<PlaceHit> &hits, const QString &text = u"Rbla Wilson 2210"_s)
    {
        if (m_pane->isAsking(text))
            m_candidates->setFound(clinicOrder(hits, {}, {}));
        m_pane->takeAnswer(text);
    }

private Q_SLOTS:
    void init()
    {
        Test::failOnOurWarnings();
        m_candidates = std::make_unique<CandidateListModel>();
        m_candidates->clear({.depot = QGeoCoordinate(-34.88, -56.16)});
        m_pane = std::make_unique<ClinicPane>(*m_candidates);
        m_pane->setPalette(Theme::light().palette());
        m_pane->setDepotTime(DepotTime(u"America/Montevideo"_s));
        m_pane->resize(360, 640);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup() { m_pane.reset(); }

    void asksAtOnceAndTakesTheBestWithEnter()
    {
        QSignalSpy asked(m_pane.get(), &ClinicPane::searchRequested);
        QSignalSpy applied(m_pane.get(), &ClinicPane::applyRequested);
        m_pane->begin(aStop(), 0);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"Rbla Wilson 2210"_s);
        QVERIFY(says(u"Searching"_s));
        QVERIFY(!use()->isEnabled());
        answer({house(u"2210"_s, 0.93), house(u"2212"_s, 0.04)});
        QVERIFY(says(u"2 place(s)"_s));
        QTRY_VERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        const auto cure = applied[0][0].value<AddressCure>();
        QCOMPARE(cure.stop, aStop().id);
        QCOMPARE(cure.where, house(u"2210"_s, 0).where);
        QCOMPARE(cure.understood->houseNumber, u"2210"_s);
        QVERIFY(!cure.gateCode && !cure.instructions);
        QVERIFY(cure.remembers && !cure.alsoOthers && cure.note.isEmpty());
    }

    void choosesByNumber()
    {
        QSignalSpy rows(m_pane.get(), &ClinicPane::rowChosen);
        m_pane->begin(aStop(), 0);
        answer({house(u"1"_s, 0.5), house(u"2"_s, 0.3), house(u"3"_s, 0.1)});
        QTRY_VERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_3);
        QCOMPARE(m_pane->chosenRow(), 2);
        QCOMPARE(rows.last()[0].toInt(), 2);
        QTest::keyClick(list(), Qt::Key_9); // there is none
        QCOMPARE(m_pane->chosenRow(), 2);
        search()->setFocus();
        QTest::keyClick(search(), Qt::Key_1, Qt::AltModifier); // from where one types
        QCOMPARE(m_pane->chosenRow(), 0);
        QTest::keyClick(search(), Qt::Key_Down);
        QCOMPARE(m_pane->chosenRow(), 1);
        const auto row = list()->visualRect(list()->model()->index(2, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(m_pane->chosenRow(), 2);
    }

    void searchesAgainAsOneTypesAndShowsNoOlderAnswer()
    {
        m_pane->begin(aStop(), 0);
        answer({house(u"2210"_s, 0.9)});
        QSignalSpy asked(m_pane.get(), &ClinicPane::searchRequested);
        const QSignalSpy givenUp(m_pane.get(), &ClinicPane::searchGivenUp);
        search()->setFocus();
        search()->selectAll();
        QTest::keyClicks(search(), u"Rivera 4000"_s);
        QVERIFY(!givenUp.isEmpty());
        QCOMPARE(asked.size(), 0); // not at every letter
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"Rivera 4000"_s);
        answer({house(u"9"_s, 0.9)}, u"Rbla Wilson 2210"_s); // late, and of another question
        QCOMPARE(m_candidates->at(0).hit.line(), u"Rambla Wilson 2210"_s);
        QVERIFY(says(u"Searching"_s));
        answer({house(u"4000"_s, 0.9)}, u"Rivera 4000"_s);
        QCOMPARE(m_candidates->at(0).hit.line(), u"Rambla Wilson 4000"_s);
        QVERIFY(search()->hasFocus()); // who types goes on typing
        QTest::keyClick(search(), Qt::Key_Backspace);
        const QSignalSpy applied(m_pane.get(), &ClinicPane::applyRequested);
        QTest::keyClick(search(), Qt::Key_Return); // asks first, instead of taking what was found for something else
        QCOMPARE(applied.size(), 0);
        QCOMPARE(asked.size(), 2);
    }

    void saysWhatWentWrongAndTheWayOut_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("again");
        QTest::newRow("offline") << Error::Kind::Offline << u"does not answer"_s << true;
        QTest::newRow("nonsense") << Error::Kind::Malformed << u"nonsense"_s << true;
        QTest::newRow("signed out") << Error::Kind::Forbidden << u"sign in again"_s << false;
        QTest::newRow("no search there") << Error::Kind::NotFound << u"cannot search"_s << false;
    }

    void saysWhatWentWrongAndTheWayOut()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, said);
        QFETCH(const bool, again);
        m_pane->begin(aStop(), 0);
        m_pane->takeProblem(u"Rbla Wilson 2210"_s, kind);
        auto *notice = m_pane->findChild<Notice *>();
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(said), qPrintable(notice->text()));
        QVERIFY(!use()->isEnabled());
        auto *button = notice->findChild<QPushButton *>();
        QCOMPARE(button->isVisible(), again);
        if (again) {
            const QSignalSpy asked(m_pane.get(), &ClinicPane::searchRequested);
            QTest::mouseClick(button, Qt::LeftButton);
            QCOMPARE(asked.size(), 1);
            QVERIFY(!notice->isVisible());
        }
    }

    void saysWhenNothingIsFoundAndWhenItTakesLong()
    {
        m_pane->begin(aStop(), 0);
        QTRY_VERIFY(says(u"Still searching"_s));
        answer({});
        QVERIFY(says(u"Nothing like this is on the map"_s));
        QVERIFY(!use()->isEnabled());
        search()->setFocus();
        search()->selectAll();
        QTest::keyClicks(search(), u"x"_s);
        QTRY_VERIFY(says(u"Write a street and a number"_s));
    }

    void pinsByHandAndKeepsWhatWasWritten()
    {
        QSignalSpy wanted(m_pane.get(), &ClinicPane::pinRequested);
        QSignalSpy applied(m_pane.get(), &ClinicPane::applyRequested);
        m_pane->begin(aStop(), 0);
        answer({house(u"2210"_s, 0.5)});
        auto *pin = named<QPushButton>(u"Choose the place by a click on the map"_s);
        QTest::mouseClick(pin, Qt::LeftButton);
        QCOMPARE(wanted.last()[0].toBool(), true);
        QTest::keyClick(m_pane.get(), Qt::Key_Escape);
        QCOMPARE(wanted.last()[0].toBool(), false);
        QTest::mouseClick(pin, Qt::LeftButton);
        m_pane->giveUpPinning();
        m_candidates->setPinned(QGeoCoordinate(-34.95, -56.17));
        m_pane->choose(1);
        m_candidates->setNearPin(house(u"2230"_s, 0));
        QVERIFY(ClinicWords::title(m_candidates->index(1)).contains(u"near Rambla Wilson 2230"_s));
        auto *keep = box(u"Keep street"_s);
        QVERIFY(keep->isVisible() && keep->isChecked());
        QTest::mouseClick(use(), Qt::LeftButton);
        QCOMPARE(applied.last()[0].value<AddressCure>().where, QGeoCoordinate(-34.95, -56.17));
        QVERIFY(!applied.last()[0].value<AddressCure>().understood);
        QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
        QTest::mouseClick(use(), Qt::LeftButton);
        QCOMPARE(applied.last()[0].value<AddressCure>().understood->houseNumber, u"2230"_s);
    }

    void decidesEverythingElseWithIt()
    {
        QSignalSpy applied(m_pane.get(), &ClinicPane::applyRequested);
        m_pane->begin(aStop(), 3);
        answer({house(u"2210"_s, 0.9)});
        auto *code = named<QLineEdit>(u"Gate code"_s);
        QCOMPARE(code->text(), u"12"_s);
        code->selectAll();
        QTest::keyClicks(code, u"77#"_s);
        auto *others = box(u"Also for 3 other"_s);
        QVERIFY(others->isVisible() && others->isChecked());
        auto *note = named<QLineEdit>(u"The note"_s);
        QVERIFY(!note->isVisible());
        QTest::mouseClick(box(u"Leave a note"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(u"Rambla Wilson 2210"_s));
        QTest::mouseClick(box(u"Remember"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::keyClick(code, Qt::Key_Return, Qt::ControlModifier);
        const auto cure = applied.last()[0].value<AddressCure>();
        QCOMPARE(*cure.gateCode, u"77#"_s);
        QVERIFY(!cure.instructions);
        QVERIFY(cure.alsoOthers && !cure.remembers);
        QCOMPARE(cure.note, note->text());
    }

    void followsTheStopWhereNobodyTyped()
    {
        m_pane->begin(aStop(), 0);
        answer({house(u"2210"_s, 0.9)});
        auto *code = named<QLineEdit>(u"Gate code"_s);
        code->selectAll();
        QTest::keyClicks(code, u"77"_s);
        auto now = aStop();
        now.gateCode = u"99"_s;
        now.instructions = u"By the side door"_s;
        now.where = QGeoCoordinate(-34.8, -56.1);
        m_pane->follow(now);
        QCOMPARE(code->text(), u"77"_s);
        QCOMPARE(m_pane->findChild<QPlainTextEdit *>()->toPlainText(), u"By the side door"_s);
        QVERIFY(m_pane->findChild<Notice *>()->text().contains(u"Somebody else"_s));
        QCOMPARE(*m_pane->cure().gateCode, u"77"_s);
    }

    void tellsWherePastDriversStopped()
    {
        m_pane->begin(aStop(), 0);
        answer({house(u"2210"_s, 0.9)});
        QList<PastVisit> visits;
        for (int i = 0; i < 7; ++i)
            visits.append({.stop = StopId(u"s"_s),
                           .at = Test::at(17),
                           .driverName = u"Carla Núñez"_s,
                           .where = QGeoCoordinate(-34.9003, -56.16)});
        m_candidates->setVisited(visitPlaceOf(visits));
        m_pane->showVisits(visits);
        QVERIFY(says(u"Earlier visits"_s));
        QVERIFY(says(u"Carla Núñez"_s));
        QVERIFY(says(u"and 2 more"_s));
        const auto row = m_candidates->index(1);
        QCOMPARE(ClinicWords::title(row), u"7 delivery(s) were made here"_s);
        QVERIFY2(ClinicWords::detail(row).contains(u"35 m from the house"_s), qPrintable(ClinicWords::detail(row)));
        QCOMPARE(m_pane->chosenRow(), 0); // what comes later moves nobody's choice
    }

    void setsTakesAndRemovesAnEntrance()
    {
        QSignalSpy pins(m_pane.get(), &ClinicPane::pinRequested);
        m_pane->begin(aStop(), 0);
        QVERIFY(!m_pane->isDirty());
        answer({house(u"2210"_s, 0.9)});
        QVERIFY(!m_pane->cure().entrance);
        const auto place = m_pane->cure().where;
        auto *remove = named<QPushButton>(u"Remove the entrance: the driver goes to the place itself"_s);
        auto *past = named<QPushButton>(u"Take where past drivers stopped as the entrance"_s);
        QVERIFY(remove && remove->isHidden());
        QVERIFY(past && past->isHidden());

        QTRY_VERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(m_pane->isPinningEntrance()); // a button shows its click first
        QCOMPARE(pins.size(), 1);
        named<QPushButton>(u"Choose the place by a click on the map"_s)->click(); // one click means one thing
        QVERIFY(!m_pane->isPinningEntrance());
        QCOMPARE(pins.last()[0].toBool(), true);
        QTest::keyClick(list(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(m_pane->isPinningEntrance());
        const auto gate = place.atDistanceAndAzimuth(80.0, 90.0);
        m_pane->setEntrance(gate);
        QVERIFY(!m_pane->isPinningEntrance());
        QCOMPARE(m_pane->cure().entrance.value_or(QGeoCoordinate()), gate);
        QVERIFY(says(u"80 m from the place"_s));
        QVERIFY(m_pane->isDirty());

        const PastVisit visit{
            .stop = StopId(u"s"_s), .at = Test::at(17), .where = place.atDistanceAndAzimuth(35.0, 0.0)};
        m_candidates->setVisited(visitPlaceOf({visit}));
        QVERIFY(!past->isHidden());
        QTest::keyClick(list(), Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(m_pane->cure().entrance.value_or(QGeoCoordinate()), visit.where);
        QTest::keyClick(list(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!m_pane->cure().entrance); // as it was: none
        QVERIFY(says(u"At the place"_s));
    }

    void saysWhatToDoWithAnEntranceThatIsTooFar()
    {
        const QSignalSpy applied(m_pane.get(), &ClinicPane::applyRequested);
        m_pane->begin(aStop(), 0);
        answer({house(u"2210"_s, 0.9)});
        const auto place = m_pane->cure().where;
        m_pane->setEntrance(place.atDistanceAndAzimuth(1'400.0, 90.0));
        QVERIFY(says(u"Set it nearer, or remove it"_s));
        QVERIFY(!use()->isEnabled());
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(applied.isEmpty());
        m_pane->setEntrance(place.atDistanceAndAzimuth(900.0, 90.0));
        QVERIFY(use()->isEnabled());
    }

    void leavesAnEntranceBehindThatNobodyTouched()
    {
        auto stop = aStop();
        stop.where = QGeoCoordinate(-34.8, -56.16);
        stop.entrance = stop.where.atDistanceAndAzimuth(80.0, 90.0);
        m_pane->begin(stop, 0);
        QVERIFY(says(u"80 m from the place"_s));
        answer({house(u"2210"_s, 0.9)}); // 11 km away
        QVERIFY(says(u"too far"_s));
        QVERIFY(use()->isEnabled());
        const auto cure = m_pane->cure();
        QVERIFY(cure.entrance && !cure.entrance->isValid());
    }

    void offersTheEntranceThatIsRememberedOfTheAddress()
    {
        const auto gate = house({}, 0).where.atDistanceAndAzimuth(120.0, 0.0);
        m_pane->begin(aStop(), 0, gate);
        QVERIFY(!m_pane->isDirty());
        answer({house(u"2210"_s, 0.9)});
        QVERIFY(says(u"120 m from the place"_s));
        QCOMPARE(m_pane->cure().entrance.value_or(QGeoCoordinate()), gate);
    }

    void isSpokenWhole()
    {
        m_pane->begin(aStop(), 0);
        answer({house(u"2210"_s, 0.93)});
        QCOMPARE(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"1. Rambla Wilson 2210, very likely, 93 %. Punta Carretas · 2.2 km from the depot"_s);
        for (auto *widget : m_pane->findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                || qobject_cast<QAbstractScrollArea *>(widget);
            if (!isControl || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    void saysDistancesAsFarAsTheyMatter()
    {
        QCOMPARE(ClinicWords::distance(0), u"0 m"_s);
        QCOMPARE(ClinicWords::distance(33), u"35 m"_s);
        QCOMPARE(ClinicWords::distance(347), u"350 m"_s);
        QCOMPARE(ClinicWords::distance(997), u"1.0 km"_s);
        QCOMPARE(ClinicWords::distance(140'400), u"140 km"_s);
    }
};

QTEST_MAIN(ClinicPaneTest)
#include "tst_clinicpane.moc"
