// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

namespace Doorstep {

/// Triangles of soft-edged lines, in logical pixels: edges fade over a pixel, so no multisampling is needed.
class LineMesh
{
public:
    struct Vertex
    {
        float x;
        float y;
        uchar red; // premultiplied
        uchar green;
        uchar blue;
        uchar alpha;
    };

    void clear();
    [[nodiscard]] const std::vector<Vertex> &vertices() const { return m_vertices; }
    [[nodiscard]] const std::vector<quint32> &indices() const { return m_indices; } ///< Three a triangle.

    /// A line through \a points, \a width pixels wide, with round ends and joins. Only what comes near \a visible is
    /// added.
    void addPolyline(std::span<const QPointF> points, double width, const QColor &colour, const QRectF &visible);
    /// Dots along \a points, \a spacing pixels apart.
    void addDots(std::span<const QPointF> points, double radius, double spacing, const QColor &colour,
                 const QRectF &visible);
    /// Strokes at 45° inside the polygon \a outline, \a spacing pixels apart.
    void addHatching(std::span<const QPointF> outline, double width, double spacing, const QColor &colour,
                     const QRectF &visible);
    /// The same inside what lies in an odd number of \a rings.
    void addHatching(std::span<const std::vector<QPointF>> rings, double width, double spacing, const QColor &colour,
                     const QRectF &visible);
    void addRectangle(const QRectF &rectangle, const QColor &colour);
    void addDot(QPointF centre, double radius, const QColor &colour);

private:
    void addRun(std::span<const QPointF> points, double width, const QColor &colour);
    quint32 addCrossSection(QPointF at, QPointF normal, double stretch, double width, const QColor &colour);
    void addVertex(QPointF at, const QColor &colour, double share);
    void addTriangle(quint32 a, quint32 b, quint32 c);

    std::vector<Vertex> m_vertices;
    std::vector<quint32> m_indices;
};

} // namespace Doorstep
