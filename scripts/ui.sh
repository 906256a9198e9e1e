#!/usr/bin/env bash
# Builds the web station's pages into a folder, unless what is there was built from the same sources. With --check it also
# checks types and runs the unit tests of the pages.
#   scripts/ui.sh OUTPUT-FOLDER [--check]
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=scripts/setup.sh
source "$here/scripts/setup.sh"
need_command node nodejs
need_command npm npm
out=$(realpath -m "$1")
cd "$here/ui"
sources=$(find . -path ./node_modules -prune -o -path ./dist -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64)
modules=$(sha256sum package-lock.json | cut -c1-64)
if [ "$(cat node_modules/.truceline 2>/dev/null || true)" != "$modules" ]; then
  npm ci --no-audit --no-fund --loglevel error >&2
  echo "$modules" >node_modules/.truceline
fi
if [ "${2:-}" = --check ]; then
  npm run --silent check
fi
if [ "$(cat "$out/.sources" 2>/dev/null || true)" != "$sources" ]; then
  npm run --silent build -- --logLevel warn >&2
  rm -rf "$out"
  mkdir -p "$out"
  cp -r dist/. "$out/"
  echo "$sources" >"$out/.sources"
fi
