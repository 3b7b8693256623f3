// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/people.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

const QStringList &firstNames()
{
    static const auto names =
        u"Agustín Alejandra Alejandro Ana Andrea Andrés Antonella Ariel Belén Bruno Camila Carla Carolina Cecilia "
        u"César Claudia "
        "Cristina Daniel Daniela Darío Diego Eduardo Elena Emiliano Estela Eugenia Fabián Federico Felipe Fernanda "
        "Fernando "
        "Florencia Francisco Gabriel Gabriela Gastón Gimena Gonzalo Graciela Guillermo Gustavo Héctor Hernán Hugo "
        "Ignacio Inés "
        "Irene Jimena Joaquín Jorge José Juan Juliana Julio Karina Laura Leandro Leonardo Leticia Lorena Lucas Lucía "
        "Luis Manuel "
        "Marcela Marcelo María Mariana Mariano Marta Martín Mateo Matías Mauricio Mercedes Micaela Miguel Mónica "
        "Natalia Nicolás "
        "Nora Óscar Pablo Patricia Paula Pedro Pilar Rafael Ramiro Raquel Raúl Ricardo Roberto Rocío Rodrigo Romina "
        "Rosana Santiago "
        "Sebastián Sergio Silvana Silvia Sofía Soledad Susana Tania Teresa Valentina Valeria Verónica Victoria Virginia Viviana Ximena"_s
            .split(u' ');
    return names;
}

const QStringList &lastNames()
{
    static const auto names =
        u"Acosta Aguirre Alonso Álvarez Barrios Benítez Bentancor Blanco Cabrera Cáceres Cardozo Carballo Castro "
        u"Correa Costa Cruz "
        "Curbelo Da_Silva De_León Delgado Díaz Domínguez Duarte Fernández Ferreira Figueroa Fonseca Franco García "
        "Giménez Gómez "
        "González Gutiérrez Hernández Ibarra Larrosa Lemos Lima López Machado Maidana Martínez Medina Melo Méndez "
        "Mendoza Molina "
        "Morales Moreira Muñoz Navarro Núñez Olivera Ortiz Pereira Pérez Pereyra Piriz Quintana Ramírez Ramos Reyes "
        "Rivero Rodríguez "
        "Rojas Romero Rosas Ruiz Sánchez Santos Sosa Silva Silveira Suárez Techera Torres Umpiérrez Vázquez Vega Vidal Viera Villalba Zapata"_s
            .split(u' ');
    return names;
}

} // namespace

QString personName(Chance &chance)
{
    const auto first = chance.pick(firstNames());
    return first + u' ' + QString(chance.pick(lastNames())).replace(u'_', u' ');
}

QStringList personNames(Chance &chance, int count)
{
    QStringList names;
    QSet<QString> taken;
    const auto most = firstNames().size() * lastNames().size() / 2;
    while (names.size() < count) {
        const auto name = personName(chance);
        if (taken.contains(name) && taken.size() < most)
            continue;
        taken.insert(name);
        names += name;
    }
    return names;
}

QString slugOf(const QString &name)
{
    QString slug;
    for (const auto c : name.normalized(QString::NormalizationForm_D).toLower()) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            slug += c;
        else if (c == u' ')
            slug += u'-';
    }
    return slug;
}

QString phoneNumber(Chance &chance)
{
    return u"+59891000%1"_s.arg(chance.below(1000), 3, 10, QChar(u'0'));
}

QString shopName(Chance &chance)
{
    static const QStringList shops{u"Librería Sarandí"_s, u"Casa Palermo"_s,      u"Farmacia del Cordón"_s,
                                   u"Tienda Malvín"_s,    u"Bazar Tres Cruces"_s, u"Vinos del Sur"_s,
                                   u"Ferretería Goes"_s,  u"Mundo Mascota"_s,     u"Electro Unión"_s,
                                   u"Zapatería Rivera"_s};
    return chance.pick(shops);
}

QString instructionsFor(Chance &chance)
{
    static const QStringList wishes{
        u"Timbre roto, llamar al llegar"_s, u"Dejar con el portero"_s,         u"Casa al fondo, portón verde"_s,
        u"Cuidado con el perro"_s,          u"Tocar el timbre dos veces"_s,    u"Subir por escalera, segundo piso"_s,
        u"Entrar por la cochera"_s,         u"No tocar timbre, bebé duerme"_s, u"Local comercial, planta baja"_s};
    return chance.happens(0.25) ? chance.pick(wishes) : QString();
}

QString gateCodeFor(Chance &chance)
{
    if (!chance.happens(0.08))
        return {};
    const auto code = QString::number(chance.between(1000, 9999));
    return chance.happens(0.5) ? code + u'#' : code;
}

} // namespace Doorstep::Simulation
