#!/usr/bin/env bash
# Builds the Go verifier on Debian's golang-golang-x-mod-dev and runs it:
#   verify.sh [-proofs N] LEDGER VKEY [OLDER-CHECKPOINT...]
#   verify.sh [-proofs N] -batch VKEY
#   verify.sh -entry ENTRY PROOF VKEY
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
export GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="${GOCACHE:-${XDG_CACHE_HOME:-${HOME:-$built}/.cache}/go-build}"
go build -o "$built/verify" "$here"/main.go "$here"/keys.go
"$built/verify" "$@"
