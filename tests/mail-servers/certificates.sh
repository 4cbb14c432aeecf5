# Makes a made-up CA and what it issued. Sourced by start.sh; $tls is the folder.

make_authority() { # file, name
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 -days 30 -subj "/CN=$2" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$tls/$1.key" -out "$tls/$1.crt"
}

make_certificate() { # file, issuer, days, names
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" -keyout "$tls/$1.key" -out "$tls/$1.csr" &&
    printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' "$4" >"$tls/$1.ext" &&
    openssl x509 -req -sha256 -in "$tls/$1.csr" -CA "$tls/$2.crt" -CAkey "$tls/$2.key" -CAcreateserial -days "$3" -extfile "$tls/$1.ext" -out "$tls/$1.crt"
}

make_certificates() {
  local here=DNS:localhost,IP:127.0.0.1,IP:127.0.0.2,IP:127.0.0.3,IP:127.0.0.7
  make_authority ca "made-up authority of the tests" && make_authority stranger "an authority that nobody trusts" &&
    make_certificate server ca 20 "$here" && make_certificate expired ca -1 "$here,IP:127.0.0.4" &&
    make_certificate othername ca 20 DNS:mail.example.org && make_certificate unknown stranger 20 "$here,IP:127.0.0.6" &&
    cp "$tls/ca.crt" "$tls/bundle.crt" || return 1
  # Whatever was trusted before stays so: package feeds are reached by it.
  local trusted=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
  [ ! -e "$trusted" ] || cat "$trusted" >>"$tls/bundle.crt"
}
