#!/usr/bin/env bash
# Puts a fault at every system call by which a process writes into a station: the whole of what ./check samples.
#   strace.sh [EVERY]   every EVERYth case only; 1, all of them, where it is not said
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
need_command mvn maven
need_command strace strace
mvn -B -q test -pl core,station -Dtest=StraceTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtruceline.strace.every="${1:-1}"
cat station/target/strace.txt
