#!/usr/bin/env bash
# Runs the main job on real input, as a stranger would, and compares the figures with those that are known. The data stands
# beside the project and is never part of it: where it is absent this says so and checks nothing.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
data="$here/../shared/data"
if [ ! -d "$data" ]; then
  echo "real-data: skipped, there is no ../shared/data"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
control="$data/deepstate-control/deepstatemap_data_20260106.geojson"
units=$(echo "$data"/ua-adm1/*.geojson)
firms=$(echo "$data"/firms-viirs/*.csv.gz)
viina=$(echo "$data"/viina/*.csv.gz)

expect() { # expect WHAT ACTUAL EXPECTED
  if [ "$2" != "$3" ]; then
    echo "real-data: $1: expected $3, found $2" >&2
    exit 1
  fi
  echo "real-data: $1: $2"
}
field() { # field JSON-FILE EXPRESSION
  node -e 'const v=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"));console.log(eval(process.argv[2]))' "$1" "$2"
}

"$here/truceline" territory shares --control "$control" --units "$units" --json >"$work/shares.json"
expect "share of the whole within 19.10 ± 0.15" "$(field "$work/shares.json" 'Math.abs(v.total.sharePercent-19.10)<=0.15')" true
expect "share of Donets'k within 77.55 ± 0.3" \
  "$(field "$work/shares.json" 'Math.abs(v.units.find(u=>u.unit=="Donets\u0027k").sharePercent-77.55)<=0.3')" true
expect "share of Luhans'k within 98.78 ± 0.2" \
  "$(field "$work/shares.json" 'Math.abs(v.units.find(u=>u.unit=="Luhans\u0027k").sharePercent-98.78)<=0.2')" true

"$here/truceline" territory line --control "$control" --units "$units" >"$work/line.geojson" 2>/dev/null
expect "main line of 1,130 to 1,290 km" \
  "$(field "$work/line.geojson" 'v.features[0].properties.lengthKm>=1130&&v.features[0].properties.lengthKm<=1290')" true

cat >"$work/line.agreement.yaml" <<'YAML'
agreement: 1
id: line-as-map
title: {en: "A computed line as the map of an agreement"}
status: draft
version: 0.1.0
languages: {authentic: [en]}
time-zone: Europe/Kyiv
runs: {from: D}
basis: assumed
source: check
sources: {check: {at: "the project's own check"}}
parties: {A: Party A, B: Party B}
bodies: {monitor: {seats: [A, B], decides: each party, else: no act, may: [observe, verify, attest]}}
days: {D: {date: 2025-04-01 00:00}}
lines: {contact: {map: line.geojson, accuracy: 250 m, left: A, right: B}}
verification: {by: monitor}
zones: {buffer: {within: 7.5 km, of: contact}}
provisions:
  1: {who: each party, must-not: fire, where: buffer, text: {en: "No fire near the line."}}
YAML
home="$work/station"
"$here/truceline" init "$home" --agreement "$work/line.agreement.yaml" --units "$units" 2>/dev/null
"$here/truceline" submit "$home" --source firms --json "$firms" >"$work/firms.json" 2>/dev/null
expect "fire detections accepted" "$(field "$work/firms.json" v.accepted)" 8331
expect "fire detections rejected" "$(field "$work/firms.json" v.rejected)" 0
"$here/truceline" incidents "$home" --format geojson >"$work/incidents.geojson"
expect "incidents" "$(field "$work/incidents.geojson" v.features.length)" 1803
"$here/truceline" cases "$home" --format json >"$work/cases.json"
expect "cases from cues" "$(field "$work/cases.json" v.length)" 0
"$here/truceline" submit "$home" --source viina --columns viina --json "$viina" >"$work/viina.json" 2>/dev/null
expect "news rows accepted or rejected" "$(field "$work/viina.json" v.accepted+v.rejected)" 3764
size=$(field "$work/viina.json" v.checkpoint.size)
"$here/truceline" submit "$home" --source viina --columns viina --json "$viina" >"$work/again.json" 2>/dev/null
expect "news rows again, duplicates" "$(field "$work/again.json" v.duplicates)" 3764
expect "tree after submitting again" "$(field "$work/again.json" v.checkpoint.size)" "$size"
"$here/truceline" report "$home" --daily 2025-04-20 >"$work/report.html"
"$here/truceline" incidents "$home" --format geojson >"$work/all.geojson"
expect "features that ogrinfo reads" "$(ogrinfo -ro -so -al "$work/all.geojson" | sed -n 's/^Feature Count: //p')" \
  "$(field "$work/all.geojson" v.features.length)"
"$here/truceline" audit "$home" --json >"$work/audit.json"
expect "audit" "$(field "$work/audit.json" v.ok)" true
