// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/linemesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <ranges>

namespace Doorstep {

namespace {
constexpr double feather = 0.5; // half of the soft edge, in pixels
constexpr double shortestStep = 0.75; // nearer points than this do not show
constexpr double sharpestJoin = -0.3; // cosine between directions below which a join is made of two ends
constexpr int dotCorners = 10;

double dot(QPointF a, QPointF b)
{
    return a.x() * b.x() + a.y() * b.y();
}

QPointF unitOf(QPointF v)
{
    return v / std::hypot(v.x(), v.y());
}

QPointF normalOf(QPointF from, QPointF to)
{
    const auto along = unitOf(to - from);
    return {-along.y(), along.x()};
}

bool comesNear(QPointF a, QPointF b, const QRectF &visible)
{
    return std::max(a.x(), b.x()) >= visible.left() && std::min(a.x(), b.x()) <= visible.right()
        && std::max(a.y(), b.y()) >= visible.top() && std::min(a.y(), b.y()) <= visible.bottom();
}
} // namespace

void LineMesh::clear()
{
    m_vertices.clear();
    m_indices.clear();
}

void LineMesh::addVertex(QPointF at, const QColor &colour, double share)
{
    const auto alpha = colour.alphaF() * share;
    const auto premultiplied = [alpha](float part) { return uchar(std::lround(double(part) * alpha * 255.0)); };
    m_vertices.push_back({float(at.x()), float(at.y()), premultiplied(colour.redF()), premultiplied(colour.greenF()),
                          premultiplied(colour.blueF()), uchar(std::lround(alpha * 255.0))});
}

void LineMesh::addTriangle(quint32 a, quint32 b, quint32 c)
{
    m_indices.insert(m_indices.end(), {a, b, c});
}

quint32 LineMesh::addCrossSection(QPointF at, QPointF normal, double stretch, double width, const QColor &colour)
{
    const auto first = quint32(m_vertices.size());
    const auto outer = (width / 2.0 + feather) * stretch;
    const auto inner = std::max(width / 2.0 - feather, 0.0) * stretch;
    // A line thinner than its soft edges is drawn paler instead of narrower.
    const auto strength = std::min(width, 1.0);
    addVertex(at + normal * outer, colour, 0.0);
    addVertex(at + normal * inner, colour, strength);
    addVertex(at - normal * inner, colour, strength);
    addVertex(at - normal * outer, colour, 0.0);
    return first;
}

void LineMesh::addPolyline(std::span<const QPointF> points, double width, const QColor &colour, const QRectF &visible)
{
    const auto reach = visible.adjusted(-width, -width, width, width);
    std::vector<QPointF> run;
    const auto flush = [&] {
        if (run.size() > 1)
            addRun(run, width, colour);
        run.clear();
    };
    for (const auto &point : points) {
        if (run.empty()) {
            run.push_back(point);
            continue;
        }
        const auto step = point - run.back();
        if (dot(step, step) < shortestStep * shortestStep && &point != &points.back())
            continue;
        if (step.isNull())
            continue;
        if (!comesNear(run.back(), point, reach)) {
            flush();
            run.push_back(point);
            continue;
        }
        run.push_back(point);
    }
    flush();
}

void LineMesh::addRun(std::span<const QPointF> points, double width, const QColor &colour)
{
    const auto join = [this](quint32 a, quint32 b) {
        for (quint32 i = 0; i < 3; ++i) {
            addTriangle(a + i, a + i + 1, b + i);
            addTriangle(a + i + 1, b + i + 1, b + i);
        }
    };
    const auto roundEnds = width > 2.5;
    if (roundEnds)
        addDot(points.front(), width / 2.0, colour);
    auto normal = normalOf(points[0], points[1]);
    auto previous = addCrossSection(points[0], normal, 1.0, width, colour);
    for (size_t i = 1; i < points.size(); ++i) {
        const auto isLast = i + 1 == points.size();
        const auto nextNormal = isLast ? normal : normalOf(points[i], points[i + 1]);
        const auto cosine = dot(normal, nextNormal);
        if (cosine < sharpestJoin) {
            join(previous, addCrossSection(points[i], normal, 1.0, width, colour));
            if (roundEnds)
                addDot(points[i], width / 2.0, colour);
            previous = addCrossSection(points[i], nextNormal, 1.0, width, colour);
        } else {
            const auto stretch = std::sqrt(2.0 / (1.0 + cosine));
            const auto current = addCrossSection(points[i], unitOf(normal + nextNormal), stretch, width, colour);
            join(previous, current);
            previous = current;
        }
        normal = nextNormal;
    }
    if (roundEnds)
        addDot(points.back(), width / 2.0, colour);
}

void LineMesh::addDot(QPointF centre, double radius, const QColor &colour)
{
    const auto first = quint32(m_vertices.size());
    addVertex(centre, colour, 1.0);
    for (int i = 0; i < dotCorners; ++i) {
        const auto angle = 2.0 * std::numbers::pi * i / dotCorners;
        const QPointF direction(std::cos(angle), std::sin(angle));
        addVertex(centre + direction * std::max(radius - feather, 0.0), colour, 1.0);
        addVertex(centre + direction * (radius + feather), colour, 0.0);
    }
    for (quint32 i = 0; i < dotCorners; ++i) {
        const auto inner = first + 1 + 2 * i;
        const auto nextInner = first + 1 + 2 * ((i + 1) % dotCorners);
        addTriangle(first, inner, nextInner);
        addTriangle(inner, inner + 1, nextInner);
        addTriangle(inner + 1, nextInner + 1, nextInner);
    }
}

void LineMesh::addDots(std::span<const QPointF> points, double radius, double spacing, const QColor &colour,
                       const QRectF &visible)
{
    auto untilNext = 0.0;
    for (size_t i = 1; i < points.size(); ++i) {
        const auto way = points[i] - points[i - 1];
        const auto length = std::hypot(way.x(), way.y());
        if (!comesNear(points[i - 1], points[i], visible)) {
            untilNext = 0.0;
            continue;
        }
        auto at = untilNext;
        for (; at <= length && length > 0.0; at += spacing)
            if (visible.contains(points[i - 1] + way * (at / length)))
                addDot(points[i - 1] + way * (at / length), radius, colour);
        untilNext = at - length;
    }
}

void LineMesh::addRectangle(const QRectF &rectangle, const QColor &colour)
{
    const auto first = quint32(m_vertices.size());
    for (const auto &corner :
         {rectangle.topLeft(), rectangle.topRight(), rectangle.bottomRight(), rectangle.bottomLeft()})
        addVertex(corner, colour, 1.0);
    addTriangle(first, first + 1, first + 2);
    addTriangle(first, first + 2, first + 3);
}

void LineMesh::addHatching(std::span<const QPointF> outline, double width, double spacing, const QColor &colour,
                           const QRectF &visible)
{
    const std::vector<QPointF> ring(outline.begin(), outline.end());
    addHatching({&ring, 1}, width, spacing, colour, visible);
}

void LineMesh::addHatching(std::span<const std::vector<QPointF>> rings, double width, double spacing,
                           const QColor &colour, const QRectF &visible)
{
    if (rings.empty() || rings.front().size() < 3)
        return;
    // Turned by 45 degrees the strokes are horizontal scan lines; s and t are the turned axes.
    const auto s = [](QPointF p) { return (p.x() - p.y()) * std::numbers::sqrt2 / 2.0; };
    const auto t = [](QPointF p) { return (p.x() + p.y()) * std::numbers::sqrt2 / 2.0; };
    const auto back = [](double along, double across) {
        return QPointF(along + across, across - along) * (std::numbers::sqrt2 / 2.0);
    };
    const auto [lowest, highest] = std::ranges::minmax(rings.front() | std::views::transform(t));
    const auto first = std::max(lowest, t(visible.topLeft()));
    const auto last = std::min(highest, t(visible.bottomRight()));
    std::vector<double> crossings;
    const auto firstLine = static_cast<int>(std::ceil(first / spacing));
    const auto endLine = static_cast<int>(std::ceil(last / spacing));
    for (int number = firstLine; number < endLine; ++number) {
        const double line = number * spacing;
        crossings.clear();
        for (const auto &ring : rings) {
            for (size_t i = 0; i < ring.size(); ++i) {
                const auto a = ring[i];
                const auto b = ring[(i + 1) % ring.size()];
                if ((t(a) <= line) != (t(b) <= line))
                    crossings.push_back(s(a) + (s(b) - s(a)) * (line - t(a)) / (t(b) - t(a)));
            }
        }
        std::ranges::sort(crossings);
        for (size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const QPointF stroke[]{back(crossings[i], line), back(crossings[i + 1], line)};
            addPolyline(stroke, width, colour, visible);
        }
    }
}

} // namespace Doorstep
