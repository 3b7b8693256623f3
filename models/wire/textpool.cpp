// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/textpool.h"

#include <QHashFunctions>

#include <algorithm>
#include <utility>

namespace Doorstep::Wire {
namespace {

constexpr std::size_t fewestSlots = 1'024;

/// How many have \a text, its pool included. Others may come and go meanwhile; nobody comes when the pool is the last.
int holdersOf(QString &text)
{
    const auto *data = text.data_ptr().d_ptr();
    return data == nullptr ? 0 : data->ref_.loadRelaxed();
}

} // namespace

QString TextPool::text(QByteArrayView utf8)
{
    if (utf8.isEmpty() || utf8.size() > longest)
        return QString::fromUtf8(utf8);
    if (m_slots.empty())
        m_slots.resize(fewestSlots);
    const auto hash = qHash(utf8, QHashSeed::globalSeed());
    auto &slot = slotFor(hash, utf8);
    if (!slot.text.isNull())
        return slot.text;
    slot = {.hash = hash, .text = QString::fromUtf8(utf8)};
    auto text = slot.text;
    ++m_count;
    if (m_count >= m_sweepAt)
        sweep(1);
    else if (static_cast<std::size_t>(m_count) * 4 > m_slots.size() * 3)
        rehash(m_slots.size() * 2);
    return text;
}

TextPool::Slot &TextPool::slotFor(std::size_t hash, QByteArrayView utf8)
{
    const auto mask = m_slots.size() - 1;
    for (auto at = hash & mask;; at = (at + 1) & mask) {
        auto &slot = m_slots[at];
        if (slot.text.isNull() || (slot.hash == hash && slot.text == QUtf8StringView(utf8.data(), utf8.size())))
            return slot;
    }
}

void TextPool::sweep(int leastOthers)
{
    m_count = 0;
    for (auto &slot : m_slots) {
        if (holdersOf(slot.text) > leastOthers) // the pool holds it too
            ++m_count;
        else
            slot = {};
    }
    auto slotCount = fewestSlots;
    while (static_cast<std::size_t>(m_count) * 4 > slotCount * 3)
        slotCount *= 2;
    rehash(slotCount); // also when it is as many: the chains have gaps now
    m_sweepAt = std::max(leastSwept, m_count * 2);
}

void TextPool::rehash(std::size_t slotCount)
{
    auto before = std::exchange(m_slots, std::vector<Slot>(slotCount));
    const auto mask = slotCount - 1;
    for (auto &slot : before) {
        if (slot.text.isNull())
            continue;
        auto at = slot.hash & mask;
        while (!m_slots[at].text.isNull())
            at = (at + 1) & mask;
        m_slots[at] = std::move(slot);
    }
}

} // namespace Doorstep::Wire
