// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace Doorstep {

/// Objects that are dear to make and used by one thread at a time: whoever needs one takes a spare or makes it, and
/// gives it back.
template <typename T>
class Spares
{
public:
    class Loan
    {
    public:
        Loan(Spares &spares, std::unique_ptr<T> object)
            : m_spares(&spares)
            , m_object(std::move(object))
        {
        }
        Loan(Loan &&) noexcept = default;
        Loan &operator=(Loan &&) = delete;
        Loan(const Loan &) = delete;
        Loan &operator=(const Loan &) = delete;
        ~Loan()
        {
            if (m_object)
                m_spares->giveBack(std::move(m_object));
        }
        T *operator->() const { return m_object.get(); }
        T &operator*() const { return *m_object; }

    private:
        Spares *m_spares;
        std::unique_ptr<T> m_object;
    };

    /// Makes one from \a arguments when there is no spare.
    template <typename... Arguments>
    [[nodiscard]] Loan take(Arguments &&...arguments)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_spares.empty()) {
                auto object = std::move(m_spares.back());
                m_spares.pop_back();
                return Loan(*this, std::move(object));
            }
        }
        return Loan(*this, std::make_unique<T>(std::forward<Arguments>(arguments)...));
    }

    /// A spare that \a isFit likes; none when there is none.
    template <typename Predicate>
    [[nodiscard]] std::optional<Loan> takeFit(Predicate isFit)
    {
        const std::scoped_lock lock(m_mutex);
        const auto fit = std::ranges::find_if(m_spares, [&](const auto &spare) { return isFit(*spare); });
        if (fit == m_spares.end())
            return std::nullopt;
        auto object = std::move(*fit);
        m_spares.erase(fit);
        return std::optional<Loan>(std::in_place, *this, std::move(object));
    }

private:
    void giveBack(std::unique_ptr<T> object)
    {
        const std::scoped_lock lock(m_mutex);
        m_spares.push_back(std::move(object));
    }

    std::mutex m_mutex;
    std::vector<std::unique_ptr<T>> m_spares;
};

} // namespace Doorstep
