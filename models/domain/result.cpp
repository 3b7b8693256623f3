// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/result.h"

namespace Doorstep {

std::unexpected<Error> failure(Error::Kind kind, QString detail)
{
    return std::unexpected(Error{.kind = kind, .detail = std::move(detail)});
}

} // namespace Doorstep

#include "moc_result.cpp"
