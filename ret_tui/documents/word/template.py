"""A template made ready to be filled: parsed and checked once per run, kept by the hash of its contents."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import jinja2
from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from ret_tui.documents.facts import Logo
from ret_tui.documents.spec import DocumentSpec
from ret_tui.documents.word import picture
from ret_tui.documents.word.lint import FILTERS, Lint
from ret_tui.documents.word.package import Package, W, open_package, parse
from ret_tui.documents.word.tags import Tag, fault, find_tags
from ret_tui.domain.errors import DocumentError, TemplateFault

_WRITE = "_in_brief"
_TAG_START = re.compile(r"\{[{%#][-+]?")
_PLAIN_TEXT_ELEMENT = re.compile(r"<w:t>")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_OUT_OF_TEXT = "</w:t>{}<w:t>"
_LOGO_NUMBER = 9001


@dataclass(frozen=True)
class Template:
    """One template, ready to be filled.

    `fixed` are the parts that are the same in every letter; `filled` the parts with placeholders;
    `with_logo` the parts that show the logo; `styles` tells the name of each style by its id.
    """

    name: str
    spec: DocumentSpec
    fingerprint: str
    fixed: Mapping[str, bytes]
    filled: Mapping[str, jinja2.Template]
    main: str
    with_logo: tuple[str, ...]
    styles: Mapping[str, str]


def fingerprint(data: bytes) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def compile_template(spec: DocumentSpec, data: bytes, name: str) -> Template:
    """Make a template ready. `name` is the file's name, for messages.

    Raises:
        TemplateFault: the first thing that is wrong with it.
    """
    template, faults = examine(spec, data, name)
    if faults or template is None:
        raise faults[0]
    return template


def examine(spec: DocumentSpec, data: bytes, name: str) -> tuple[Template | None, list[TemplateFault]]:
    """Make a template ready, or list everything that is wrong with it."""
    try:
        package = open_package(data, name)
    except TemplateFault as error:
        return None, [error]
    lint = Lint(spec, name)
    filled: dict[str, jinja2.Template] = {}
    with_logo: list[str] = []
    for part in package.texts:
        before = set(lint.used)
        lint.used.clear()
        compiled = _compile_part(package, part, lint)
        if compiled is not None:
            filled[part] = compiled
        if "logo" in lint.used:
            with_logo.append(part)
        lint.used |= before
    if not lint.faults:
        lint.finish()
    if lint.faults:
        return None, lint.faults
    fixed = {part: xml for part, xml in package.parts.items() if part not in filled}
    return (
        Template(
            name=name,
            spec=spec,
            fingerprint=fingerprint(data),
            fixed=fixed,
            filled=filled,
            main=package.texts[0],
            with_logo=tuple(with_logo),
            styles=_style_names(package),
        ),
        [],
    )


def _compile_part(package: Package, part: str, lint: Lint) -> jinja2.Template | None:
    root = parse(package.parts[part])
    tags, faults = find_tags(root, part, lint.template)
    lint.faults += faults
    if faults or not tags:
        return None
    source = _source(root)
    if len(_TAG_START.findall(source)) != len(tags):
        lint.faults.append(
            fault(
                "er staat een invulplek waar die niet kan, zoals in een veld of in de beschrijving van een plaatje.",
                Tag("", part, 0).place(lint.template),
            )
        )
        return None
    numbered = _TAG_START.sub(lambda match: f"{match[0]}\n", source)
    try:
        tree = _environment().parse(numbered)
    except jinja2.TemplateSyntaxError as error:
        lint.faults.append(lint.at_tag("dit is niet goed geschreven.", tags, error.lineno))
        return None
    known = len(lint.faults)
    lint.check(tree, tags)
    if len(lint.faults) > known:
        return None
    _write_through(tree, tags)
    return _environment().from_string(tree)


def _source(root: etree._Element) -> str:
    """The part as Jinja source on one line: tags joined over runs, whole-paragraph and whole-row tags lifted out."""
    xml = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched = cast("str", DocxTemplate("").patch_xml(xml))
    return _PLAIN_TEXT_ELEMENT.sub('<w:t xml:space="preserve">', patched)


def _write_through(tree: nodes.Template, tags: list[Tag]) -> None:
    """Send every printed value through `_write`, which knows the tag it came from."""
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            each
            if isinstance(each, nodes.TemplateData)
            else nodes.Filter(
                each, _WRITE, [nodes.Const(tags[each.lineno - 2].text)], [], None, None, lineno=each.lineno
            )
            for each in output.nodes
        ]
    tree.set_environment(_environment())


def _write(value: object, tag: str) -> Markup:
    """A value as content of a text element of Word: newlines become line breaks, tabs become tabs."""
    if isinstance(value, Logo):
        return Markup(_OUT_OF_TEXT.format(picture.drawing(value, _LOGO_NUMBER)))  # noqa: S704  # our own XML, quoted
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(str(value))  # noqa: S704  # a number of a loop
    if not isinstance(value, str) or not value.strip():
        raise DocumentError(
            f"{tag} is leeg in deze brief. Vul het in, of zet er in het sjabloon {{%p if … %}} omheen."
        )
    text = str(escape(value))
    if "\n" in text:
        text = text.replace("\n", _BREAK)
    if "\t" in text:
        text = text.replace("\t", _TAB)
    return Markup(text)  # noqa: S704  # escaped above


_lock = threading.Lock()
_shared: list[ImmutableSandboxedEnvironment] = []


def _environment() -> ImmutableSandboxedEnvironment:
    """The one environment: sandboxed, strict, without globals, with few filters."""
    with _lock:
        if not _shared:
            environment = ImmutableSandboxedEnvironment(
                autoescape=True, undefined=jinja2.StrictUndefined, extensions=()
            )
            environment.globals.clear()
            environment.filters = {name: environment.filters[name] for name in FILTERS} | {_WRITE: _write}
            environment.tests.clear()
            _shared.append(environment)
    return _shared[0]


def _style_names(package: Package) -> dict[str, str]:
    styles = next((xml for part, xml in package.parts.items() if part.endswith("/styles.xml")), None)
    if styles is None:
        return {}
    names = {}
    for each in parse(styles).iter(f"{W}style"):
        name = each.find(f"{W}name")
        if name is not None:
            names[each.get(f"{W}styleId", "")] = name.get(f"{W}val", "").lower()
    return names
