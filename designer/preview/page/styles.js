// @ts-check
// Styles: units of the compiled Tailwind, in source order.

// Stands for a vendor's rule that this engine does not know, so that places stay what they are.
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

export function setStyles(styles) {
  for (const name of ['fonts', 'theme', 'base', 'site', 'utilities']) {
    if (name in styles) styleElement(name).textContent = styles[name];
    else styleElement(name);   // each at its place, from the beginning
  }
}

/** Put rules in, each at the place which it has when all are there; `anew` without those before. */
export function addRules(rules, anew) {
  const sheet = /** @type {CSSStyleSheet} */ (styleElement('utilities').sheet);
  // The element has no text, so that emptying it would leave what was put in.
  while (anew && sheet.cssRules.length) sheet.deleteRule(sheet.cssRules.length - 1);
  for (const [place, css] of rules) {
    try {
      sheet.insertRule(css, place);
    } catch {
      sheet.insertRule(UNKNOWN_RULE, place);   // the site's browser skips the rule, too
    }
  }
}
