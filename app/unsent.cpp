// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/unsent.h"

#include "app/serverprofiles.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

const auto group = u"unsent"_s;

QString nameOf(const ServerProfile &person)
{
    return QString::fromLatin1(person.key().toUtf8().toPercentEncoding());
}

} // namespace

Unsent Unsent::ofOthers(QSettings &settings, const ServerProfile &present)
{
    Unsent unsent;
    settings.beginGroup(group);
    for (const auto &name : settings.childKeys()) {
        const int decisions = settings.value(name).toInt();
        if (decisions <= 0 || name == nameOf(present))
            continue;
        const auto key = QUrl::fromPercentEncoding(name.toLatin1());
        unsent.people.append(key.sliced(key.lastIndexOf(u'|') + 1));
        unsent.decisions += decisions;
    }
    settings.endGroup();
    unsent.people.sort();
    unsent.people.removeDuplicates(); // at several servers
    return unsent;
}

void Unsent::note(QSettings &settings, const ServerProfile &person, int decisions)
{
    const auto name = group + u'/' + nameOf(person);
    if (decisions > 0)
        settings.setValue(name, decisions);
    else
        settings.remove(name);
}

} // namespace Doorstep
