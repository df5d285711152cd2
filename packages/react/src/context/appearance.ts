/** How the embed looks. Everything else is done with `--nectar-*` custom properties in the host's own CSS. */
export interface Appearance {
  /** Default `light`. */
  theme?: 'light' | 'dark' | 'system' | undefined
  /** Default `soft`. */
  preset?: 'soft' | 'sharp' | undefined
  /**
   * Tokens to override, without the `--nectar-` prefix. They are set through the CSSOM after mounting, so a strict
   * Content-Security-Policy is no obstacle. For the first paint of a page from a server, see `appearanceToCss()`.
   *
   * @example variables: { accent: '#7a1f4b', 'radius-md': '6px' }
   */
  variables?: Readonly<Record<string, string>> | undefined
}

const NAME = /^[a-z][a-z0-9-]*$/
/** What could end a declaration, or keep the browser from seeing where it ends. */
const UNSAFE = /[;{}<>!@\\]|\/\*|[^\P{Cc}\t]/u

/**
 * The tokens of an appearance as a rule of CSS, for a page that is rendered on a server: with it, the first paint
 * has the host's colors already. `theme` and `preset` are attributes, and need none of it.
 *
 * Put it into a stylesheet of your own, or into a `<style>` with your policy's nonce. Values are checked, so that
 * tokens which your own customers chose cannot write any other rule.
 *
 * @param selector What carries the tokens. Default: every component.
 * @returns one rule; an empty string without tokens
 * @throws TypeError for a name or a value that cannot stand in a declaration; its message says which, and why
 *
 * @example
 * const css = appearanceToCss({ variables: { accent: '#7a1f4b', 'radius-md': '6px' } })
 */
export function appearanceToCss({ variables = {} }: Appearance, selector = '[data-nectar-root]'): string {
  const declarations = Object.entries(variables).map(([name, value]) => {
    if (!NAME.test(name)) {
      throw new TypeError(
        `"${name}" is no name of a token: lower-case letters, digits and hyphens, without "--nectar-".`,
      )
    }
    if (!canStand(value)) {
      throw new TypeError(
        `The value of "${name}" cannot stand in a declaration: ; { } < > ! @ \\, comments, line breaks, and quotes or brackets without their other half are refused.`,
      )
    }
    return `--nectar-${name}:${value.trim()}`
  })
  return declarations.length === 0 ? '' : `${selector}{${declarations.join(';')}}`
}

function canStand(value: string): boolean {
  return value.trim() !== '' && !UNSAFE.test(value) && isBalanced(value)
}

const CLOSED_BY = new Map([
  ['(', ')'],
  ['[', ']'],
])

/** A quote in brackets opens a string, and a bracket in a string opens nothing: so it is read from left to right. */
function isBalanced(value: string): boolean {
  const open: string[] = []
  for (const character of value) {
    const last = open.at(-1)
    if (last === '"' || last === "'") {
      if (character === last) open.pop()
    } else if (character === '"' || character === "'") open.push(character)
    else if (CLOSED_BY.has(character)) open.push(CLOSED_BY.get(character) ?? '')
    else if (character === ')' || character === ']') {
      if (open.pop() !== character) return false
    }
  }
  return open.length === 0
}
