#!/usr/bin/env bash
# Measures: scripts/bench.sh [ROWS] [SEED] from rows to cases; scripts/bench.sh write durable entries beside RocksDB;
# scripts/bench.sh signed signed submissions from many devices, to their receipts;
# scripts/bench.sh lives [AGREEMENT] [ENTRIES] entries evaluated against an agreement.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
mvn -B -q -DskipTests package
exec "$JAVA_HOME/bin/java" -Xmx2g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -jar bench/target/truceline-bench-0.1.0.jar "$@"
