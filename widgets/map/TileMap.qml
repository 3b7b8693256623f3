// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtLocation

/// Qt Location's part of the map: tiles and nothing else. MapView moves it and draws on top of it.
Map {
    id: map

    required property string providers
    required property string cacheDirectory
    required property string userAgent
    required property bool highResolution
    required property bool dark

    // Two styles of one plugin: changing between them keeps the item, its place and both caches.
    function showStyle() {
        for (let i = 0; i < supportedMapTypes.length; ++i) {
            if (supportedMapTypes[i].night === dark) {
                activeMapType = supportedMapTypes[i];
                return;
            }
        }
    }

    onDarkChanged: showStyle()
    onSupportedMapTypesChanged: showStyle()
    color: "transparent"
    copyrightsVisible: false
    minimumTilt: 0
    maximumTilt: 0

    plugin: Plugin {
        name: "osm"

        PluginParameter { name: "osm.useragent"; value: map.userAgent }
        PluginParameter { name: "osm.mapping.providersrepository.address"; value: map.providers }
        PluginParameter { name: "osm.mapping.highdpi_tiles"; value: map.highResolution }
        PluginParameter { name: "osm.mapping.cache.directory"; value: map.cacheDirectory }
        PluginParameter { name: "osm.mapping.cache.disk.size"; value: 268435456 }
        PluginParameter { name: "osm.mapping.cache.memory.size"; value: 16777216 }
        PluginParameter { name: "osm.mapping.cache.texture.size"; value: 33554432 }
        PluginParameter { name: "osm.mapping.prefetching_style"; value: "OneNeighbourLayer" }
    }
}
