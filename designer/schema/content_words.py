"""The words by which keys and values of blocks without a schema tell what they are.

Keys are compared word by word: ``backgroundImage`` and ``background-image`` are both *background*
and *image*. The sets are data; ``content_roles`` applies them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[\W_]+")
_NUMBER = re.compile(r"(?<=[a-z]{2})\d+$|^\d+$")


@lru_cache(maxsize=4096)
def key_words(key: str) -> tuple[str, ...]:
    """Return the words of a key in lower case, without numbers: ``ctaText2`` → ``cta, text``."""
    words = (_NUMBER.sub("", word.lower()) for word in _BORDER.split(key))
    return tuple(word for word in words if word)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


HEADINGS: Final = word_set("headline title heading header name question speaker h1 h2")
SUBHEADS: Final = word_set(
    "subhead subtitle subheading subheadline subheader role company time job occupation position"
)
LABELS: Final = word_set(
    "label eyebrow kicker tagline overline pretitle preheading preheader surtitle badge category"
)
RICH_TEXTS: Final = word_set(
    "body text content description answer quote summary copy excerpt paragraph markdown bio intro"
    " lead blurb message details note caption testimonial"
)
FIGURES: Final = word_set(
    "price amount stat value number figure count total percent percentage metric cost"
)
BUTTONS: Final = word_set("button btn cta link action submit")
BUTTON_ENDS: Final = word_set("label text title name copy caption")
LINKS: Final = word_set("link href url uri permalink to")
ALTS: Final = word_set("alt alttext")
PICTURES: Final = word_set(
    "image img photo picture pic logo avatar src thumbnail thumb cover poster background bg"
    " illustration graphic portrait screenshot banner favicon asset visual artwork"
)
SMALL_PICTURES: Final = word_set("icon logo avatar favicon badge")
VIDEOS: Final = word_set("video youtube vimeo embed iframe player mp webm")
CODES: Final = word_set("html code embed iframe script markup snippet svg")
ICONS: Final = word_set("icon icons glyph symbol svg")
BESIDE_ICONS: Final = word_set("text label title caption description alt copy")
"""Last words of keys whose texts stand beside an icon, as in ``iconText``."""

CLASS_KEYS: Final = word_set("class classes classname classnames css")
"""Last words of keys whose values are class strings."""

FONTS: Final = word_set("font fonts typography")
"""Words of keys whose values name fonts, which look like names of people."""

_LOOKS: Final = word_set(
    "motion color colors colour colours palette bg style styles styling padding margin gap spacing"
    " spacer align aligned alignment justify position placement layout width height size"
    " sizing radius rounded shadow opacity animation animate aos transition duration delay"
    " easing effect variant theme tone mode scheme columns cols grid span weight ratio aspect"
    " orientation direction flex leading tracking overlay gradient border divider shape skin"
    " appearance decoration density offset inset fit blur filter autoplay muted loop controls"
    " speed interval repeat scale zoom rotate order index priority limit background"
)

DESIGN: Final = CLASS_KEYS | FONTS | _LOOKS
"""Words of keys whose values say how something looks or moves."""

IDENTITIES: Final = word_set("id uid uuid guid slug handle anchor")
"""Words of keys whose values name one thing and no other."""

MACHINERY: Final = IDENTITIES | word_set(
    "key ref hash target rel method draft locale lang schema"
    " template component partial view robots canonical sitemap identifier selector tracking"
    " analytics gtm token permalink layout enctype autocomplete placeholder"
)
"""Words of keys whose values are for programs."""

TOGGLE_STARTS: Final = word_set("is has show hide enable disable use with allow no can should")
TOGGLES: Final = TOGGLE_STARTS | word_set(
    "enabled disabled active visible hidden required open in new tab window dark inverted invert"
    " reverse reversed sticky external blank full fullwidth newtab lazy eager"
)
"""Words of keys whose boolean says how something looks or behaves."""

TYPES: Final = word_set("type kind template component typename discriminant")
"""Last words of keys that can hold the type of a mapping."""

DESIGN_VALUES: Final = word_set(
    "left right center centre top bottom middle start end justify between around evenly none auto"
    " inherit initial full wide narrow small medium large xs sm md lg xl 2xl 3xl 4xl cover contain"
    " fill stretch row column reverse row-reverse column-reverse horizontal vertical block inline"
    " flex grid hidden visible light dark primary secondary tertiary accent neutral muted default"
    " outline outlined solid ghost filled flat rounded square circle round normal bold italic"
    " uppercase lowercase capitalize transparent fixed absolute relative static sticky fade slide"
    " zoom h1 h2 h3 h4 h5 h6 flex-start flex-end space-between space-around no-repeat _blank _self"
    " img-left img-right image-left image-right"
)
"""Values that say how something looks, whatever their key is."""

COLOURS: Final = word_set(
    "black white gray grey red orange amber yellow lime green emerald teal cyan sky blue indigo"
    " violet purple fuchsia pink rose brown navy gold silver beige slate zinc stone maroon olive"
)

MACHINE_VALUES: Final = word_set(
    "button link image video text textarea email tel number password checkbox radio select submit"
    " hidden date file section block card grid list form item column row pdf internal external"
    " page reference object richtext markdown hero"
)
"""Values of a type key that name a part of a page or of a form."""
