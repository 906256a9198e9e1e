#!/usr/bin/env bash
# Opens every page of the demonstration in a browser: no console error, no request elsewhere, no breach of WCAG 2.2 AA that axe
# finds, nothing wider than the screen. Leaves a picture of each.
#   scripts/pages.sh [FOLDER] [LOOKS]      LOOKS as 1440-light,390-dark (default), or all
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=scripts/setup.sh
source "$here/scripts/setup.sh"
need_command node nodejs
need_command chromium chromium
out=${1:-$here/ui/shots}
looks=${2:-1440-light,390-dark}
[ "$looks" = all ] && looks=1440-light,1440-dark,390-light,390-dark
work=$(mktemp -d)
"$here/truceline" demo --port 0 --dir "$work/day" >"$work/address" 2>"$work/words" &
demo=$!
trap 'kill "$demo" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 180); do
  [ -s "$work/address" ] && break
  kill -0 "$demo" 2>/dev/null || { cat "$work/words" >&2; exit 1; }
  sleep 1
done
mkdir -p "$out"
cd "$here/ui"
node e2e/pages.mjs "$(head -1 "$work/address")" "$out" "--looks=$looks"
