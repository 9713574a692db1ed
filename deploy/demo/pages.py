"""Reads a page as a browser does: its links, its text, its forms and what they would send."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"input", "br", "img", "meta", "link", "hr", "source", "wbr", "area", "base", "col"}
_SILENT = {"script", "style", "template"}


@dataclass
class Control:
    """A field of a form.

    `options` are (value, text) of a select; `label` is the text beside the field.
    """

    name: str
    kind: str
    value: str = ""
    checked: bool = False
    required: bool = False
    ident: str = ""
    autocomplete: str = ""
    label: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Button:
    """A button that submits its form; it adds name=value if it has a name."""

    name: str
    value: str
    text: str = ""
    action: str = ""


@dataclass
class Form:
    """A form of a page with its fields and buttons."""

    action: str
    method: str
    css_class: str
    ident: str = ""
    controls: list[Control] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    def find(self, name: str) -> Control | None:
        """Return the first control of this name, or None."""
        return next((item for item in self.controls if item.name == name), None)

    def has_kind(self, kind: str) -> bool:
        """Tell whether some control is of this type."""
        return any(item.kind == kind for item in self.controls)

    def fill(self, name: str, *values: str) -> None:
        """Type a value, choose an option, or tick the boxes with these values. Raises KeyError."""
        mine = [item for item in self.controls if item.name == name]
        if not mine:
            known = ", ".join(sorted({item.name for item in self.controls}))
            raise KeyError(f"the form has no field {name!r}, only {known}")
        for item in mine:
            if item.kind in {"checkbox", "radio"}:
                item.checked = item.value in values
            else:
                item.value = values[0]

    def fill_nth(self, name: str, position: int, value: str) -> None:
        """Type into one of several fields of the same name. Raises IndexError."""
        [item for item in self.controls if item.name == name][position].value = value

    def sent(self, button: Button | None = None) -> list[tuple[str, str]]:
        """Return the pairs that a browser would send, in the order of the page."""
        pairs = [
            (item.name, item.value)
            for item in self.controls
            if item.name and (item.kind not in {"checkbox", "radio"} or item.checked)
        ]
        if button is not None and button.name:
            pairs.append((button.name, button.value))
        return pairs


class Page(HTMLParser):
    """A parsed page."""

    def __init__(self, html: str, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url = url
        self.forms: list[Form] = []
        self.own_forms: list[Form] = []
        """Those of the page itself, without the frame of the desk around it."""
        self.links: list[tuple[str, str]] = []
        """Address and text; those of the page itself before those of the frame around it."""
        self._frame_links: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.images: list[str] = []
        self._words: list[str] = []
        self._labels: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str]]] = []
        self._form: Form | None = None
        self._control: Control | None = None
        self._button: Button | None = None
        self._label: tuple[str, list[str], list[Control]] | None = None
        self._link: tuple[str, list[str]] | None = None
        self._elsewhere: list[tuple[str, Control | Button]] = []
        self.feed(html)
        self.close()
        self.links += self._frame_links
        self._send_home()
        for form in self.forms:
            for item in form.controls:
                item.label = item.label or self._labels.get(item.ident, "")

    @property
    def text(self) -> str:
        """The text that a person reads, with blanks folded."""
        return " ".join(" ".join(self._words).split())

    def link(self, part: str) -> str | None:
        """Return the address of the first link that contains `part`, or None."""
        return next((href for href, _ in self.links if part in href), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: text or "" for name, text in attrs}
        if tag not in _VOID:
            self._open.append((tag, given))
        if "id" in given:
            self.ids.add(given["id"])
        match tag:
            case "form":
                self._form = Form(
                    given.get("action", ""),
                    given.get("method", "get").lower(),
                    given.get("class", ""),
                    given.get("id", ""),
                )
                self.forms.append(self._form)
                if self._in_main():
                    self.own_forms.append(self._form)
            case "input" | "textarea" | "select":
                self._add_control(tag, given)
            case "option" if self._control is not None:
                self._control.options.append((given.get("value", ""), ""))
                if "selected" in given or len(self._control.options) == 1:
                    self._control.value = given.get("value", "")
            case "button" if given.get("type", "submit") == "submit":
                self._add_button(given)
            case "label":
                self._label = (given.get("for", ""), [], [])
            case "a" if "href" in given:
                self._link = (given["href"], [])
            case "img":
                self.images.append(given.get("src", ""))
            case _:
                pass

    def _in_main(self) -> bool:
        return any(tag == "main" for tag, _ in self._open)

    def _add_control(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        control = Control(
            name=given.get("name", ""),
            kind=kind,
            value=given.get("value", "on" if kind in {"checkbox", "radio"} else ""),
            checked="checked" in given,
            required="required" in given,
            ident=given.get("id", ""),
            autocomplete=given.get("autocomplete", ""),
        )
        if kind not in {"submit", "button", "reset", "file"}:
            if "form" in given:
                self._elsewhere.append((given["form"], control))
            elif self._form is not None:
                self._form.controls.append(control)
        if self._label is not None:
            self._label[2].append(control)
        if tag != "input":
            self._control = control

    def _add_button(self, given: dict[str, str]) -> None:
        button = Button(
            given.get("name", ""), given.get("value", ""), "", given.get("formaction", "")
        )
        if "form" in given:
            self._elsewhere.append((given["form"], button))
        elif self._form is not None:
            self._form.buttons.append(button)
        else:
            return
        self._button = button

    def _send_home(self) -> None:
        """Give the fields and buttons that name a form elsewhere on the page to that form."""
        by_id = {form.ident: form for form in self.forms if form.ident}
        for ident, item in self._elsewhere:
            form = by_id.get(ident)
            if form is not None and isinstance(item, Control):
                form.controls.append(item)
            elif form is not None and isinstance(item, Button):
                form.buttons.append(item)

    def handle_data(self, data: str) -> None:
        """Collect text."""
        tags = [tag for tag, _ in self._open]
        if any(tag in _SILENT for tag in tags):
            return
        if self._control is not None and self._control.kind == "textarea":
            self._control.value += data
            return
        if self._control is not None and self._control.options:
            value, text = self._control.options[-1]
            self._control.options[-1] = (value, (text + data).strip())
            return
        self._words.append(data)
        if self._button is not None:
            self._button.text += data.strip()
        if self._label is not None:
            self._label[1].append(data)
        if self._link is not None:
            self._link[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and elements inside it that were left open."""
        while self._open:
            opened, _ = self._open.pop()
            if opened == tag:
                break
        match tag:
            case "form":
                self._form = None
            case "textarea" if self._control is not None:
                self._control.value = self._control.value.removeprefix("\n")
                self._control = None
            case "select":
                self._control = None
            case "button":
                self._button = None
            case "label" if self._label is not None:
                target, words, inside = self._label
                text = " ".join("".join(words).split())
                if target:
                    self._labels[target] = text
                for control in inside:
                    control.label = text
                self._label = None
            case "a" if self._link is not None:
                href, words = self._link
                found = self.links if self._in_main() else self._frame_links
                found.append((href, " ".join("".join(words).split())))
                self._link = None
            case _:
                pass
