#!/usr/bin/env bash
# Restores the folder of a station as it was after each of 200 commits, alone and mixed with parts of other times.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
need_command mvn maven
mvn -B -q test -pl core,station -Dtest=RestoreTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtruceline.snapshots.every=1
