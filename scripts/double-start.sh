#!/usr/bin/env bash
# Starts a second writer on one station over and over, while the first starts, writes and ends: none gets in.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
need_command mvn maven
mvn -B -q test -pl core,station -Dtest=DoubleStartTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtruceline.double.rounds="${1:-100}"
echo "double start: ${1:-100} rounds, no second writer got in"
