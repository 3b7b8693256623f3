// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Doorstep {

void Languages::use(const QString &wanted)
{
    static const QStringList known{u"en"_s, u"es"_s};
    auto language = wanted;
    if (!known.contains(language)) {
        language = u"en"_s;
        for (const auto &preferred : QLocale::system().uiLanguages())
            if (known.contains(preferred.section(u'-', 0, 0))) {
                language = preferred.section(u'-', 0, 0);
                break;
            }
    }
    if (language == m_current)
        return;
    m_current = language;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    // Numbers and weekdays go with the words; the country stays the person's when it speaks that language.
    const auto system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(language) ? system : QLocale(language));
    // English has a file too: its plurals.
    if (m_ours.load(u":/i18n/doorstep_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(u"qtbase_%1"_s.arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

} // namespace Doorstep

#include "moc_languages.cpp"
