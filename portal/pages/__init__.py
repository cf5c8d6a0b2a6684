"""Pages for people. One file per family of screens; handlers parse, call a use case and answer."""

from importlib import import_module
from pkgutil import iter_modules

from litestar import Controller


def _controllers() -> list[type[Controller]]:
    """Every controller in this folder, file by file: a new screen needs no list to be kept."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    return [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Controller) and value.__module__ == module.__name__
    ]


CONTROLLERS = _controllers()
