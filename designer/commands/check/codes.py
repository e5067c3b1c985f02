"""The codes of all problems that ``check`` finds; they never change their meaning."""

from enum import StrEnum


class Code(StrEnum):
    """The kind of a problem. README.md lists the codes for people."""

    PAGE_UNREADABLE = "page-unreadable"
    NO_BLOCKS = "no-blocks"
    BLOCKS_NO_LIST = "blocks-no-list"
    BODY_IGNORED = "body-ignored"
    TYPE_MISSING = "type-missing"
    TYPE_WITHOUT_TEMPLATE = "type-without-template"
    BLOCK_NO_MAPPING = "block-no-mapping"
    FIELD_UNKNOWN = "field-unknown"
    CLASS_UNKNOWN = "class-unknown"
    IMAGE_MISSING = "image-missing"
    TEMPLATE_FAILED = "template-failed"
    TYPE_BROKEN = "type-broken"
    CONFIGURATION_BROKEN = "configuration-broken"
    SCHEMA_BROKEN = "schema-broken"
    THEME_MISSING = "theme-missing"
    TAILWIND_FAILED = "tailwind-failed"
    STYLE_SHEET_MISSING = "style-sheet-missing"
