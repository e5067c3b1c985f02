"""The functions of rich text with dialects given by name, as tests write them."""

from designer import markdown as markdown_package
from designer.families import FAMILIES
from designer.richtext import editing_session, editor_schema, markdown_reader, markdown_writer

DIALECTS = {dialect.name: dialect for family in FAMILIES for dialect in family.dialects}


def markdown(text, dialect="g1"):
    return markdown_package.markdown(text, DIALECTS[dialect])


def read(source, dialect):
    return markdown_reader.read(source, DIALECTS[dialect])


def write(source, after, dialect):
    return markdown_writer.write(source, after, DIALECTS[dialect])


def to_json(blocks, dialect):
    return editor_schema.to_json(blocks, DIALECTS[dialect])


def normalize(nodes, dialect):
    return editor_schema.normalize(nodes, DIALECTS[dialect])


def new_session(source, dialect):
    return editing_session.EditingSession(source, DIALECTS[dialect])


def options(dialect):
    from designer.preview.input import rich_text_editor  # noqa: PLC0415 - needs Qt

    return rich_text_editor.options(DIALECTS[dialect])
