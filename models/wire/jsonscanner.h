// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace Doorstep::Wire {

/// Walks over JSON text value by value and checks the grammar as it goes. Never reads past the end; after the first
/// slip it stays where it is and ok() is false.
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView text) noexcept
        : m_begin(text.data())
        , m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    [[nodiscard]] bool ok() const noexcept { return m_isOk; }
    /// Where it is, or where the first slip was.
    [[nodiscard]] qsizetype offset() const noexcept { return (m_isOk ? m_at : m_slippedAt) - m_begin; }

    /// Whether nothing but space is left.
    [[nodiscard]] bool atEnd() noexcept;
    /// Takes \a c, after any space.
    bool take(char c) noexcept;
    /// take(), and a slip when it is something else.
    bool need(char c) noexcept { return take(c) || slip(); }
    /// The next value of any kind, empty after a slip. \a depth is how many may still be nested in it.
    QByteArrayView value(int depth) noexcept;
    /// The next string without its quotes, escapes as written.
    QByteArrayView string() noexcept;
    /// Whether the last string() has any escapes.
    [[nodiscard]] bool hasEscapes() const noexcept { return m_hasEscapes; }

private:
    void skipSpace() noexcept;
    bool slip() noexcept
    {
        m_slippedAt = m_isOk ? m_at : m_slippedAt;
        m_isOk = false;
        m_at = m_end;
        return false;
    }
    void skipNumber() noexcept;
    void skipDigits() noexcept;
    void skipWord(QByteArrayView word) noexcept;
    void skipObject(int depth) noexcept;
    void skipArray(int depth) noexcept;
    void skipEscape() noexcept;

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    const char *m_slippedAt = nullptr;
    bool m_isOk = true;
    bool m_hasEscapes = false;
};

} // namespace Doorstep::Wire
