// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Doorstep {

namespace {

void writeVarint(QByteArray &bytes, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.append(static_cast<char>((value & 0x7f) | 0x80));
    bytes.append(static_cast<char>(value));
}

void writeDifference(QByteArray &bytes, std::int64_t value)
{
    writeVarint(bytes, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

/// Reads what the two above wrote; once something is wrong, everything is.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
            if (!(next & 0x80))
                return value;
        }
        m_good = false;
        return 0;
    }
    std::int64_t difference()
    {
        const auto value = varint();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::uint8_t byte()
    {
        if (m_at >= m_bytes.size()) {
            m_good = false;
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }
    /// How many things of at least \a size bytes each follow; a number that cannot be true is refused before memory is
    /// taken for it.
    std::size_t count(std::size_t size)
    {
        const auto value = varint();
        if (value > static_cast<std::size_t>(m_bytes.size() - m_at) / size)
            m_good = false;
        return m_good ? static_cast<std::size_t>(value) : 0;
    }
    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

double squareDistance(GridPoint point, GridPoint from, GridPoint to)
{
    const double dx = double(to.x) - from.x;
    const double dy = double(to.y) - from.y;
    const double px = double(point.x) - from.x;
    const double py = double(point.y) - from.y;
    const double square = dx * dx + dy * dy;
    const double along = square > 0 ? std::clamp((px * dx + py * dy) / square, 0.0, 1.0) : 0.0;
    const double ex = px - along * dx;
    const double ey = py - along * dy;
    return ex * ex + ey * ey;
}

/// Douglas and Peucker, with a stack of our own: a coast may have a hundred thousand points.
Shape::Part simplifiedPart(const Shape::Part &part, double tolerance)
{
    if (part.size() < 3)
        return part;
    std::vector<bool> kept(part.size());
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, part.size() - 1}};
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double worst = tolerance * tolerance;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            if (const auto distance = squareDistance(part[i], part[first], part[last]); distance > worst) {
                worst = distance;
                at = i;
            }
        }
        if (at == 0)
            continue;
        kept[at] = true;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    Shape::Part result;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (kept[i])
            result.push_back(part[i]);
    }
    return result;
}

} // namespace

GridPoint GridPoint::fromDegrees(double longitude, double latitude)
{
    constexpr double half = 2147483648.0;
    constexpr double edge = 85.051128779806589;
    const double sine = std::sin(std::clamp(latitude, -edge, edge) * std::numbers::pi / 180);
    const double y = std::log((1 + sine) / (1 - sine)) / (2 * std::numbers::pi);
    const auto onGrid = [](double unit) {
        return static_cast<std::int32_t>(std::clamp(std::round(unit * half), -half, half - 1));
    };
    return {.x = onGrid(longitude / 180), .y = onGrid(y)};
}

void GridBox::add(GridPoint point)
{
    min = {.x = std::min(min.x, point.x), .y = std::min(min.y, point.y)};
    max = {.x = std::max(max.x, point.x), .y = std::max(max.y, point.y)};
}

GridBox Shape::box() const
{
    GridBox box;
    for (const auto &part : parts) {
        for (const auto point : part)
            box.add(point);
    }
    return box;
}

QByteArray Shape::packed() const
{
    QByteArray bytes;
    bytes.append(static_cast<char>(type));
    writeVarint(bytes, parts.size());
    GridPoint last;
    for (const auto &part : parts) {
        writeVarint(bytes, part.size());
        for (const auto point : part) {
            writeDifference(bytes, std::int64_t{point.x} - last.x);
            writeDifference(bytes, std::int64_t{point.y} - last.y);
            last = point;
        }
    }
    return bytes;
}

std::optional<Shape> Shape::unpacked(QByteArrayView bytes)
{
    Reader reader(bytes);
    Shape shape;
    const auto type = reader.byte();
    if (type < std::to_underlying(Type::Point) || type > std::to_underlying(Type::Area))
        return {};
    shape.type = static_cast<Type>(type);
    shape.parts.resize(reader.count(1));
    std::int64_t x = 0;
    std::int64_t y = 0;
    for (auto &part : shape.parts) {
        part.resize(reader.count(2));
        for (auto &point : part) {
            // Differences of 32-bit numbers have 33 bits; more would overflow when many are added.
            const auto dx = reader.difference();
            const auto dy = reader.difference();
            if (std::abs(dx) > UINT32_MAX || std::abs(dy) > UINT32_MAX)
                return {};
            x += dx;
            y += dy;
            if (x != static_cast<std::int32_t>(x) || y != static_cast<std::int32_t>(y))
                return {};
            point = {.x = static_cast<std::int32_t>(x), .y = static_cast<std::int32_t>(y)};
        }
    }
    return reader.isGood() && reader.isAtEnd() ? std::optional(std::move(shape)) : std::nullopt;
}

Shape Shape::simplified(double tolerance) const
{
    Shape result{.type = type, .parts = {}};
    for (const auto &part : parts) {
        auto simple = simplifiedPart(part, tolerance);
        if (type != Type::Area || simple.size() > 3)
            result.parts.push_back(std::move(simple));
    }
    return result;
}

double Shape::area() const
{
    double twice = 0;
    for (const auto &part : parts) {
        for (std::size_t i = 1; i < part.size(); ++i)
            twice += double(part[i - 1].x) * part[i].y - double(part[i].x) * part[i - 1].y;
    }
    return std::abs(twice) / 2;
}

double Shape::length() const
{
    double length = 0;
    for (const auto &part : parts) {
        for (std::size_t i = 1; i < part.size(); ++i)
            length += std::hypot(double(part[i].x) - part[i - 1].x, double(part[i].y) - part[i - 1].y);
    }
    return length;
}

} // namespace Doorstep
