/**
 * Makes an element what another one is. What is in both stays the same element, with its focus, its scrolling and
 * what was entered: those with an id are known by it, others by their place. What has `data-keep` is left alone.
 */
export function morph(from: Element, to: Element): void {
  if (from.hasAttribute('data-keep') || from.isEqualNode(to)) return
  takeAttributes(from, to)
  let place = from.firstChild
  for (const wanted of [...to.childNodes]) {
    const match = findMatch(place, wanted)
    if (match === null) {
      from.insertBefore(wanted, place)
      continue
    }
    while (place !== null && place !== match) place = drop(place)
    if (match instanceof Element && wanted instanceof Element) morph(match, wanted)
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue
    place = match.nextSibling
  }
  while (place !== null) place = drop(place)
}

function takeAttributes(from: Element, to: Element) {
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value)
  }
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name)
}

function findMatch(place: ChildNode | null, wanted: ChildNode): ChildNode | null {
  const isMatch = (node: ChildNode) => node.nodeName === wanted.nodeName && idOf(node) === idOf(wanted)
  if (idOf(wanted) === null) return place && isMatch(place) ? place : null
  for (let node = place; node !== null; node = node.nextSibling) if (isMatch(node)) return node
  return null
}

/** By its attribute: the property of a form that has a field named "id" is that field. */
function idOf(node: ChildNode): string | null {
  return node instanceof Element ? node.getAttribute('id') : null
}

function drop(node: ChildNode): ChildNode | null {
  const next = node.nextSibling
  node.remove()
  return next
}
