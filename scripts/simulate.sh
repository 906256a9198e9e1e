#!/usr/bin/env bash
# Runs the simulator of the write path at full length: scripts/simulate.sh [SEEDS] [FIRST]. ./check runs 20,000 seeds
# with real signatures; here a digest stands in for them, because they would take most of the time.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
mvn -B -q test-compile dependency:build-classpath -pl core,station -Dmdep.outputFile="$PWD/station/target/test.classpath"
classes=core/target/classes:station/target/test-classes:station/target/classes:$(cat station/target/test.classpath)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r core/target/classes station/target/test-classes station/target/classes "$folder/"
"$JAVA_HOME/bin/javac" -proc:none -nowarn -d "$folder/digest" -cp "$classes" station/src/test/resources/simulation/Ed25519.java
"$JAVA_HOME/bin/java" -Xmx2g -cp "$folder/digest:$folder/classes:$folder/test-classes:$(cat station/target/test.classpath)" \
  truceline.store.Simulation "${1:-1000000}" "${2:-0}"
