// Which slots compute to the same values, for comparing what wins (see test_class_lists.py).
// Evaluates to a function: of `[slot, other slot, names of properties]` those that differ.
((css, cases, width) => {
  const element = document.createElement('iframe')
  element.style.cssText = `width:${width}px;height:900px;border:0`
  document.body.replaceChildren(element)
  const inner = element.contentDocument
  inner.open()
  inner.write('<!DOCTYPE html><style></style>')
  inner.close()
  inner.querySelector('style').textContent = css

  // Nothing is laid out, so that each value is the property's own.
  const place = inner.createElement('div')
  place.style.display = 'none'
  inner.body.append(place)
  const styled = (slot) => {
    const box = inner.createElement('div')
    box.className = slot
    place.append(box)
    return element.contentWindow.getComputedStyle(box)
  }
  return JSON.stringify(cases.filter(([slot, other, names]) => {
    const [one, two] = [styled(slot), styled(other)]
    return names.some((name) => one.getPropertyValue(name) !== two.getPropertyValue(name))
  }))
})
