"""kg: knowledge graphs from news about states and the people who act for them.

``build`` reads articles into a graph; ``KnowledgeGraph`` opens one that was built before.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import KnowledgeGraph, build

__all__ = ["KnowledgeGraph", "build"]


def __getattr__(name: str) -> Any:
    """Load the API when it is first used: the command line starts without it."""
    if name in __all__:
        from kg import api

        return getattr(api, name)
    raise AttributeError(f"module 'kg' has no attribute '{name}'")
