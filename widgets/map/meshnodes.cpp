// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/meshnodes.h"

#include <QSGGeometryNode>
#include <QSGTexture>
#include <QSGTextureMaterial>
#include <QSGVertexColorMaterial>

#include <algorithm>
#include <cstring>
#include <span>

namespace Doorstep {

namespace {
constexpr size_t quadsPerNode = 16'000;

static_assert(sizeof(LineMesh::Vertex) == sizeof(QSGGeometry::ColoredPoint2D));

QSGGeometryNode *newNode(QSGMaterial *material, const QSGGeometry::AttributeSet &attributes, int indexType)
{
    auto *node = new QSGGeometryNode;
    auto *geometry = new QSGGeometry(attributes, 0, 0, indexType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    node->setGeometry(geometry);
    node->setMaterial(material);
    node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial);
    return node;
}

void fill(QSGGeometry &geometry, std::span<const SpriteMesh::Quad> quads, QSizeF image)
{
    const auto count = int(quads.size());
    if (geometry.vertexCount() != 4 * count) {
        geometry.allocate(4 * count, 6 * count);
        auto *index = geometry.indexDataAsUShort();
        for (int i = 0; i < count; ++i)
            for (const auto corner : {0, 1, 2, 2, 1, 3})
                *index++ = quint16(4 * i + corner);
    }
    auto *vertex = geometry.vertexDataAsTexturedPoint2D();
    for (const auto &[where, pixels] : quads) {
        const auto left = float(pixels.x() / image.width());
        const auto right = float((pixels.x() + pixels.width()) / image.width());
        const auto top = float(pixels.y() / image.height());
        const auto bottom = float((pixels.y() + pixels.height()) / image.height());
        (vertex++)->set(float(where.left()), float(where.top()), left, top);
        (vertex++)->set(float(where.right()), float(where.top()), right, top);
        (vertex++)->set(float(where.left()), float(where.bottom()), left, bottom);
        (vertex++)->set(float(where.right()), float(where.bottom()), right, bottom);
    }
}
} // namespace

void LineNode::setMesh(const LineMesh &mesh)
{
    auto *node = static_cast<QSGGeometryNode *>(firstChild());
    if (mesh.indices().empty()) {
        delete node; // an empty geometry node is a draw call for nothing
        return;
    }
    if (!node) {
        node = newNode(new QSGVertexColorMaterial, QSGGeometry::defaultAttributes_ColoredPoint2D(),
                       QSGGeometry::UnsignedIntType);
        appendChildNode(node);
    }
    auto *geometry = node->geometry();
    geometry->allocate(int(mesh.vertices().size()), int(mesh.indices().size()));
    std::memcpy(geometry->vertexData(), mesh.vertices().data(), mesh.vertices().size() * sizeof(LineMesh::Vertex));
    std::memcpy(geometry->indexData(), mesh.indices().data(), mesh.indices().size() * sizeof(quint32));
    node->markDirty(DirtyGeometry);
}

void SpriteNode::setMesh(const SpriteMesh &mesh, QSGTexture *texture)
{
    const auto quads = std::span(mesh.quads());
    const auto needed = texture ? (quads.size() + quadsPerNode - 1) / quadsPerNode : 0;
    while (size_t(childCount()) > needed) {
        auto *spare = lastChild();
        removeChildNode(spare);
        delete spare;
    }
    while (size_t(childCount()) < needed) {
        auto *material = new QSGTextureMaterial;
        material->setFlag(QSGMaterial::Blending);
        // Each lies on whole device pixels (SpriteMesh::add): interpolation would change nothing, and cost much.
        material->setFiltering(QSGTexture::Nearest);
        appendChildNode(
            newNode(material, QSGGeometry::defaultAttributes_TexturedPoint2D(), QSGGeometry::UnsignedShortType));
    }
    auto *child = firstChild();
    for (size_t first = 0; first < quads.size() && child; first += quadsPerNode, child = child->nextSibling()) {
        auto *node = static_cast<QSGGeometryNode *>(child);
        fill(*node->geometry(), quads.subspan(first, std::min(quadsPerNode, quads.size() - first)),
             texture->textureSize());
        static_cast<QSGTextureMaterial *>(node->material())->setTexture(texture);
        node->markDirty(DirtyGeometry | DirtyMaterial);
    }
}

} // namespace Doorstep
