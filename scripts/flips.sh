#!/usr/bin/env bash
# Changes single bits of a ledger of 2,048 entries, and of what lies beside it: our audit finds all of them, the Go
# verifier a sample.
#   flips.sh [POSITIONS [POSITIONS_FOR_GO]]
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source scripts/setup.sh
find_jdk
need_command mvn maven
need_command go golang-go golang-golang-x-mod-dev
mvn -B -q test -pl core,station -Dtest='FlipTest,WalFlipTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtruceline.flips="${1:-40000}" -Dtruceline.flips.go="${2:-1000}" -Dtruceline.flips.wal=4000
