"""A real issuer of identities for tests: Django's OAuth toolkit, with its own sign-in page and keys.

Needs what `script/bootstrap --test` installs. `Issuer(...)` runs it as a process of its own.
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

CLIENT, SECRET, PASSWORD = "balise", "S3cret+/=&: of the client", "correct horse battery staple"


class Issuer:
    """The issuer as a process, for one client that is sent back to one address."""

    def __init__(self, redirect, people):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="balise-issuer-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://localhost:{port}/o"
        setup = {"address": self.address, "folder": str(self.folder), "redirect": redirect, "people": people}
        self.process = subprocess.Popen(
            [sys.executable, __file__, str(port)], env={**os.environ, "ISSUER": json.dumps(setup)},
            stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("w"))
        for _ in range(300):
            try:
                urllib.request.urlopen(self.address + "/.well-known/openid-configuration").read()
                return
            except OSError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.1)
        raise AssertionError("the issuer did not start")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def serve(port, setup):
    """The process: settings, tables, people, and Django's own server."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    import django
    from django.conf import settings

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    settings.configure(
        SECRET_KEY="for tests alone", ROOT_URLCONF="issuer", ALLOWED_HOSTS=["localhost"], USE_TZ=True,
        LOGIN_URL="/login/", PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3",
                               "NAME": f"{setup['folder']}/issuer.sqlite"}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
                        "oauth2_provider"],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware",
                    "django.middleware.csrf.CsrfViewMiddleware",
                    "django.contrib.auth.middleware.AuthenticationMiddleware"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
                    "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"login.html": LOGIN}),
                                            "django.template.loaders.app_directories.Loader"]}}],
        OAUTH2_PROVIDER={"OIDC_ENABLED": True, "OIDC_ISS_ENDPOINT": setup["address"],
                         "OIDC_RSA_PRIVATE_KEY": key.decode(), "PKCE_REQUIRED": True,
                         "OAUTH2_VALIDATOR_CLASS": "issuer.Validator",
                         "SCOPES": {"openid": "who you are", "email": "your address", "profile": "your name"}})
    settings.TEMPLATES[0].pop("APP_DIRS")
    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    for name, email in setup["people"].items():
        User.objects.create_user(name, email, PASSWORD)
    Application.objects.create(
        name="The help centre", client_id=CLIENT, client_secret=SECRET, client_type="confidential",
        authorization_grant_type="authorization-code", redirect_uris=setup["redirect"], algorithm="RS256")
    call_command("runserver", f"localhost:{port}", use_reloader=False)


LOGIN = """<!doctype html><title>Issuer</title><form method="post">{% csrf_token %}{{ form }}
<button>Log in</button></form>"""

if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    serve(int(sys.argv[1]), json.loads(os.environ["ISSUER"]))
elif "ISSUER" in os.environ:
    # As Django imports it: the addresses, and what tokens say of people.
    from django.contrib.auth.views import LoginView
    from django.urls import include, path
    from oauth2_provider import urls as oauth2_urls
    from oauth2_provider.oauth2_validators import OAuth2Validator

    class Validator(OAuth2Validator):
        """Says of people what issuers do, if they were asked for it."""

        oidc_claim_scope = {**OAuth2Validator.oidc_claim_scope, "email_verified": "email"}

        def get_additional_claims(self, request):
            return {"preferred_username": request.user.username, "email": request.user.email,
                    "email_verified": not request.user.email.startswith("unverified")}

    urlpatterns = [path("login/", LoginView.as_view(template_name="login.html")),
                   path("o/", include(oauth2_urls, namespace="oauth2_provider"))]
