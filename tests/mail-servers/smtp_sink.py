"""An SMTP server that delivers nowhere: every mail becomes <n>.eml and <n>.envelope (JSON) in a folder. Faults are chosen by the recipient:

refuse-*            550 at RCPT
later-*             451 at RCPT
once-later-*        451 at RCPT the first time, 250 afterwards
slow-*              waits 3 s before the 250 of DATA
drop-before-data-*  closes the connection at DATA, nothing kept
drop-after-data-*   keeps the mail and closes the connection without a 250

Arguments: folder, port of STARTTLS, port of STARTTLS and AUTH (user "relay"), port in the clear, certificate, key, file with the password.
"""
import asyncio
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, folder):
        self.folder, self.number, self.met = Path(folder), 0, set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse-"):
            return "550 5.1.1 no such mailbox here"
        if address.startswith("later-") or (address.startswith("once-later-") and address not in self.met):
            self.met.add(address)
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(to.startswith("drop-before-data-") for to in envelope.rcpt_tos):
            server.transport.abort()
            return "421 4.3.0 gone"
        self.keep(session, envelope)
        if any(to.startswith("drop-after-data-") for to in envelope.rcpt_tos):
            server.transport.abort()
        elif any(to.startswith("slow-") for to in envelope.rcpt_tos):
            await asyncio.sleep(3)
        return "250 2.0.0 kept"

    def keep(self, session, envelope):
        self.number += 1
        said = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None, "user": getattr(session, "login", None)}
        mail = self.folder / f"{self.number:06d}.eml"
        mail.with_suffix(".envelope").write_text(json.dumps(said), encoding="utf-8")
        # Whoever lists *.eml never sees half a mail.
        mail.with_suffix(".part").write_bytes(envelope.original_content)
        mail.with_suffix(".part").rename(mail)


class Server(SMTP):
    async def smtp_AUTH(self, arg):
        # Names of mechanisms are the same in any case (RFC 4422, 3.1), and the client of .NET writes them small; aiosmtpd knows only capitals.
        name, *rest = (arg or "").split(" ", 1)
        await super().smtp_AUTH(" ".join([name.upper(), *rest]))


def authenticator(password):
    def check(server, session, envelope, mechanism, data):
        login = getattr(data, "login", b"")
        session.login = login.decode("utf-8", "replace")
        return AuthResult(success=login == b"relay" and getattr(data, "password", b"") == password, handled=False)
    return check


async def main(folder, port, auth_port, clear_port, certificate, key, password_file):
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    password = Path(password_file).read_text(encoding="utf-8").strip().encode("utf-8")
    sink, loop = Sink(folder), asyncio.get_running_loop()

    def serve(**settings):
        return lambda: Server(sink, hostname="localhost", enable_SMTPUTF8=True, data_size_limit=100_000_000, loop=loop, **settings)

    await loop.create_server(serve(tls_context=tls, require_starttls=True), "127.0.0.1", int(port))
    await loop.create_server(
        serve(tls_context=tls, require_starttls=True, auth_required=True, authenticator=authenticator(password)), "127.0.0.1", int(auth_port))
    await loop.create_server(serve(), "127.0.0.1", int(clear_port))
    await asyncio.Event().wait()


asyncio.run(main(*sys.argv[1:]))
