// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/orders.h"

#include "simulator/people.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

using std::chrono::seconds;

struct Outcome
{
    Stop::Failure failure;
    double probability;
    QString note;
};

Stop::Failure failureFor(Chance &chance, QString &note)
{
    static const QList<Outcome> outcomes{
        {.failure = Stop::Failure::NobodyHome, .probability = 0.035, .note = u"Nadie atiende el timbre"_s},
        {.failure = Stop::Failure::Refused, .probability = 0.008, .note = u"No lo quiere recibir"_s},
        {.failure = Stop::Failure::NoAccess, .probability = 0.008, .note = u"Portón cerrado, sin código"_s},
        {.failure = Stop::Failure::Damaged, .probability = 0.004, .note = u"Caja mojada"_s},
        {.failure = Stop::Failure::Missing, .probability = 0.003, .note = u"No está en la camioneta"_s},
        {.failure = Stop::Failure::Other, .probability = 0.003, .note = u"Calle cortada por feria"_s},
    };
    double thrown = chance.unit();
    for (const auto &outcome : outcomes) {
        thrown -= outcome.probability;
        if (thrown < 0.0) {
            note = outcome.note;
            return outcome.failure;
        }
    }
    return Stop::Failure::None;
}

Stop::Method methodFor(Chance &chance)
{
    const double thrown = chance.unit();
    if (thrown < 0.70)
        return Stop::Method::InPerson;
    if (thrown < 0.82)
        return Stop::Method::FrontDesk;
    if (thrown < 0.91)
        return Stop::Method::Neighbour;
    return thrown < 0.97 ? Stop::Method::SafePlace : Stop::Method::Locker;
}

seconds serviceFor(Stop::Method method, Chance &chance)
{
    const bool quick = method == Stop::Method::SafePlace || method == Stop::Method::Locker;
    return seconds(30 * (quick ? chance.between(5, 9) : chance.between(12, 24)));
}

/// The shop's line, and whether it can be found by it.
void writeAddress(Visit &visit, Chance &chance)
{
    const auto &address = visit.door.address;
    visit.writtenAddress = address.text;
    visit.isPlaced = !chance.happens(0.12);
    const double thrown = chance.unit();
    if (thrown < 0.04) { // a driver who knows the city finds it all the same, after asking
        visit.isPlaced = false;
        visit.writtenAddress = misspelt(address.text, chance);
        visit.actualService += seconds(chance.between(60, 200));
    } else if (thrown < 0.05) {
        visit.isPlaced = false;
        const auto nowhere = u"%1 %2"_s.arg(misspelt(address.street, chance)).arg(chance.between(9000, 9999));
        visit.writtenAddress = address.suburb.isEmpty() ? nowhere : nowhere + u", "_s + address.suburb;
        visit.failure = Stop::Failure::WrongAddress;
        visit.note = u"La dirección no existe"_s;
    }
}

QList<double> parcelsFor(Vehicle::Kind vehicle, Chance &chance)
{
    const double thrown = chance.unit();
    const int count = 1 + (thrown < 0.7 ? 0 : 1) + (thrown < 0.92 ? 0 : 1);
    QList<double> kilograms;
    for (int i = 0; i < count; ++i) {
        const double heaviest = vehicle == Vehicle::Kind::Van ? 24.0 : 4.5;
        const double part = chance.unit();
        kilograms += std::round((0.4 + heaviest * part * part) * 10.0) / 10.0;
    }
    return kilograms;
}

} // namespace

Visit makeVisit(const DaySettings &settings, const Door &door, Vehicle::Kind vehicle, int number)
{
    Chance chance(settings.seed, "order"_L1, number);
    Visit visit;
    visit.reference =
        u"S%1-%2-%3"_s.arg(settings.seed).arg(settings.day.toString(u"yyMMdd")).arg(number + 1, 4, 10, QChar(u'0'));
    visit.shop = shopName(chance);
    visit.customer = personName(chance);
    visit.phone = phoneNumber(chance);
    visit.email = slugOf(visit.customer) + u"@example.com"_s;
    visit.door = door;
    visit.method = methodFor(chance);
    visit.instructions = instructionsFor(chance);
    visit.gateCode = gateCodeFor(chance);
    visit.parcelKilograms = parcelsFor(vehicle, chance);
    visit.plannedService = serviceFor(visit.method, chance);
    visit.actualService =
        seconds(std::llround(static_cast<double>(visit.plannedService.count()) * chance.between(0.72, 1.24)));
    visit.failure = failureFor(chance, visit.note);
    writeAddress(visit, chance);
    if (visit.failure != Stop::Failure::None) // they wait, ring again, call, write a card
        visit.actualService = seconds(chance.between(150, 330));
    return visit;
}

QString misspelt(const QString &text, Chance &chance)
{
    // Two neighbouring letters change places, inside a word and never the first: as in "Wlison".
    QList<qsizetype> places;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        const bool inside = text[i - 1].isLetter() && text[i].isLetter() && text[i + 1].isLetter();
        if (inside && text[i] != text[i + 1])
            places += i;
    }
    if (places.isEmpty())
        return text;
    auto wrong = text;
    const auto at = chance.pick(places);
    std::swap(wrong[at], wrong[at + 1]);
    return wrong;
}

double fitLoad(QList<Visit> &visits, double capacityKilograms)
{
    constexpr double fullest = 0.96;
    const auto total = [&visits] {
        double kilograms = 0.0;
        for (const auto &visit : std::as_const(visits)) {
            for (const double parcel : visit.parcelKilograms)
                kilograms += parcel;
        }
        return kilograms;
    };
    if (const double scale = capacityKilograms * fullest / total(); scale < 1.0) {
        for (auto &visit : visits) {
            for (auto &parcel : visit.parcelKilograms)
                parcel = std::max(std::floor(parcel * scale * 100.0) / 100.0, 0.01);
        }
    }
    return total() / capacityKilograms;
}

} // namespace Doorstep::Simulation
