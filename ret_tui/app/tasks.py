"""Actions that wait for something: the desk, a modal, a file.

`@task` turns an `async def` of a screen or widget into a plain method that starts it under the care of the app. So
leaving the screen never cancels a save half-way, and an error is shown in one place instead of ending the program.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar, cast, overload

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from ret_tui.app.app import RetApp

S = TypeVar("S", bound="DOMNode")
P = ParamSpec("P")

Work = Callable[Concatenate[S, P], Coroutine[Any, Any, Any]]
Start = Callable[Concatenate[S, P], None]


class _Decorator(Protocol):
    def __call__(
        self, method: Callable[Concatenate[S, P], Coroutine[Any, Any, Any]], /
    ) -> Callable[Concatenate[S, P], None]: ...


@overload
def task(
    method: Callable[Concatenate[S, P], Coroutine[Any, Any, Any]], /
) -> Callable[Concatenate[S, P], None]: ...


@overload
def task(*, queued: bool) -> _Decorator: ...


def task(method: Callable[..., Any] | None = None, /, *, queued: bool = False) -> Any:
    """Start this method as a task of the app.

    Called again while it still runs on the same object, the second call is left out: one key pressed twice opens one
    modal. With `queued=True` calls run one after the other and none is left out.
    """

    def wrap(inner: Callable[..., Coroutine[Any, Any, Any]]) -> Callable[..., None]:
        @wraps(inner)
        def start(self: DOMNode, *args: Any, **kwargs: Any) -> None:
            app = cast("RetApp", self.app)
            app.start(lambda: inner(self, *args, **kwargs), key=(id(self), inner.__qualname__), queued=queued)

        return start

    return wrap if method is None else wrap(method)
