import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { transform } from 'esbuild'
import postcss from 'postcss'

/**
 * The oldest browsers that are supported, out of a list as `packages/react/package.json` has it.
 *
 * @param {string[]} browserslist Such as `chrome >= 109`.
 * @returns {Record<string, number>} Versions by the names of browser-compat-data.
 */
export function readFloor(browserslist) {
  const names = { chrome: 'chrome', firefox: 'firefox', safari: 'safari', ios_saf: 'safari_ios' }
  return Object.fromEntries(
    browserslist.map((line) => {
      const [, name, version] = /^(\w+) >= ([\d.]+)$/.exec(line) ?? []
      if (!names[name]) throw new Error(`"${line}" is not written as "chrome >= 109".`)
      return [names[name], Number(version)]
    }),
  )
}

/** Supported for years; esbuild says no, since newer versions of Unicode know more names. */
const SUPPORTED = { 'regexp-unicode-property-escapes': true }

/** The floor as esbuild wants its targets. */
const targetsOf = (floor) =>
  Object.entries(floor)
    .filter(([name]) => name !== 'safari_ios')
    .map(([name, version]) => `${name}${version}`)

/**
 * What a script needs that the floor does not have: syntax, and what the platform offers by name.
 *
 * @param {string} code
 * @param {Record<string, number>} floor
 */
export async function newerInScript(code, floor) {
  const [lowered, kept] = await Promise.all(
    [targetsOf(floor), 'esnext'].map((target) =>
      transform(code, { target, format: 'esm', supported: SUPPORTED }),
    ),
  )
  const found = lowered.code === kept.code ? [] : ['syntax that has to be lowered']
  for (const [, owner, member] of kept.code.matchAll(/\b([A-Z]\w+)\.(\w+)\b/g)) {
    const home = bcd.javascript.builtins[owner] ?? bcd.api[owner]
    const feature = home?.[`${member}_static`] ?? home?.[member]
    if (feature?.__compat && isNewer(feature.__compat, floor)) found.push(`${owner}.${member}`)
  }
  const called = new Set([...kept.code.matchAll(/\.(\w+)\(/g)].map(([, member]) => member))
  for (const member of called) {
    const owners = Object.values(bcd.javascript.builtins).flatMap((home) => home[member]?.__compat ?? [])
    if (owners.length > 0 && owners.every((compat) => isNewer(compat, floor))) found.push(`.${member}()`)
  }
  return [...new Set(found)]
}

/**
 * What a style sheet needs that the floor does not have, unless a declaration that works stands right before it.
 *
 * @param {string} css
 * @param {Record<string, number>} floor
 */
export function newerInStyles(css, floor) {
  const found = []
  const note = (compat, words) => compat && isNewer(compat, floor) && found.push(words)
  const root = postcss.parse(css)
  root.walkAtRules((rule) => {
    note(bcd.css['at-rules'][rule.name]?.__compat, `@${rule.name}`)
    if (rule.name === 'container' && rule.params.includes('style(')) {
      note(bcd.css['at-rules'].container.style_queries_for_custom_properties?.__compat, '@container style()')
    }
  })
  root.walkRules(({ selector }) => {
    for (const [, name] of selector.matchAll(/:{1,2}([a-z-]+)/g)) {
      const { [name]: own, [`-${name}`]: other } = bcd.css.selectors
      note((own ?? other)?.__compat, `:${name}`)
    }
  })
  root.walkDecls((declaration) => {
    const { prop, value, parent } = declaration
    if (prop.startsWith('--') || prop.startsWith('-webkit-')) {
      for (const words of newerFunctions(value, floor)) found.push(`${prop}: ${words}`)
      return
    }
    const isRepeated = parent.nodes
      .slice(0, parent.nodes.indexOf(declaration))
      .some((before) => before.prop === prop && newerInValue(prop, before.value, floor).length === 0)
    if (isRepeated) return
    note(bcd.css.properties[prop]?.__compat, prop)
    found.push(...newerInValue(prop, value, floor))
  })
  return [...new Set([...found, ...backdropsWithoutFallback(root)])]
}

/** Until lately a `::backdrop` inherited no custom property: each `var()` there needs a fallback. */
function backdropsWithoutFallback(root) {
  const found = []
  root.walkDecls(({ parent, prop, value }) => {
    const isBackdrop = parent.type === 'rule' && parent.selector.includes('::backdrop')
    if (isBackdrop && /var\(\s*--[\w-]+\s*\)/.test(value)) {
      found.push(`::backdrop { ${prop}: ${value} }, without a fallback`)
    }
  })
  return found
}

function newerInValue(prop, value, floor) {
  const words = value.match(/[a-z][a-z-]*/g) ?? []
  const keywords = words.filter((word) => {
    const compat = bcd.css.properties[prop]?.[word]?.__compat
    return compat && isNewer(compat, floor)
  })
  return [...keywords, ...newerFunctions(value, floor)].map((each) => `${prop}: ${each}`)
}

function newerFunctions(value, floor) {
  const { color, ...types } = bcd.css.types
  const found = [...value.matchAll(/([a-z-]+)\(/g)].flatMap(([, name]) => {
    const compat = (color[name] ?? types[name])?.__compat
    return compat && isNewer(compat, floor) ? [`${name}()`] : []
  })
  return /\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(from /.test(value)
    ? [...found, 'relative colours']
    : found
}

function isNewer({ support }, floor) {
  return Object.entries(floor).some(([browser, version]) => {
    const statements = [support[browser] ?? []].flat().filter((each) => !each.flags && !each.prefix)
    return !statements.some(({ version_added: added, version_removed: removed }) => {
      const isStill = !removed || numberOf(removed) > version
      return isStill && (added === true || numberOf(added) <= version)
    })
  })
}

/** `preview`, `false` and the like are no version: later than all. */
function numberOf(version) {
  return Number.parseFloat(String(version).replace('≤', '')) || Number.POSITIVE_INFINITY
}
