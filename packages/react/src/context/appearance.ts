import type { TOKEN_NAMES } from '../styles/token-names.ts'

/** The name of a design token, without the `--nectar-` prefix. */
export type TokenName = (typeof TOKEN_NAMES)[number]

/** Any value of CSS; or one for the light, and one for the dark. */
export type TokenValue = string | { light: string; dark: string }

/** How the embed looks. Everything else is done with `--nectar-*` custom properties in the host's own CSS. */
export interface Appearance {
  /** Default `light`. */
  theme?: 'light' | 'dark' | 'system' | undefined
  /** Default `soft`. */
  preset?: 'soft' | 'sharp' | undefined
  /**
   * Tokens to override, without the `--nectar-` prefix. One color is enough: what is drawn on, beside and in the accent
   * follows from it. They are set through the CSSOM after mounting, so a strict Content-Security-Policy is no obstacle.
   * For the first paint of a page from a server, see `appearanceToCss()`.
   *
   * @example variables: { accent: '#7a1f4b', radius: '6px' }
   * @example variables: { accent: { light: '#7a1f4b', dark: '#e08bb4' } }
   */
  variables?: Readonly<Partial<Record<TokenName, TokenValue | undefined>>> | undefined
}

/** The value of a token on a root, which knows whether it is light or dark. */
export function inEachScheme(value: TokenValue): string {
  return typeof value === 'string' ? value : `var(--nc-light, ${value.light}) var(--nc-dark, ${value.dark})`
}

const NAME = /^[a-z][a-z0-9-]*$/
/** What could end a declaration, or keep the browser from seeing where it ends. */
const UNSAFE = /[;{}<>!@\\]|\/\*|[^\P{Cc}\t]/u

/**
 * The tokens of an appearance as CSS, for a page that is rendered on a server: with it, the first paint has the host's
 * colors already, and what follows from them. `theme` and `preset` are attributes, and need none of it.
 *
 * Put it into a stylesheet of your own, or into a `<style>` with your policy's nonce. Values are checked, so that
 * tokens which your own customers chose cannot write any other rule.
 *
 * @param selector What carries the tokens. Default: every component.
 * @returns a rule, and two more where light and dark differ; an empty string without tokens
 * @throws TypeError for a name or a value that cannot stand in a declaration; its message says which, and why
 *
 * @example
 * const css = appearanceToCss({ variables: { accent: '#7a1f4b', radius: '6px' } })
 */
export function appearanceToCss({ variables = {} }: Appearance, selector = '[data-nectar-root]'): string {
  const light: string[] = []
  const dark: string[] = []
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) continue
    if (typeof value === 'string') light.push(declare(name, value))
    else {
      light.push(declare(name, value.light))
      dark.push(declare(name, value.dark))
    }
  }
  const root = `:is(:is(${selector}),:is(${selector}) [data-nectar-root])`
  return [
    rule(selector, light),
    rule(`${root}[data-nectar-theme=dark]`, dark),
    dark.length > 0 &&
      `@media (prefers-color-scheme:dark){${rule(`${root}[data-nectar-theme=system]`, dark)}}`,
  ]
    .filter(Boolean)
    .join('')
}

function rule(selector: string, declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : `${selector}{${declarations.join(';')}}`
}

function declare(name: string, value: string): string {
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
