import { ownValue } from '@nectar-connect/contract/wire'

/** What a mail is made of, and what it is shown as: its title is none of the page's. */
const SHOWN_AS: Record<string, string> = {
  MAIN: 'div',
  H1: 'p',
  P: 'p',
  A: 'span',
  BLOCKQUOTE: 'blockquote',
  BDI: 'bdi',
  BR: 'br',
  HR: 'hr',
}

/**
 * A copy of a mail's HTML that can do nothing: known elements, their looks and their text, no links. Set through the
 * CSSOM, since a strict policy blocks styles in HTML, and a frame of `srcdoc` is under the same policy.
 *
 * @returns null where the page's policy does not let HTML be read
 */
export function copyMail(html: string): HTMLElement | null {
  const parsed = parse(html)
  if (!parsed) return null
  const { documentElement, body } = parsed
  const root = document.createElement('div')
  root.lang = documentElement.lang
  root.dir = documentElement.dir
  root.style.cssText = body.dataset.style ?? ''
  copyInto(root, body)
  return root
}

function parse(html: string): Document | null {
  try {
    // Renamed, since reading a style attribute counts as applying it. Text has no plain quotes.
    return new DOMParser().parseFromString(html.replaceAll(' style="', ' data-style="'), 'text/html')
  } catch {
    return null
  }
}

function copyInto(target: HTMLElement, source: Element) {
  for (const child of source.childNodes) {
    if (child instanceof Text) target.append(child.data)
    const tag = child instanceof HTMLElement ? ownValue(SHOWN_AS, child.tagName) : undefined
    if (!(child instanceof HTMLElement) || tag === undefined) continue
    const copy = document.createElement(tag)
    if (child.dataset.style) copy.style.cssText = child.dataset.style
    if (child.dir) copy.dir = child.dir
    copyInto(copy, child)
    target.append(copy)
  }
}
