// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/map/linemesh.h"
#include "widgets/map/spritemesh.h"

#include <QSGNode>

class QSGTexture;

namespace Doorstep {

/// A LineMesh in the scene graph.
class LineNode : public QSGNode
{
public:
    void setMesh(const LineMesh &mesh);
};

/// A SpriteMesh in the scene graph: one draw call for every 16,000 sprites, because indices of 16 bits work everywhere.
class SpriteNode : public QSGNode
{
public:
    /// \a texture holds the atlas's image and outlives the node or is replaced by another call.
    void setMesh(const SpriteMesh &mesh, QSGTexture *texture);
};

} // namespace Doorstep
