// Computed styles of many elements under a style sheet, for comparing two style sheets.
// Evaluates to a function (see test_real_builds.py).
(() => {
  const STATES = /(?<![\\:]):(hover|focus-within|focus-visible|focus|active)(?![\w-])/g

  // Every case in a box of its own, so that one cannot move another.
  const box = ([index, classes, states]) => {
    const wanted = `class="${classes.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}${states}"`
    return `<section class="group peer${states}" data-case="${index}">` +
      `<div ${wanted}><p>One <a href="#">two</a> three</p><p>Four</p></div>` +
      `<div ${wanted}>Sibling</div></section>`
  }

  function frame(css, cases, width) {
    const element = document.createElement('iframe')
    element.style.cssText = `width:${width}px;height:900px;border:0`
    document.body.replaceChildren(element)
    const inner = element.contentDocument
    const forced = css.replaceAll('(hover: hover)', 'all').replace(STATES, '.is-$1')
    inner.open()
    inner.write('<!DOCTYPE html><style></style><style>section{contain:layout;width:600px}</style>')
    inner.close()
    inner.querySelector('style').textContent = forced
    inner.body.innerHTML = cases.map(box).join('')
    return element
  }

  const styles = (element, names) => {
    const computed = getComputedStyle(element)
    return names.map((name) => computed.getPropertyValue(name))
  }

  function measure(css, cases, width) {
    const inner = frame(css, cases, width).contentDocument
    const names = [...getComputedStyle(inner.body)]
    const found = [...inner.querySelectorAll('[data-case]')].map((section) =>
      [...section.querySelectorAll('*')].map((element) => styles(element, names)))
    return { names, found }
  }

  return (ours, theirs, cases, width) => {
    const [mine, real] = [ours, theirs].map((css) => measure(css, cases, width))
    const wrong = []
    real.found.forEach((elements, at) => elements.forEach((values, which) => values.forEach((value, number) => {
      const other = mine.found[at][which][number]
      if (value !== other && wrong.length < 200) wrong.push([cases[at][1], which, real.names[number], other, value])
    })))
    const values = real.found.flat().length * real.names.length
    return JSON.stringify({ wrong, values })
  }
})()
