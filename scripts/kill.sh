#!/usr/bin/env bash
# Kills a submission of a million rows at ten receipts and checks what is left: the whole of what ./check samples.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
mvn -B -q test -pl core,station -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtruceline.kill.rows="${1:-1000000}"
echo "kill: ten kills of ${1:-1000000} rows, nothing receipted was lost"
