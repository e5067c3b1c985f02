"""The Style tab: slots, breakpoints, visual controls, and the list of classes."""

from designer.inspector.style.style_tab import StyleTab

__all__ = ["StyleTab"]
