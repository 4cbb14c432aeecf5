#!/usr/bin/env bash
# start.sh FOLDER: starts Dovecot, an SMTP sink and an OAuth authority on free ports of loopback, all from FOLDER (made when missing; by root, every
# folder above it must let others pass, as /tmp does), and writes FOLDER/env for `. FOLDER/env`. Started twice it does nothing. stop.sh FOLDER ends it all.
# Needs dovecot-imapd, python3-aiosmtpd and openssl of Debian.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 1 ] || { echo "usage: start.sh FOLDER" >&2; exit 64; }
mkdir -p "$1" && dir=$(cd "$1" && pwd) || exit 1
. "$here/certificates.sh"

alive() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

if [ -e "$dir/env" ] && alive "$dir/run/master.pid" && alive "$dir/smtp.pid" && alive "$dir/authority.pid"; then exit 0; fi
"$here/stop.sh" "$dir" && mkdir -p "$dir" || exit 1
for needed in dovecot openssl /usr/bin/python3; do command -v "$needed" >/dev/null || PATH=$PATH:/usr/sbin command -v "$needed" >/dev/null || { echo "there is no $needed here" >&2; exit 1; }; done
dovecot=$(PATH=$PATH:/usr/sbin command -v dovecot)

free_ports() { # count
  /usr/bin/python3 - "$1" <<'PY'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))
PY
}

write_dovecot() { # by root, Dovecot's own accounts do the work and "nobody" owns the mail; by others, everything is theirs
  local internal=$(id -un) internal_group=$(id -gn) login=$(id -un) owner=$(id -un) owner_group=$(id -gn) chroot= empty=
  if [ "$(id -u)" -eq 0 ]; then internal=dovecot internal_group=dovecot login=dovenull owner=nobody owner_group=nogroup chroot=login empty=empty; fi
  sed -e "s|@DIR@|$dir|g" -e "s|@PASSWORD@|$password|" -e "s|@PORT@|$imap|" -e "s|@TLS_PORT@|$imaps|" \
    -e "s|@INTERNAL@|$internal|" -e "s|@INTERNAL_GROUP@|$internal_group|" -e "s|@LOGIN@|$login|" -e "s|@OWNER@|$owner|" -e "s|@OWNER_GROUP@|$owner_group|" \
    -e "s|@CHROOT@|$chroot|" -e "s|@CHROOT_EMPTY@|$empty|" "$here/dovecot.conf.in" >"$dir/dovecot.conf"
  printf 'introspection_mode = post\nintrospection_url = http://127.0.0.1:%s/introspect\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n' \
    "$introspection" >"$dir/oauth2.conf"
  [ "$(id -u)" -ne 0 ] || chown "$owner:$owner_group" "$dir/mail"
}

write_env() {
  cat >"$dir/env.part" <<ENV
export DLA_TEST_IMAP=localhost:$imaps
export DLA_TEST_IMAP_STARTTLS=localhost:$imap
export DLA_TEST_IMAP_COPY=127.0.0.2:$imaps
export DLA_TEST_IMAP_FIXED=127.0.0.3:$imaps
export DLA_TEST_IMAP_EXPIRED=127.0.0.4:$imaps
export DLA_TEST_IMAP_OTHERNAME=127.0.0.5:$imaps
export DLA_TEST_IMAP_UNKNOWN=127.0.0.6:$imaps
export DLA_TEST_IMAP_NOTLS=127.0.0.7:$imap
export DLA_TEST_IMAP_PASSWORD=$password
export DLA_TEST_SMTP=localhost:$smtp
export DLA_TEST_SMTP_AUTH=localhost:$smtp_auth
export DLA_TEST_SMTP_CLEAR=127.0.0.1:$smtp_clear
export DLA_TEST_SMTP_PASSWORD=$password
export DLA_TEST_SMTP_FOLDER=$dir/sent
export DLA_TEST_OAUTH=https://localhost:$authority/tenant
export DLA_TEST_MAIL_SERVERS=$dir
export DLA_TEST_CA=$dir/tls/ca.crt
export SSL_CERT_FILE=$dir/tls/bundle.crt
ENV
  mv "$dir/env.part" "$dir/env"
}

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

await() { # ports; each must listen within ten seconds
  for port in "$@"; do
    for _ in $(seq 200); do listening "$port" && continue 2; sleep 0.05; done
    echo "nothing listens at $port" >&2; return 1
  done
}

start_all() {
  read -r imap imaps smtp smtp_auth smtp_clear authority introspection <<<"$(free_ports 7)"
  write_dovecot || return 1
  "$dovecot" -c "$dir/dovecot.conf" >>"$dir/start.log" 2>&1 || return 1
  /usr/bin/python3 "$here/smtp_sink.py" "$dir/sent" "$smtp" "$smtp_auth" "$smtp_clear" "$tls/server.crt" "$tls/server.key" "$dir/password" \
    >"$dir/smtp.log" 2>&1 </dev/null & echo $! >"$dir/smtp.pid"
  /usr/bin/python3 "$here/authority.py" "$authority" "$introspection" "$tls/server.crt" "$tls/server.key" \
    >"$dir/authority.log" 2>&1 </dev/null & echo $! >"$dir/authority.pid"
  await "$imap" "$imaps" "$smtp" "$smtp_auth" "$smtp_clear" "$authority" "$introspection"
}

tls=$dir/tls password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
mkdir -p "$dir"/{tls,mail,sent,state} && chmod 711 "$dir" && (umask 077 && printf '%s\n' "$password" >"$dir/password") &&
  make_certificates >"$dir/start.log" 2>&1 || { cat "$dir/start.log" >&2; exit 1; }
for _ in 1 2 3; do # a port may be taken between asking and using
  if start_all; then write_env; exit 0; fi
  "$here/stop.sh" "$dir" keep
done
cat "$dir"/*.log >&2
"$here/stop.sh" "$dir"
exit 1
