// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/document.h"

#include <QList>

namespace Doorstep::Test {

/// someDay() as a backend sends it: the documents of a depot's feed (orders included), or those of the organisation's.
[[nodiscard]] QList<Document> depotDocuments(int drivers, int stops);
[[nodiscard]] QList<Document> organisationDocuments(int drivers);

} // namespace Doorstep::Test
