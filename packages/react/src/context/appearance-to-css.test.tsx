import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appearanceToCss } from './appearance.ts'

/** What the browser makes of it. */
function read(css: string): CSSStyleRule[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules].map((rule) => rule as CSSStyleRule)
}

describe('the tokens of an appearance, as CSS', () => {
  test('are one rule, for every component or for what the host names', () => {
    const variables = {
      accent: '#7a1f4b',
      radius: ' 6px ',
      'font-family': '"Inter", system-ui',
      shadow: 'rgb(0 0 0 / 8%)',
    }
    expect(appearanceToCss({ theme: 'dark', variables })).toBe(
      '[data-nectar-root]{--nectar-accent:#7a1f4b;--nectar-radius:6px;--nectar-font-family:"Inter", system-ui;--nectar-shadow:rgb(0 0 0 / 8%)}',
    )
    expect(appearanceToCss({ variables: { accent: 'teal' } }, '.checkout')).toBe(
      '.checkout{--nectar-accent:teal}',
    )
    expect(appearanceToCss({ theme: 'dark' })).toBe('')
  })

  test.each([
    ['Accent', 'teal'],
    ['--nectar-accent', 'teal'],
    ['accent:red;x', 'teal'],
    ['', 'teal'],
    ['accent', 'red;background:url(//evil.example)'],
    ['accent', 'red}body{display:none'],
    ['accent', '</style><script>alert(1)</script>'],
    ['accent', 'red/*'],
    ['accent', 'red !important'],
    ['accent', 'url(//evil.example'],
    ['accent', '"red'],
    ['accent', 'red)'],
    ['accent', '(]'],
    ['accent', '["]'],
    ['accent', "url(')"],
    ['accent', '\\7d body'],
    ['accent', 'red\nblue'],
    ['accent', ' '],
  ])('refuses %j: %j, and says which', (name, value) => {
    expect(() => appearanceToCss({ variables: { [name]: value } })).toThrow(TypeError)
    expect(() => appearanceToCss({ variables: { [name]: value } })).toThrow(`"${name}"`)
  })

  test('whatever the values are, the browser reads these declarations and nothing else, or it is refused', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme-composite' }),
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '"',
        "'",
        ',',
        ' ',
        '#7a1f4b',
        'var(--x)',
        '*/',
        '\\',
        '}',
        ';',
        '-->',
        '<!--',
      ),
    )
    const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(value, value, (accent, surface) => {
        let css: string
        try {
          css = appearanceToCss({ variables: { accent, surface, space: '1px' } })
        } catch (cause) {
          expect(cause).toBeInstanceOf(TypeError)
          return
        }
        const rules = read(css)
        expect(rules).toHaveLength(1)
        const style = rules[0]?.style
        expect([...(style ?? [])]).toEqual(['--nectar-accent', '--nectar-surface', '--nectar-space'])
        expect(style?.getPropertyValue('--nectar-space')).toBe('1px')
      }),
      { numRuns: 500 },
    )
  })
})
