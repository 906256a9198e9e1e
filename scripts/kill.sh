#!/usr/bin/env bash
# Ends writers by signal 9: ten submissions of a million rows at ten receipts, then one process after another in the
# same folder at moments that chance picks. The whole of what ./check samples.
#   kill.sh [ROWS [DEATHS]]
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
need_command mvn maven
mvn -B -q test -pl core,station -Dtest='KillTest,DeathsTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtruceline.kill.rows="${1:-1000000}" -Dtruceline.deaths="${2:-320}"
echo "kill: ten kills of ${1:-1000000} rows and ${2:-320} in one folder, nothing receipted was lost"
