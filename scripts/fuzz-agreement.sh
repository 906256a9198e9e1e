#!/usr/bin/env bash
# Reads changed agreement files with 64 MB of memory: scripts/fuzz-agreement.sh [COUNT] [SEED] [FIRST]. ./check reads 5,000
# of them; a failure names its seed and number, and COUNT 1 with that number as FIRST repeats it alone.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
mvn -B -q test-compile dependency:build-classpath -pl core,station -Dmdep.outputFile="$PWD/station/target/test.classpath"
"$JAVA_HOME/bin/java" -Xmx64m -Dtruceline.root="$PWD" \
  -cp "core/target/classes:station/target/test-classes:station/target/classes:$(cat station/target/test.classpath)" \
  truceline.intake.AgreementFuzz "${1:-1000000}" "${2:-20260106}" "${3:-0}"
