#!/bin/sh
# strip_module.sh FILE: what make install strips with. Takes the debug symbols out of a copy of
# vieworm.so and names the file that has them, vieworm.so.debug in the current directory.
strip --strip-unneeded "$1" && objcopy --add-gnu-debuglink=vieworm.so.debug "$1"
