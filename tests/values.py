"""Which classes of a package hold values that may change."""

import dataclasses
import importlib
import pkgutil


def mutable_classes(package):
    """The names of a package's dataclasses that are not frozen."""
    root = importlib.import_module(package)
    found = set()
    for info in pkgutil.walk_packages(root.__path__, f"{package}."):
        module = importlib.import_module(info.name)
        for each in vars(module).values():
            is_own = isinstance(each, type) and each.__module__ == info.name
            if is_own and dataclasses.is_dataclass(each) and not each.__dataclass_params__.frozen:
                found.add(each.__name__)
    return found
