// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/store/overlay.h"

namespace Doorstep {
namespace {

/// Calls \a take with a batch's, a layer's and a Fleet's member for each kind of thing that verbs change.
template <typename Take>
void eachKind(Take take)
{
    take(&Batch::stops, &Layers::stops, &Fleet::stops);
    take(&Batch::routes, &Layers::routes, &Fleet::routes);
    take(&Batch::drivers, &Layers::drivers, &Fleet::drivers);
    take(&Batch::notes, &Layers::notes, &Fleet::notes);
    take(&Batch::exceptions, &Layers::exceptions, &Fleet::exceptions);
    take(&Batch::closures, &Layers::closures, &Fleet::closures);
    take(&Batch::sites, &Layers::sites, &Fleet::sites);
    take(&Batch::thresholds, &Layers::thresholds, &Fleet::thresholds);
    take(&Batch::rates, &Layers::rates, &Fleet::rates);
}

QSet<Subject> subjectsOf(const Effects &effects)
{
    QSet<Subject> subjects;
    for (const auto &stop : effects.stops)
        subjects.insert(Subject::of(stop.id));
    for (const auto &route : effects.routes)
        subjects.insert(Subject::of(route.id));
    for (const auto &driver : effects.drivers)
        subjects.insert(Subject::of(driver.id));
    for (const auto &exception : effects.exceptions)
        subjects.insert(Subject::of(exception.id));
    for (const auto &note : effects.notes)
        subjects.insert(note.about);
    for (const auto &closure : effects.closures)
        subjects.insert(Subject::of(closure.id));
    return subjects;
}

} // namespace

Overlay::Overlay(Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_shown(fleet)
{
}

void Overlay::apply(Batch batch)
{
    takeCursors(batch.cursors);
    const bool hasLeft = dropPassed();
    m_ahead.reset();
    if (hasLeft || touches(batch))
        update(std::move(batch));
    else
        m_fleet.apply(std::move(batch));
    tellWaiting();
}

void Overlay::clear()
{
    m_aside = {};
    m_cursors.clear();
    m_pastEpochs.clear();
    m_ahead.reset();
    m_fleet.clear();
}

void Overlay::submit(const Command &command)
{
    m_entries.append({.command = command});
    recast();
    m_ahead.reset();
}

void Overlay::keep(const QList<CommandId> &commands)
{
    for (const auto &id : commands) {
        if (auto *entry = find(id); entry != nullptr && entry->stage == Stage::Submitted)
            entry->stage = Stage::Kept;
    }
    update({});
    tellWaiting();
}

void Overlay::forget(const CommandId &command)
{
    const auto entry = std::ranges::find(m_entries, command, [](const Entry &one) { return one.command.id; });
    if (entry == m_entries.end())
        return;
    count(entry->subjects, -1);
    m_entries.erase(entry);
    recast();
    update({});
    tellWaiting();
}

void Overlay::forgetAll()
{
    for (const auto &entry : std::as_const(m_entries))
        count(entry.subjects, -1);
    m_entries.clear();
    recast();
    update({});
    tellWaiting();
}

void Overlay::settle(const Verdict &verdict)
{
    if (verdict.kind != Verdict::Kind::Applied) {
        forget(verdict.command);
        return;
    }
    auto *entry = find(verdict.command);
    if (entry == nullptr)
        return;
    entry->stage = Stage::Applied;
    entry->verdict = verdict;
    if (dropPassed()) {
        update({});
        tellWaiting();
    }
}

const Scene &Overlay::scene() const
{
    if (!m_ahead) {
        m_ahead = std::make_unique<LayeredScene>(&m_shown);
        for (const auto &entry : m_entries) {
            if (entry.stage != Stage::Submitted)
                continue;
            if (const auto decision = decide(entry.command.verb, *m_ahead, {.user = m_user, .at = entry.command.at}))
                m_ahead->layers.lay(*decision);
        }
    }
    return *m_ahead;
}

void Overlay::update(Batch batch)
{
    m_ahead.reset();
    setAside(batch);
    predict(decideAll(batch), batch);
    m_fleet.apply(std::move(batch));
}

/// Takes out of \a batch what is shown otherwise.
void Overlay::setAside(Batch &batch)
{
    eachKind([&](auto ofBatch, auto ofLayers, auto) {
        auto &coming = batch.*ofBatch;
        auto &aside = m_aside.*ofLayers;
        if (aside.isEmpty())
            return;
        for (const auto &key : std::as_const(coming.removed)) {
            if (const auto known = aside.find(key); known != aside.end())
                known->reset();
        }
        for (const auto &thing : std::as_const(coming.written)) {
            if (const auto known = aside.find(keyOf(thing)); known != aside.end())
                *known = thing;
        }
        coming.removed.removeIf([&aside](const auto &key) { return aside.contains(key); });
        coming.written.removeIf([&aside](const auto &thing) { return aside.contains(keyOf(thing)); });
    });
}

Layers Overlay::decideAll(const Batch &coming)
{
    const ReplicaScene replica(m_fleet, m_aside, coming);
    LayeredScene scene(&replica);
    for (auto &entry : m_entries) {
        if (entry.stage == Stage::Submitted)
            continue;
        const auto decision = decide(entry.command.verb, scene, {.user = m_user, .at = entry.command.at});
        if (!decision)
            continue;
        scene.layers.lay(*decision);
        if (entry.subjects.isEmpty()) {
            entry.subjects = subjectsOf(*decision);
            count(entry.subjects, 1);
        }
    }
    return std::move(scene.layers);
}

/// Puts aside what \a predicted hides.
void Overlay::hide(const Layers &predicted)
{
    eachKind([&](auto, auto ofLayers, auto ofFleet) {
        auto &aside = m_aside.*ofLayers;
        const auto &shown = (m_fleet.*ofFleet)();
        for (const auto &key : (predicted.*ofLayers).keys()) {
            if (aside.contains(key))
                continue;
            const auto *before = shown.find(key);
            aside.insert(key, before == nullptr ? std::nullopt : std::optional(*before));
        }
    });
}

/// Puts into \a batch what is to be shown, and aside what that hides.
void Overlay::predict(const Layers &predicted, Batch &batch)
{
    hide(predicted);
    setAside(batch); // the newest of what has just been hidden may be on its way
    eachKind([&](auto ofBatch, auto ofLayers, auto) {
        auto &coming = batch.*ofBatch;
        auto &aside = m_aside.*ofLayers;
        const auto &wanted = predicted.*ofLayers;
        for (auto known = aside.begin(); known != aside.end();) {
            const auto want = wanted.constFind(known.key());
            const auto &value = want == wanted.cend() ? *known : *want;
            if (value)
                coming.written.append(*value);
            else
                coming.removed.append(known.key());
            known = want == wanted.cend() ? aside.erase(known) : std::next(known);
        }
    });
}

bool Overlay::touches(const Batch &batch) const
{
    if (m_entries.isEmpty())
        return false;
    bool isTouched = false;
    eachKind([&](auto ofBatch, auto ofLayers, auto) {
        const auto &coming = batch.*ofBatch;
        const auto &cast = m_cast.*ofLayers;
        const auto isCast = [&cast](const auto &key) { return cast.contains(key); };
        isTouched = isTouched || std::ranges::any_of(coming.removed, isCast)
            || std::ranges::any_of(coming.written, [&](const auto &thing) { return isCast(keyOf(thing)); });
    });
    return isTouched;
}

void Overlay::takeCursors(const QHash<FeedId, Cursor> &cursors)
{
    for (const auto &[feed, cursor] : cursors.asKeyValueRange()) {
        const auto before = m_cursors.value(feed);
        m_cursors.insert(feed, cursor);
        for (auto &entry : m_entries) {
            if (entry.stage == Stage::Applied && entry.command.feed == feed && entry.verdict.again
                && entry.verdict.epoch != cursor.epoch)
                entry.mayLeave = true;
        }
        if (before.epoch == cursor.epoch)
            continue;
        if (before.epoch != 0)
            m_pastEpochs[feed].insert(before.epoch);
        Q_EMIT epochChanged(feed, cursor.epoch);
    }
}

bool Overlay::hasPassed(const Entry &entry) const
{
    if (entry.stage != Stage::Applied)
        return false;
    const auto cursor = m_cursors.value(entry.command.feed);
    if (cursor.epoch == entry.verdict.epoch)
        return cursor.seq >= entry.verdict.to;
    // A restored backend that still knows it has it in the history it goes on with; one that does not is sent it again.
    return entry.mayLeave
        || (entry.verdict.again && m_pastEpochs.value(entry.command.feed).contains(entry.verdict.epoch));
}

bool Overlay::dropPassed()
{
    QList<CommandId> gone;
    m_entries.removeIf([&](const Entry &entry) {
        if (!hasPassed(entry))
            return false;
        count(entry.subjects, -1);
        gone.append(entry.command.id);
        return true;
    });
    if (gone.isEmpty())
        return false;
    recast();
    Q_EMIT passed(gone);
    return true;
}

void Overlay::count(const QSet<Subject> &subjects, int by)
{
    for (const auto &subject : subjects) {
        auto &waiting = m_waiting[subject];
        waiting += by;
        if (waiting == 0)
            m_waiting.remove(subject);
    }
    m_news.unite(subjects);
}

void Overlay::tellWaiting()
{
    QList<Subject> changed;
    for (const auto &subject : std::exchange(m_news, {})) {
        const bool isSo = isWaiting(subject);
        if (m_told.value(subject) == isSo)
            continue;
        if (isSo)
            m_told.insert(subject, true);
        else
            m_told.remove(subject);
        changed.append(subject);
    }
    if (!changed.isEmpty())
        Q_EMIT waitingChanged(changed);
}

namespace {

/// Says of \a keys that they are in \a layer, and nothing of what is there.
template <typename Layer, typename Keys>
void markAll(Layer &layer, const Keys &keys)
{
    for (const auto &key : keys)
        layer.insert(key, std::nullopt);
}

} // namespace

void Overlay::recast()
{
    m_cast = {};
    for (const auto &entry : std::as_const(m_entries)) {
        const auto cast = castOf(entry.command.verb);
        markAll(m_cast.stops, cast.stops);
        markAll(m_cast.routes, cast.routes);
        markAll(m_cast.drivers, cast.drivers);
        markAll(m_cast.notes, cast.notes);
        markAll(m_cast.exceptions, cast.exceptions);
        markAll(m_cast.closures, cast.closures);
        markAll(m_cast.sites, cast.sites);
        markAll(m_cast.thresholds, cast.thresholds);
        markAll(m_cast.rates, cast.rates);
    }
}

bool Overlay::contains(const CommandId &command) const
{
    return std::ranges::contains(m_entries, command, [](const Entry &one) { return one.command.id; });
}

Overlay::Entry *Overlay::find(const CommandId &command)
{
    const auto entry = std::ranges::find(m_entries, command, [](const Entry &one) { return one.command.id; });
    return entry == m_entries.end() ? nullptr : &*entry;
}

} // namespace Doorstep

#include "moc_overlay.cpp"
