"""A person's browser at the desk: follows links, fills in forms, keeps cookies, runs no script.

Cookies are kept by hand. The desk's `__Host-` cookie is Secure; Python's cookie jar sends it over
TLS only, but browsers treat the loopback as being as safe as TLS.
"""

from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

import httpx

from deploy.demo.codes import Codes
from deploy.demo.pages import Button, Form, Page
from deploy.demo.phone import Account

_MAX_REDIRECTS = 10
_CONFIRM = "/desk/confirm"


class UnexpectedPage(Exception):
    """The desk showed a page that a person would not expect here."""


class Browser:
    """One browser window. `page` is what it shows, `status` the server's last status."""

    def __init__(self, client: httpx.AsyncClient, codes: Codes) -> None:
        """Open a window; `client` has the server's address as its base_url."""
        self._client = client
        self._codes = codes
        self._origin = str(client.base_url).rstrip("/")
        self.cookies: dict[str, str] = {}
        self._account: Account | None = None
        self.page = Page("", self._origin)
        self.status = 0

    async def open(self, address: str) -> Page:
        """Go to an address, following redirects. Raises UnexpectedPage on an error page."""
        answer = await self._ask("GET", urljoin(self.page.url, address))
        return await self._show(answer)

    async def fetch(self, address: str) -> httpx.Response:
        """Fetch the target of an image or a download link; the page stays."""
        return await self._ask("GET", urljoin(self.page.url, address))

    async def submit(self, form: Form, button: Button | None = None) -> Page:
        """Send a form as its button would, and show the answer, as follow() does."""
        button = button or (form.buttons[0] if form.buttons else None)
        action = (button.action if button else "") or form.action
        url = urljoin(self.page.url, action)
        pairs = form.sent(button)
        if form.method == "get":
            answer = await self._ask("GET", str(httpx.URL(url, params=pairs)))
        else:
            answer = await self._ask("POST", url, pairs)
        return await self._show(answer)

    async def send_file(self, form: Form, field: str, name: str, data: bytes) -> Page:
        """Send a form with a file chosen in one of its fields, and show the answer."""
        pairs = [pair for pair in form.sent(None) if pair[0] != field]
        url = urljoin(self.page.url, form.action)
        return await self._show(await self._ask("POST", url, pairs, {field: (name, data)}))

    async def try_submit(self, form: Form, button: Button | None = None) -> int:
        """Submit a form that may be refused; returns the status of the last page."""
        try:
            await self.submit(form, button)
        except UnexpectedPage:
            return self.status
        return self.status

    async def _ask(
        self,
        method: str,
        url: str,
        pairs: list[tuple[str, str]] | None = None,
        files: dict[str, tuple[str, bytes]] | None = None,
    ) -> httpx.Response:
        headers = {
            "Accept": "text/html,*/*",
            "Accept-Language": "vi",
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if pairs is None:
            answer = await self._client.request(method, url, headers=headers)
        else:
            data: dict[str, list[str]] = {}
            for name, value in pairs:
                data.setdefault(name, []).append(value)
            headers["Origin"] = self._origin
            answer = await self._client.request(
                method, url, headers=headers, data=data, files=files
            )
        self._keep_cookies(answer)
        return answer

    def _keep_cookies(self, answer: httpx.Response) -> None:
        for line in answer.headers.get_list("set-cookie"):
            for name, morsel in SimpleCookie(line).items():
                if morsel.value and morsel["max-age"] != "0":
                    self.cookies[name] = morsel.value
                else:
                    self.cookies.pop(name, None)

    async def _show(self, answer: httpx.Response) -> Page:
        for _ in range(_MAX_REDIRECTS):
            if not answer.has_redirect_location:
                break
            answer = await self._ask("GET", urljoin(str(answer.url), answer.headers["Location"]))
        self.page = Page(answer.text, str(answer.url))
        self.status = answer.status_code
        if self._account is not None and urlsplit(str(answer.url)).path == _CONFIRM:
            return await self._confirm(self._account)
        if answer.status_code >= 400:
            raise UnexpectedPage(
                f"{answer.request.method} {urlsplit(str(answer.url)).path} answered "
                f"{answer.status_code}: {self.page.text[:600]}"
            )
        return self.page

    async def _confirm(self, account: Account) -> Page:
        """Enter a code when the desk asks for one on the way, as a person does.

        The desk then continues to the requested page.
        """
        self._account = None  # once only: a second request for a code is shown to the caller
        try:
            form = self.form(_CONFIRM)
            form.fill("code", await self._codes.next(account.totp_secret))
            return await self.submit(form)
        finally:
            self._account = account

    def form(self, action_part: str) -> Form:
        """Return the page's form whose address contains this part, else one of the frame around it.

        Raises UnexpectedPage.
        """
        for form in (*self.page.own_forms, *self.page.forms):
            if action_part in (form.action or self.page.url):
                return form
        raise UnexpectedPage(
            f"no form for {action_part!r} on {self.page.url}: {self.page.text[:300]}"
        )

    async def follow(self, part: str) -> Page:
        """Follow the first link whose address contains this part. Raises UnexpectedPage."""
        href = self.page.link(part)
        if href is None:
            raise UnexpectedPage(f"no link to {part!r} on {self.page.url}: {self.page.text[:300]}")
        return await self.open(href)

    async def sign_in(self, account: Account) -> Page:
        """Sign in at the desk with password and one-time code. Raises UnexpectedPage.

        Tries once more with the next code: an earlier visit may have used this one.
        """
        await self.open("/desk/")
        for _ in range(2):
            await self._fill_in_credentials(account)
            if not any(item.has_kind("password") for item in self.page.forms):
                self._account = account
                return self.page
        raise UnexpectedPage(f"{account.username} was not let in: {self.page.text[:300]}")

    async def _fill_in_credentials(self, account: Account) -> None:
        form = next((item for item in self.page.forms if item.has_kind("password")), None)
        if form is None:
            raise UnexpectedPage(f"no form asks for a password on {self.page.url}")
        for control in form.controls:
            if control.kind == "password":
                control.value = account.password
            elif control.autocomplete == "username":
                control.value = account.username
            elif control.autocomplete == "one-time-code":
                control.value = await self._codes.next(account.totp_secret)
        await self.try_submit(form)
