// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/ingest/report.h"

#include <QByteArrayView>

namespace Doorstep {

/// Reads a post of OsmAnd, Traccar Client or one of the many loggers that speak like them: \a query as it stood in the
/// URL and, when that is empty, \a body as a form, or as JSON where \a contentType says so. JSON may also be an array
/// of reports (at most 10,000); everything else is one report.
///
/// `speed` is in knots in a query or form, in m/s in JSON. `timestamp` is seconds, or milliseconds from 2147483647 on,
/// or ISO 8601, or "yyyy-MM-dd HH:mm:ss" in this machine's zone; \a now when missing. Without a position it is a
/// heartbeat.
///
/// Fails with Malformed, naming the field, when the whole post cannot be read. Pure; thread-safe.
[[nodiscard]] Result<Reports> parseOsmAnd(QByteArrayView query, QByteArrayView contentType, QByteArrayView body,
                                          const QDateTime &now);

} // namespace Doorstep
