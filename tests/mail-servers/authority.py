"""Stands in for Microsoft's authority (device code, refresh), and tells Dovecot whether a token is good.

The id of the application is the person: application X signs in X@example.org at once, so that tests do not disturb each other.
HTTPS: /tenant/oauth2/v2.0/devicecode and …/token as MSAL asks for them, and by POST
  /control/X/expire   every access token of X so far is refused by the mail server
  /control/X/revoke   X's refresh token is refused: X must sign in anew
  /control/X/decline  X refuses the next sign-in
HTTP: /introspect (RFC 7662), for Dovecot alone.

Arguments: port of HTTPS, port of HTTP, certificate, key.
"""
import base64
import json
import secrets
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

LOCK = threading.Lock()
DEVICES, ACCESS, REFRESH, DECLINED = {}, {}, {}, set()


def user(application):
    return f"{application}@example.org"


def encoded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def issue(application, scope, authority):
    access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    ACCESS[access], REFRESH[refresh] = application, application
    claims = {"iss": authority, "aud": application, "sub": application, "oid": application, "tid": "tenant",
              "preferred_username": user(application), "iat": 1700000000, "nbf": 1700000000, "exp": 4000000000, "ver": "2.0"}
    return {"token_type": "Bearer", "scope": scope, "expires_in": 3600, "ext_expires_in": 3600, "access_token": access,
            "refresh_token": refresh, "id_token": f"{encoded({'alg': 'none', 'typ': 'JWT'})}.{encoded(claims)}.",
            "client_info": encoded({"uid": application, "utid": "tenant"})}


def refused(error, words):
    return 400, {"error": error, "error_description": words}


def devicecode(form, authority):
    code = secrets.token_urlsafe(24)
    DEVICES[code] = [form["client_id"], 0]
    return 200, {"device_code": code, "user_code": "MADE-UP", "verification_uri": authority + "/device", "expires_in": 900, "interval": 1,
                 "message": "made up"}


def by_device(form, authority):
    device = DEVICES.get(form.get("device_code"))
    if device is None:
        return refused("expired_token", "no such code")
    device[1] += 1
    if device[1] == 1:
        return refused("authorization_pending", "the person has not come yet")
    if device[0] in DECLINED:
        DECLINED.discard(device[0])
        return refused("authorization_declined", "the person refused")
    return 200, issue(device[0], form.get("scope", ""), authority)


def by_refresh(form, authority):
    application = REFRESH.get(form.get("refresh_token"))
    return refused("invalid_grant", "the refresh token was revoked") if application is None else (200, issue(application, form.get("scope", ""), authority))


def control(application, act):
    if act == "decline":
        DECLINED.add(application)
    tokens = {"expire": ACCESS, "revoke": REFRESH}.get(act, {})
    for token in [token for token, owner in tokens.items() if owner == application]:
        del tokens[token]
    return 200, {}


class Authority(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        form = {name: values[0] for name, values in parse_qs(text).items()}
        with LOCK:
            status, answer = self.answer(self.path.split("?")[0], form)
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer(self, path, form):
        authority = f"https://{self.headers.get('Host')}/tenant"
        if path == "/tenant/oauth2/v2.0/devicecode":
            return devicecode(form, authority)
        if path == "/tenant/oauth2/v2.0/token":
            return by_refresh(form, authority) if form.get("grant_type") == "refresh_token" else by_device(form, authority)
        if path.startswith("/control/"):
            return control(*path.split("/")[2:4])
        return 404, {"error": "not_found"}


class Introspection(Authority):
    def answer(self, path, form):
        application = ACCESS.get(form.get("token"))
        return 200, {"active": application is not None, "username": user(application or "nobody")}


def main(port, introspection_port, certificate, key):
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    authority = ThreadingHTTPServer(("127.0.0.1", int(port)), Authority)
    authority.socket = tls.wrap_socket(authority.socket, server_side=True)
    introspection = ThreadingHTTPServer(("127.0.0.1", int(introspection_port)), Introspection)
    threading.Thread(target=introspection.serve_forever, daemon=True).start()
    authority.serve_forever()


main(*sys.argv[1:])
