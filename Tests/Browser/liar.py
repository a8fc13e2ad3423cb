"""An issuer that lies as a test tells it to: it speaks the protocol, and signs what it likes."""
import base64
import hashlib
import http.server
import json
import threading
import time
import urllib.parse

from jwcrypto import jwk, jws


def plain(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Liar:
    """Speaks the protocol at an address of its own; `lie` says what is wrong with the next answer."""

    def __init__(self):
        self.keys = {"one": jwk.JWK.generate(kty="RSA", size=2048, kid="one"),
                     "two": jwk.JWK.generate(kty="EC", crv="P-256", kid="two"),
                     "small": jwk.JWK.generate(kty="RSA", size=1024, kid="small"),
                     "stranger": jwk.JWK.generate(kty="RSA", size=2048, kid="one")}
        self.published = ["one"]
        self.lie, self.asked, self.challenge, self.nonce = "", [], "", ""
        self.person = {"sub": "1", "email": "zoe@example.com", "email_verified": True}
        liar = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def answer(self, value, status=200, **headers):
                self.send_response(status)
                for name, text in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(value if isinstance(value, bytes) else json.dumps(value).encode())

            def do_GET(self):
                path, _, query = self.path.partition("?")
                liar.asked.append(path)
                if path == "/.well-known/openid-configuration":
                    return self.answer(liar.configuration())
                if path == "/keys":
                    return self.answer({"keys": liar.public_keys()})
                if path == "/userinfo":
                    subject = "2" if liar.lie == "person" else "1"
                    return self.answer({**liar.person, "sub": subject})
                if path == "/authorize":
                    fields = dict(urllib.parse.parse_qsl(query))
                    liar.nonce, liar.challenge = fields["nonce"], fields["code_challenge"]
                    back = {"state": fields["state"], "code": "the-code"}
                    if liar.lie == "state":
                        back["state"] = "0" * 64
                    if liar.lie == "denied":
                        back = {"state": fields["state"], "error": "access_denied"}
                    if liar.lie == "other issuer":
                        back["iss"] = "https://other.example"
                    target = fields["redirect_uri"] + "?" + urllib.parse.urlencode(back)
                    return self.answer({}, 302, Location=target)
                self.answer({}, 404)

            def do_POST(self):
                liar.asked.append(self.path)
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fields = dict(urllib.parse.parse_qsl(body))
                digest = plain(hashlib.sha256(fields["code_verifier"].encode()).digest())
                basic = base64.b64decode(self.headers.get("Authorization", "Basic ")[6:]).decode()
                if digest != liar.challenge or basic != "balise:" + urllib.parse.quote(liar.secret, ""):
                    return self.answer({"error": "invalid_grant"}, 400)
                if liar.lie == "no token":
                    return self.answer({"error": "invalid_grant"}, 400)
                if liar.lie == "nonsense":
                    return self.answer(b"<html>")
                self.answer({"access_token": "the-access-token", "token_type": "Bearer",
                             "id_token": liar.token()})

        self.host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.host.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.host.server_port}"
        self.secret = "S3cret+/=&: of the client"

    def configuration(self):
        name = self.address + "/" if self.lie == "name" else self.address
        keys = "http://192.0.2.1/keys" if self.lie == "endpoint" else self.address + "/keys"
        return {"issuer": name, "authorization_endpoint": self.address + "/authorize",
                "token_endpoint": self.address + "/token", "jwks_uri": keys,
                "userinfo_endpoint": self.address + "/userinfo"}

    def public_keys(self):
        secret = {"kty": "oct", "k": plain(b"x" * 32), "kid": "hs", "alg": "HS256"}
        return [secret, {"kty": "XY", "kid": "odd"}] + [
            self.keys[name].export_public(as_dict=True) for name in self.published]

    def token(self):
        now = int(time.time())
        claims = {"iss": self.address, "aud": "balise", "iat": now, "exp": now + 300, "nonce": self.nonce,
                  **self.person}
        changes = {"expired": {"iat": now - 900, "exp": now - 600}, "future": {"iat": now + 600},
                   "nonce": {"nonce": "f" * 64}, "audience": {"aud": "another"},
                   "no audience": {"aud": []}, "issuer": {"iss": "https://other.example"},
                   "many": {"aud": ["balise", "another"]}, "party": {"azp": "another"},
                   "unverified": {"email_verified": False}, "unsaid": {"email_verified": None},
                   "nobody": {"sub": ""}}
        claims.update(changes.get(self.lie, {}))
        if self.lie in ("userinfo", "person"):
            claims = {name: value for name, value in claims.items() if not name.startswith("email")}
        claims = {name: value for name, value in claims.items() if value is not None}
        payload = json.dumps(claims).encode()
        if self.lie == "none":
            return plain(b'{"alg":"none"}') + "." + plain(payload) + "."
        header, key = {"alg": "RS256", "kid": "one"}, self.keys["one"]
        if self.lie == "stranger":
            key = self.keys["stranger"]
        if self.lie == "small":
            header, key = {"alg": "RS256", "kid": "small"}, self.keys["small"]
        if self.lie == "elliptic":
            header, key = {"alg": "ES256", "kid": "two"}, self.keys["two"]
        if self.lie in ("shared", "public as secret"):
            # Whoever takes the algorithm from the token would check with what everybody knows.
            known = b"x" * 32 if self.lie == "shared" else self.keys["one"].export_to_pem()
            header, key = {"alg": "HS256", "kid": "hs"}, jwk.JWK(kty="oct", k=plain(known))
        token = jws.JWS(payload)
        token.add_signature(key, None, json.dumps(header))
        text = token.serialize(compact=True)
        if self.lie == "changed":
            head, _, signature = text.split(".")
            forged = json.dumps({**claims, "email": "admin@example.com"}).encode()
            return f"{head}.{plain(forged)}.{signature}"
        return text

    def stop(self):
        self.host.shutdown()
        self.host.server_close()
