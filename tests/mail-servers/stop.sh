#!/usr/bin/env bash
# stop.sh FOLDER [keep]: ends what start.sh started from FOLDER, and removes what it wrote unless told to keep it.
[ $# -ge 1 ] || { echo "usage: stop.sh FOLDER [keep]" >&2; exit 64; }
dir=$1
pids=()
for file in "$dir/run/master.pid" "$dir/smtp.pid" "$dir/authority.pid"; do
  [ -s "$file" ] && pid=$(cat "$file") && kill "$pid" 2>/dev/null && pids+=("$pid")
done
for pid in "${pids[@]}"; do
  for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.05; done
  kill -0 "$pid" 2>/dev/null && kill -9 "$pid"
done
[ "${2:-}" = keep ] && exit 0
# Only a folder that start.sh wrote is removed.
[ -e "$dir/dovecot.conf" ] && rm -rf "$dir"
exit 0
