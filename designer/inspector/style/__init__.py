"""The Style tab: slots, breakpoints, visual controls, and the classes as they are."""

from designer.inspector.style.style_tab import StyleTab

__all__ = ["StyleTab"]
