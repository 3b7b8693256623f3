# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0

# Flags every target of ours gets, and no third-party target does.
add_library(doorstep_defaults INTERFACE)
target_compile_features(doorstep_defaults INTERFACE cxx_std_23)
target_compile_definitions(doorstep_defaults INTERFACE
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    $<$<BOOL:${DOORSTEP_ASSERTIONS}>:QT_FORCE_ASSERTS>)
target_compile_options(doorstep_defaults INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${DOORSTEP_WERROR}>:-Werror>
    # Where sources are compiled together, all but the first look included, and this warns of what headers must not do.
    $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>)
target_include_directories(doorstep_defaults INTERFACE "${PROJECT_SOURCE_DIR}")

include(DoorstepPrecompiled)

# One folder, one static library, one alias: models/wire is Doorstep::Wire. Headers are a FILE_SET,
# so `all_verify_interface_header_sets` proves each one compiles on its own.
#
# Its sources are compiled eight at a time (CMAKE_UNITY_BUILD in the presets: a clean build takes less than half as long),
# so what they keep in anonymous namespaces must differ by name; SEPARATE is for rooms whose files say the same on purpose.
#
#   doorstep_room(Wire HEADERS a.h SOURCES a.cpp PUBLIC Doorstep::Domain PRIVATE Qt6::Network [SEPARATE])
function(doorstep_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "SEPARATE" "" "HEADERS;SOURCES;PUBLIC;PRIVATE")
    string(TOLOWER "doorstep_${name}" target)
    qt_add_library(${target} STATIC ${room_SOURCES})
    add_library(Doorstep::${name} ALIAS ${target})
    target_sources(${target} PUBLIC FILE_SET HEADERS
        BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${room_HEADERS})
    target_link_libraries(${target} PUBLIC doorstep_defaults ${room_PUBLIC} PRIVATE ${room_PRIVATE})
    target_compile_options(${target} PRIVATE -Wconversion) # not in tests: QTRY_* narrows in Qt 6.8
    doorstep_precompile(${target} ${DOORSTEP_PRECOMPILED})
    if(room_SEPARATE)
        set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    endif()
endfunction()

# A program of ours: build/…/bin/NAME.
function(doorstep_program name)
    cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;ROOMS")
    qt_add_executable(${name} ${program_SOURCES})
    target_link_libraries(${name} PRIVATE doorstep_defaults ${program_ROOMS})
    target_compile_options(${name} PRIVATE -Wconversion)
    doorstep_precompile(${name} ${DOORSTEP_PRECOMPILED})
endfunction()

# tests/models/tst_x.cpp becomes the ctest `tst_x`, run without a display.
#
# ON_DISPLAY gives it a virtual screen with software OpenGL, for what only a real scene graph draws; ON_BUS a session bus
# of its own.
#
#   doorstep_test(tst_x ROOMS Doorstep::Wire [SOURCES more.cpp] [TIMEOUT 120] [LABELS system] [ON_DISPLAY] [ON_BUS])
function(doorstep_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "ON_DISPLAY;ON_BUS" "TIMEOUT" "ROOMS;SOURCES;LABELS")
    qt_add_executable(${name} ${name}.cpp ${test_SOURCES})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${name} PRIVATE doorstep_test_defaults ${test_ROOMS})
    target_compile_definitions(${name} PRIVATE
        DOORSTEP_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data" DOORSTEP_RESOURCES="${PROJECT_SOURCE_DIR}/resources"
        DOORSTEP_PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    doorstep_precompile(${name} ${DOORSTEP_PRECOMPILED}_tests)
    if(test_ON_DISPLAY)
        add_test(NAME ${name} COMMAND "${PROJECT_SOURCE_DIR}/packaging/environment/virtual-display" $<TARGET_FILE:${name}>)
        set(environment "TZ=UTC;LANG=C.UTF-8")
    else()
        set(bus)
        if(test_ON_BUS)
            set(bus dbus-run-session --)
        endif()
        add_test(NAME ${name} COMMAND ${bus} $<TARGET_FILE:${name}>)
        set(environment "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;TZ=UTC;LANG=C.UTF-8")
    endif()
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 180) # ends what hangs; a few seconds may take a minute on a busy machine
    endif()
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "${environment}"
        TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}")
endfunction()

# tests/bench/bench_x.cpp becomes the program bench_x, which `./dev bench` builds and runs.
add_custom_target(benches)
function(doorstep_bench name)
    cmake_parse_arguments(PARSE_ARGV 1 bench "" "" "ROOMS;SOURCES")
    qt_add_executable(${name} ${name}.cpp ${bench_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bench" EXCLUDE_FROM_ALL TRUE
        UNITY_BUILD OFF)
    add_dependencies(benches ${name})
    doorstep_precompile(${name} ${DOORSTEP_PRECOMPILED})
    target_link_libraries(${name} PRIVATE doorstep_defaults ${bench_ROOMS})
    target_compile_definitions(${name} PRIVATE
        DOORSTEP_RESOURCES="${PROJECT_SOURCE_DIR}/resources" DOORSTEP_PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()
