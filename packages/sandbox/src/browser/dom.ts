/** The first that matches. */
export function one<T extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): T | null {
  return within.querySelector<T>(selector)
}

/** One that the page always has. */
export function the<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = one<T>(selector, within)
  if (found === null) throw new Error(`The page has no ${selector}.`)
  return found
}

export function all<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)]
}
