#!/usr/bin/env bash
# stop.sh FOLDER [keep]: ends what start.sh started from FOLDER, and removes what it wrote unless told to keep it.
[ $# -ge 1 ] || { echo "usage: stop.sh FOLDER [keep]" >&2; exit 64; }
dir=$(cd "$1" 2>/dev/null && pwd) || exit 0
pids=()
for file in "$dir/run/master.pid" "$dir/smtp.pid" "$dir/authority.pid"; do
  [ -s "$file" ] || continue
  pid=$(cat "$file")
  # A number that was left behind may be another's by now.
  grep -qaF "$dir" "/proc/$pid/cmdline" 2>/dev/null || continue
  # Dovecot's master leaves those that serve a client to finish.
  pids+=("$pid" $(cat "/proc/$pid/task/$pid/children" 2>/dev/null))
  kill "$pid" 2>/dev/null
done
for _ in $(seq 20); do
  left=(); for pid in "${pids[@]}"; do kill -0 "$pid" 2>/dev/null && left+=("$pid"); done
  [ ${#left[@]} -eq 0 ] && break
  sleep 0.05
done
[ ${#left[@]} -eq 0 ] || kill -9 "${left[@]}" 2>/dev/null
rm -f "$dir/run/master.pid" "$dir/smtp.pid" "$dir/authority.pid"
[ "${2:-}" = keep ] && exit 0
# Only a folder that start.sh wrote is removed.
[ -e "$dir/dovecot.conf" ] && rm -rf "$dir"
exit 0
