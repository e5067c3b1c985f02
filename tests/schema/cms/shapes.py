"""Fields of a schema in a form that tests can compare."""


def page(schema, number=0):
    """The fields of a kind of page, by name."""
    return {each.name: each for each in schema.pages[number]}


def shape(fields):
    """Names and types of fields, with what they contain."""
    return {
        each.name: each.type if not each.fields else (each.type, shape(each.fields))
        for each in fields
    }


def variants(field):
    """The types of an object or of list items, with their fields."""
    return {each.name: shape(each.fields) for each in field.variants}
