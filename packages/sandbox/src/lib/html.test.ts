import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html.ts'

test('escaping leaves no markup behind and loses nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { markup } = html`${text}`
      expect(markup).not.toMatch(/[<>"']/)
      const back = markup
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
      expect(back).toBe(text)
    }),
  )
})
