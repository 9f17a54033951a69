"""What a template may say: names that exist, loops over lists, conditions; nothing that runs.

The little language is closed: no calls, no arithmetic, no macros, loops only over the lists of the letter. So a
template cannot reach into Python and cannot run away, whatever the values are.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from ret_tui.documents.spec import DocumentSpec, Place, Shape
from ret_tui.documents.word.tags import Tag, fault
from ret_tui.domain.errors import TemplateFault, TemplatePlace

FILTERS = frozenset({"upper", "lower", "capitalize", "trim", "length", "first", "last", "join"})
"""Filters a template may use. Values must stand in the letter as they are, so these serve conditions and extras."""

_LOOP = frozenset({"index", "index0", "first", "last", "length"})


@dataclass(frozen=True)
class _Kind:
    """What an expression stands for. `optional` names the value that may be empty, `row` means one row of a list."""

    shape: Shape | None
    place: Place | None = None
    optional: str = ""
    row: bool = False


_TEXT = _Kind(Shape.TEXT)
_FLAG = _Kind(Shape.FLAG)
_ANY = _Kind(None)
_LOOP_KIND = _Kind(None, Place("loop", "", Shape.TEXT))

_Scope = Mapping[str, _Kind]


@dataclass
class Lint:
    """Findings about one template, filled part by part."""

    spec: DocumentSpec
    template: str
    faults: list[TemplateFault] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    _tags: list[Tag] = field(default_factory=list)

    def check(self, tree: nodes.Template, tags: list[Tag]) -> None:
        """Check one part. Line n+2 of its source holds tag n."""
        self._tags = tags
        scope = {place.name: _kind_of(place) for place in self.spec.places}
        self._body(tree.body, scope, frozenset())

    def finish(self) -> None:
        """Note the placeholders that must be in the template and are not."""
        for place in self.spec.places:
            if place.may_drop:
                continue
            for name in (place.name, *(f"{place.each}.{each}" for each in place.fields or {})):
                if name not in self.used:
                    meaning = (
                        f"{place.meaning}" if name == place.name else (place.fields or {})[name.split(".")[1]]
                    )
                    self.faults.append(
                        TemplateFault(
                            f"{self.template}: {{{{ {name} }}}} ontbreekt ({meaning}). Zet het terug in het sjabloon.",
                            TemplatePlace(self.template, "", 0, name),
                        )
                    )

    def _body(self, body: Iterable[nodes.Node], scope: _Scope, sure: frozenset[str]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    if not isinstance(each, nodes.TemplateData):
                        self._print(each, scope, sure)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, sure)
            elif isinstance(node, nodes.If):
                self._condition(node, scope, sure)
            else:
                self._refuse(node)

    def _print(self, node: nodes.Expr, scope: _Scope, sure: frozenset[str]) -> None:
        kind = self._kind(node, scope)
        if kind.row and kind.place:
            each = kind.place.each
            names = ", ".join(f"{each}.{name}" for name in kind.place.fields or {})
            self._add(f"dit is een hele regel. Kies een onderdeel: {names}.", node)
        elif kind.shape in (Shape.TEXTS, Shape.ROWS):
            place = kind.place
            name = place.name if place else ""
            each = place.each if place else "regel"
            self._add(f"{name} is een lijst. Schrijf {{%p for {each} in {name} %}} … {{%p endfor %}}.", node)
        elif kind.shape is Shape.FLAG:
            self._add("dit is geen tekst maar ja of nee. Gebruik het in {%p if … %}.", node)
        elif kind.optional and kind.optional not in sure:
            self._add(
                f"{kind.optional} kan leeg zijn. Zet er {{%p if {kind.optional} %}} voor en {{%p endif %}} achter.",
                node,
            )

    def _loop(self, node: nodes.For, scope: _Scope, sure: frozenset[str]) -> None:
        kind = self._kind(node.iter, scope)
        if node.recursive or not isinstance(node.target, nodes.Name):
            self._refuse(node)
            return
        if "loop" in scope:
            self._add("een lijst binnen een lijst kan niet.", node)
        if kind.place is None or kind.row or kind.shape not in (Shape.TEXTS, Shape.ROWS):
            if kind is not _ANY:
                self._add("dit is geen lijst, dus daar past geen {% for … %} bij.", node)
            kind = _ANY
        element = (
            _TEXT if kind.shape is Shape.TEXTS else _Kind(None, kind.place, row=True) if kind.place else _ANY
        )
        inner = {**scope, node.target.name: element, "loop": _LOOP_KIND}
        if node.test is not None:
            self._kind(node.test, inner)
        self._body(node.body, inner, sure)
        self._body(node.else_, scope, sure)

    def _condition(self, node: nodes.If, scope: _Scope, sure: frozenset[str]) -> None:
        self._kind(node.test, scope)
        self._body(node.body, scope, sure | _certain(node.test))
        for each in node.elif_:
            self._condition(each, scope, sure)
        self._body(node.else_, scope, sure)

    def _kind(self, node: nodes.Node, scope: _Scope) -> _Kind:
        """What an expression stands for; notes what is wrong with it."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._part(node, scope)
        if isinstance(node, nodes.Const):
            return _TEXT
        if isinstance(node, nodes.Filter) and node.node is not None and node.name in FILTERS and _plain(node):
            for argument in node.args:
                self._kind(argument, scope)
            inner = self._kind(node.node, scope)
            return _TEXT if inner.shape in (Shape.TEXT, Shape.TEXTS, None) or node.name == "length" else inner
        if isinstance(node, nodes.Compare | nodes.And | nodes.Or | nodes.Not | nodes.Operand):
            for child in node.iter_child_nodes():
                self._kind(child, scope)
            return _FLAG
        if isinstance(node, nodes.Concat | nodes.CondExpr):
            for child in node.iter_child_nodes():
                self._kind(child, scope)
            return _TEXT
        self._refuse(node)
        return _ANY

    def _name(self, node: nodes.Name, scope: _Scope) -> _Kind:
        if node.name in scope:
            self.used.add(node.name)
            return scope[node.name]
        self._unknown(node.name, [name for name in scope if name != "loop"], node)
        return _ANY

    def _part(self, node: nodes.Getattr, scope: _Scope) -> _Kind:
        owner = self._kind(node.node, scope)
        if owner is _ANY:
            return _ANY
        if owner is _LOOP_KIND:
            if node.attr not in _LOOP:
                self._unknown(f"loop.{node.attr}", [f"loop.{each}" for each in _LOOP], node)
                return _ANY
            return _FLAG if node.attr in ("first", "last") else _TEXT
        place = owner.place
        if place is None or not owner.row:
            self._add(f"“{node.attr}” kan hier niet; dit heeft geen onderdelen.", node)
            return _ANY
        fields = place.fields or {}
        if node.attr not in fields:
            prefix = node.node.name if isinstance(node.node, nodes.Name) else place.each
            self._unknown(f"{prefix}.{node.attr}", [f"{prefix}.{each}" for each in fields], node)
            return _ANY
        self.used.add(f"{place.each}.{node.attr}")
        return _Kind(Shape.TEXT, optional=_path(node) if node.attr in place.optional_fields else "")

    def _unknown(self, name: str, known: Iterable[str], node: nodes.Node) -> None:
        near = difflib.get_close_matches(name, [*known], n=1, cutoff=0.5)
        hint = f" Bedoelt u “{near[0]}”?" if near else " Kies een naam uit de lijst in LEESMIJ."
        self._add(f"de naam “{name}” bestaat niet.{hint}", node)

    def _refuse(self, node: nodes.Node) -> None:
        self._add("dit kan niet in een sjabloon. Gebruik alleen namen, {% if %} en {% for %}.", node)

    def _add(self, message: str, node: nodes.Node) -> None:
        self.faults.append(self.at_tag(message, self._tags, node.lineno))

    def at_tag(self, message: str, tags: list[Tag], line: int | None) -> TemplateFault:
        """A fault at the tag on that line of the source."""
        at = (line or 0) - 2
        if 0 <= at < len(tags):
            tag = tags[at]
            return fault(f"{tag.text} – {message}", tag.place(self.template))
        return TemplateFault(f"{self.template}: {message}", TemplatePlace(self.template, "", 0, ""))


def _kind_of(place: Place) -> _Kind:
    optional = place.name if place.may_be_empty and place.shape in (Shape.TEXT, Shape.PICTURE) else ""
    return _Kind(place.shape, place, optional)


def _plain(node: nodes.Filter) -> bool:
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)


def _certain(test: nodes.Node) -> frozenset[str]:
    """Names that are certainly not empty when the condition holds."""
    if isinstance(test, nodes.And):
        return _certain(test.left) | _certain(test.right)
    path = _path(test)
    return frozenset({path} if path else ())


def _path(node: nodes.Node) -> str:
    """`advies.doel` for such an expression, else empty."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return f"{node.node.name}.{node.attr}"
    return ""
