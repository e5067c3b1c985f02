// Which slots do not compute to what was promised (see test_every_slot.py).
// Evaluates to a function: of `[slot, [[longhand, value], …]]` those with another computed value
// than an element on which exactly these values are written.
((css, cases, width) => {
  let element = document.querySelector('iframe')
  if (!element) {
    element = document.createElement('iframe')
    element.style.cssText = 'height:900px;border:0'
    document.body.append(element)
    const inner = element.contentDocument
    inner.open()
    inner.write('<!DOCTYPE html><style></style><div style="display:none"></div>')
    inner.close()
  }
  element.style.width = `${width}px`
  const inner = element.contentDocument
  const sheet = inner.querySelector('style')
  if (css !== null) sheet.textContent = css

  // Nothing is laid out, so that each value is the property's own.
  const place = inner.querySelector('div')
  const found = cases.filter(([slot, values]) => {
    const box = inner.createElement('div')
    box.className = slot
    place.replaceChildren(box)
    const style = element.contentWindow.getComputedStyle(box)
    const real = values.map(([name]) => style.getPropertyValue(name))
    for (const [name, value] of values) box.style.setProperty(name, value, 'important')
    return values.some(([name], at) => style.getPropertyValue(name) !== real[at])
  })
  return JSON.stringify(found)
})
