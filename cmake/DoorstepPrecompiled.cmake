# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0

# What nearly every file includes anyway, parsed once for all rooms. <QString> alone costs a compiler four seconds; a
# header precompiled once a room would cost most of that again for each of fifty rooms.
#
#   doorstep_precompile(TARGET SET)     SET is one of those below

set(DOORSTEP_PRECOMPILED core) # what a folder's rooms and programs use, its tests with _tests behind; widgets/ says widgets

function(doorstep_precompiled_set name)
    cmake_parse_arguments(PARSE_ARGV 1 set "" "" "HEADERS;LIBRARIES")
    set(target doorstep_precompiled_${name})
    add_library(${target} STATIC "${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp")
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${target} PRIVATE doorstep_defaults ${set_LIBRARIES})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    target_precompile_headers(${target} PRIVATE ${set_HEADERS})
endfunction()

set(core_headers
    <QCoreApplication> <QDateTime> <QDir> <QElapsedTimer> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QLocale> <QLoggingCategory> <QMap> <QObject> <QPointF> <QSet> <QString> <QTimeZone> <QTimer> <QUrl>
    <algorithm> <array> <chrono> <cmath> <expected> <functional> <limits> <memory> <numeric> <optional> <ranges> <span>
    <string> <utility> <variant> <vector>)
set(widget_headers
    <QAbstractItemModel> <QAction> <QApplication> <QHBoxLayout> <QHeaderView> <QLabel> <QLineEdit> <QMainWindow> <QMenu>
    <QPainter> <QPainterPath> <QPushButton> <QTableView> <QToolButton> <QVBoxLayout> <QWidget>)
set(test_headers <QSignalSpy> <QTemporaryDir> <QTest>)

doorstep_precompiled_set(core HEADERS ${core_headers} LIBRARIES Qt6::Core)
doorstep_precompiled_set(widgets HEADERS ${core_headers} ${widget_headers} LIBRARIES Qt6::Widgets)
# <QTest> is another header where Gui or Network is linked and in every folder, so every test has both and none has those
# folders (they serve QFINDTESTDATA; ours have DOORSTEP_TEST_DATA).
add_library(doorstep_test_defaults INTERFACE)
target_link_libraries(doorstep_test_defaults INTERFACE doorstep_defaults Qt6::Test Qt6::Gui Qt6::Network)
target_compile_options(doorstep_test_defaults INTERFACE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
if(BUILD_TESTING)
    doorstep_precompiled_set(core_tests HEADERS ${core_headers} ${test_headers} LIBRARIES doorstep_test_defaults)
    doorstep_precompiled_set(widgets_tests HEADERS ${core_headers} ${widget_headers} ${test_headers}
        LIBRARIES doorstep_test_defaults Qt6::Widgets)
endif()

function(doorstep_precompile target set)
    # Every moc file is included by its source, which leaves this one empty.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp"
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    target_precompile_headers(${target} REUSE_FROM doorstep_precompiled_${set})
endfunction()
