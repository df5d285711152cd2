import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import type { BrowserName, CompatStatement, Identifier, VersionValue } from '@mdn/browser-compat-data'
import { transform } from 'esbuild'
import postcss, { AtRule, type Node, type Root, Rule } from 'postcss'

/** The oldest version of each browser, by the names of browser-compat-data. */
export type Floor = Partial<Record<BrowserName, number>>

/**
 * The oldest browsers that are supported, out of a list as `packages/react/package.json` has it.
 *
 * @param browserslist Such as `chrome >= 109`.
 */
export function readFloor(browserslist: string[]): Floor {
  const names: Partial<Record<string, BrowserName>> = {
    chrome: 'chrome',
    firefox: 'firefox',
    safari: 'safari',
    ios_saf: 'safari_ios',
  }
  return Object.fromEntries(
    browserslist.map((line) => {
      const [, name = '', version] = /^(\w+) >= ([\d.]+)$/.exec(line) ?? []
      const browser = names[name]
      if (!browser) throw new Error(`"${line}" is not written as "chrome >= 109".`)
      return [browser, Number(version)]
    }),
  )
}

/** What browser-compat-data knows of scripts and of style sheets. */
const { builtins: BUILTINS = {} } = bcd.javascript
const {
  'at-rules': AT_RULES = {},
  properties: PROPERTIES = {},
  selectors: SELECTORS = {},
  types: TYPES = {},
} = bcd.css

/** Supported for years; esbuild says no, since newer versions of Unicode know more names. */
const SUPPORTED = { 'regexp-unicode-property-escapes': true }

/** The floor as esbuild wants its targets. */
const targetsOf = (floor: Floor) =>
  Object.entries(floor)
    .filter(([name]) => name !== 'safari_ios')
    .map(([name, version]) => `${name}${version}`)

/** What a script needs that the floor does not have: syntax, and what the platform offers by name. */
export async function newerInScript(code: string, floor: Floor): Promise<string[]> {
  const compile = (target: string | string[]) =>
    transform(code, { target, format: 'esm', supported: SUPPORTED })
  const [lowered, kept] = await Promise.all([compile(targetsOf(floor)), compile('esnext')])
  const found = lowered.code === kept.code ? [] : ['syntax that has to be lowered']
  for (const [, owner = '', member = ''] of kept.code.matchAll(/\b([A-Z]\w+)\.(\w+)\b/g)) {
    const home = BUILTINS[owner] ?? bcd.api[owner]
    const feature = home?.[`${member}_static`] ?? home?.[member]
    if (feature?.__compat && isNewer(feature.__compat, floor)) found.push(`${owner}.${member}`)
  }
  const called = new Set([...kept.code.matchAll(/\.(\w+)\(/g)].map(([, member = '']) => member))
  for (const member of called) {
    const owners = Object.values<Identifier>(BUILTINS).flatMap((home) => home[member]?.__compat ?? [])
    if (owners.length > 0 && owners.every((compat) => isNewer(compat, floor))) found.push(`.${member}()`)
  }
  return [...new Set(found)]
}

/**
 * What a style sheet needs that the floor does not have, unless a declaration that works stands right before it, or a
 * browser is asked for it by `@supports`.
 */
export function newerInStyles(css: string, floor: Floor): string[] {
  const found: string[] = []
  const note = (compat: CompatStatement | undefined, words: string) => {
    if (compat && isNewer(compat, floor)) found.push(words)
  }
  const root = postcss.parse(css)
  root.walkAtRules((rule) => {
    note(AT_RULES[rule.name]?.__compat, `@${rule.name}`)
    if (rule.name === 'container' && rule.params.includes('style(')) {
      note(AT_RULES.container?.style_queries_for_custom_properties?.__compat, '@container style()')
    }
  })
  root.walkRules(({ selector }) => {
    for (const [, name = ''] of selector.matchAll(/:{1,2}([a-z-]+)/g)) {
      const { [name]: own, [`-${name}`]: other } = SELECTORS
      note((own ?? other)?.__compat, `:${name}`)
    }
  })
  root.walkDecls((declaration) => {
    const { prop, value, parent } = declaration
    if (isAskedFor(declaration, floor)) return
    if (prop.startsWith('--') || prop.startsWith('-webkit-')) {
      for (const words of newerFunctions(value, floor)) found.push(`${prop}: ${words}`)
      return
    }
    const siblings = parent?.nodes ?? []
    const isRepeated = siblings
      .slice(0, siblings.indexOf(declaration))
      .some(
        (before) =>
          before.type === 'decl' &&
          before.prop === prop &&
          newerInValue(prop, before.value, floor).length === 0,
      )
    if (isRepeated) return
    note(PROPERTIES[prop]?.__compat, prop)
    found.push(...newerInValue(prop, value, floor))
  })
  return [...new Set([...found, ...backdropsWithoutFallback(root)])]
}

/** Whether it stands in an `@supports` that the oldest browsers do not pass. */
function isAskedFor({ parent }: Node, floor: Floor): boolean {
  if (!parent || parent.type === 'document') return false
  const isSupports = parent instanceof AtRule && parent.name === 'supports'
  return (isSupports && newerFunctions(parent.params, floor).length > 0) || isAskedFor(parent as Node, floor)
}

/** Until lately a `::backdrop` inherited no custom property: each `var()` there needs a fallback. */
function backdropsWithoutFallback(root: Root) {
  const found: string[] = []
  root.walkDecls(({ parent, prop, value }) => {
    const isBackdrop = parent instanceof Rule && parent.selector.includes('::backdrop')
    if (isBackdrop && /var\(\s*--[\w-]+\s*\)/.test(value)) {
      found.push(`::backdrop { ${prop}: ${value} }, without a fallback`)
    }
  })
  return found
}

function newerInValue(prop: string, value: string, floor: Floor) {
  const words: string[] = value.match(/[a-z][a-z-]*/g) ?? []
  const keywords = words.filter((word) => {
    const compat = PROPERTIES[prop]?.[word]?.__compat
    return compat && isNewer(compat, floor)
  })
  return [...keywords, ...newerFunctions(value, floor)].map((each) => `${prop}: ${each}`)
}

function newerFunctions(value: string, floor: Floor) {
  const { color = {}, ...types } = TYPES
  const found = [...value.matchAll(/([a-z-]+)\(/g)].flatMap(([, name = '']) => {
    const compat = (color[name] ?? types[name])?.__compat
    return compat && isNewer(compat, floor) ? [`${name}()`] : []
  })
  return /\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(from /.test(value)
    ? [...found, 'relative colors']
    : found
}

function isNewer({ support }: CompatStatement, floor: Floor) {
  return Object.entries(floor).some(([browser, version]) => {
    const statements = [support[browser as BrowserName] ?? []]
      .flat()
      .filter((each) => !each.flags && !each.prefix)
    return !statements.some(({ version_added: added, version_removed: removed }) => {
      const isStill = !removed || numberOf(removed) > version
      return isStill && numberOf(added) <= version
    })
  })
}

/** `preview`, `false` and the like are no version: later than all. */
function numberOf(version: VersionValue) {
  return Number.parseFloat(String(version).replace('≤', '')) || Number.POSITIVE_INFINITY
}
