// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/planning/vroom/json.h"

#include <cmath>
#include <format>
#include <optional>

namespace Doorstep::Planning {

// What a document's numbers may be, and be added up.
inline constexpr std::int64_t mostSeconds = 4'000'000'000'000;
inline constexpr std::int64_t mostLoad = 1'000'000'000'000;
inline constexpr std::int64_t mostId = 1LL << 62;

/// The first thing wrong with a document; what comes after it is not said.
class Complaint
{
public:
    void say(const std::string &field, std::string_view what)
    {
        if (m_sentence.empty())
            m_sentence = std::format("{}: {}", field, what);
    }
    [[nodiscard]] bool isSaid() const { return !m_sentence.empty(); }
    [[nodiscard]] const std::string &sentence() const { return m_sentence; }

private:
    std::string m_sentence;
};

/// One value of the document, and its path in it.
class Field
{
public:
    Field(const Json *json, std::string path, Complaint &complaint)
        : m_json(json)
        , m_path(std::move(path))
        , m_complaint(complaint)
    {
    }

    [[nodiscard]] bool isGiven() const { return m_json && !m_json->isNull(); }
    [[nodiscard]] const Json *json() const { return m_json; }
    [[nodiscard]] const std::string &path() const { return m_path; }
    void complain(std::string_view what) const { m_complaint.say(m_path, what); }

    [[nodiscard]] Field operator[](std::string_view key) const
    {
        return {m_json ? m_json->find(key) : nullptr,
                m_path.empty() ? std::string(key) : std::format("{}.{}", m_path, key), m_complaint};
    }

    [[nodiscard]] std::size_t size() const { return m_json ? m_json->size() : 0; }

    /// \a tell for each element. Says when it is there and no array.
    template <typename Tell>
    void forEach(const Tell &tell) const
    {
        if (!isGiven())
            return;
        if (!m_json->isArray())
            return complain("must be an array");
        Json one;
        for (std::size_t i = 0; i < size() && !m_complaint.isSaid(); ++i) {
            const Json *element = nullptr;
            if (const auto *integers = std::get_if<Json::Integers>(&m_json->value)) {
                one.value = (*integers)[i];
                element = &one;
            } else {
                element = &std::get<Json::Array>(m_json->value)[i];
            }
            tell(Field(element, std::format("{}[{}]", m_path, i), m_complaint), i);
        }
    }

    [[nodiscard]] bool isObject() const
    {
        if (m_json && std::holds_alternative<Json::Object>(m_json->value))
            return true;
        complain("must be an object");
        return false;
    }

    /// A whole number from \a least to \a most; \a otherwise when it is not there.
    [[nodiscard]] std::int64_t whole(std::int64_t least, std::int64_t most, std::optional<std::int64_t> otherwise) const
    {
        if (!isGiven()) {
            if (!otherwise)
                complain("is missing");
            return otherwise.value_or(least);
        }
        std::int64_t number = least;
        const auto *real = std::get_if<double>(&m_json->value);
        if (const auto *integer = std::get_if<std::int64_t>(&m_json->value))
            number = *integer;
        else if (real && *real == std::floor(*real) && std::abs(*real) < 9e15)
            number = static_cast<std::int64_t>(*real);
        else
            complain("must be a whole number");
        if (number < least || number > most) {
            complain(std::format("must be from {} to {}, not {}", least, most, number));
            return least;
        }
        return number;
    }

    [[nodiscard]] double real(double least, double most, double otherwise) const
    {
        if (!isGiven())
            return otherwise;
        double number = least;
        if (const auto *integer = std::get_if<std::int64_t>(&m_json->value))
            number = static_cast<double>(*integer);
        else if (const auto *given = std::get_if<double>(&m_json->value))
            number = *given;
        else
            complain("must be a number");
        if (number < least || number > most) {
            complain(std::format("must be from {} to {}, not {}", least, most, number));
            return otherwise;
        }
        return number;
    }

    [[nodiscard]] std::string text() const
    {
        if (!isGiven())
            return {};
        if (const auto *given = std::get_if<std::string>(&m_json->value))
            return *given;
        complain("must be a text");
        return {};
    }

private:
    const Json *m_json;
    std::string m_path;
    Complaint &m_complaint;
};

} // namespace Doorstep::Planning
