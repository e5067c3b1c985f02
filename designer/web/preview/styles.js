// @ts-check
// The style elements of the page. The rules of Tailwind keep the source order of its build.

// Replaces a vendor rule that this engine cannot parse, so the indexes of other rules stay valid.
const UNKNOWN_RULE = '@media not all {}';

function styleElement(name) {
  const id = `fp-${name}`;
  let style = /** @type {HTMLStyleElement | null} */ (document.head.querySelector(`style[data-${id}]`));
  if (!style) {
    style = document.createElement('style');
    style.setAttribute(`data-${id}`, '');
    document.head.append(style);
  }
  return style;
}

/** Sets the texts of the page's style elements, by name; elements without a new text keep theirs. */
export function setStyles(styles) {
  for (const name of ['fonts', 'theme', 'base', 'site', 'utilities']) {
    if (name in styles) styleElement(name).textContent = styles[name];
    else styleElement(name);   // creates all elements at once, which fixes their order
  }
}

/** Inserts rules, each at its index in the final list; with `anew` it first removes the old rules. */
export function addRules(rules, anew) {
  const sheet = /** @type {CSSStyleSheet} */ (styleElement('utilities').sheet);
  // The rules are not text of the element: setting its text would not remove them.
  while (anew && sheet.cssRules.length) sheet.deleteRule(sheet.cssRules.length - 1);
  for (const [place, css] of rules) {
    try {
      sheet.insertRule(css, place);
    } catch {
      sheet.insertRule(UNKNOWN_RULE, place);   // other browsers skip such a rule too
    }
  }
}
