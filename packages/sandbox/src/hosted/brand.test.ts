import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSandbox, SandboxError } from '../index.ts'
import { createBench, ORIGIN } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'
import { brandStyle, contrast } from './brand-style.ts'

const LOGO = 'https://cdn.plumbline.example/logo.svg'

async function styleOf(brand: { name: string; color?: string }) {
  const { sandbox } = createBench({ brand })
  const response = await sandbox.fetch(new Request(`${ORIGIN}/assets/brand.css`))
  return { type: response.headers.get('content-type'), text: await response.text() }
}

test('name, color and logo are the asking company’s', async () => {
  const { sandbox, invite } = createBench({ brand: { name: 'Plumbline', color: '#7A2048', logo: LOGO } })
  const page = await visit(sandbox, (await invite()).invitationUrl)
  expect(page.markup).toContain(`<img src="${LOGO}" alt="">`)
  expect(page.markup).toContain('<b>Plumbline</b> asks you')
  expect(page.headers.get('content-security-policy')).toContain(
    "img-src 'self' data: https://cdn.plumbline.example;",
  )
  expect(await styleOf({ name: 'Plumbline', color: '#7A2048' })).toEqual({
    type: 'text/css; charset=utf-8',
    text: expect.stringContaining('--petrol: #7a2048;'),
  })
})

test('without color and logo the page looks like Nectar’s', async () => {
  const { sandbox, invite } = createBench({ brand: { name: 'Plumbline' } })
  const page = await visit(sandbox, (await invite()).invitationUrl)
  expect(page.markup).not.toContain('<img')
  expect(page.headers.get('content-security-policy')).toContain("img-src 'self' data:;")
  expect((await styleOf({ name: 'Plumbline' })).text).toBe('')
})

test('whatever the color, its words can be read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const color = `#${value.toString(16).padStart(6, '0')}`
      const main = /--petrol: (#[0-9a-f]{6});/.exec(brandStyle({ name: '', color, logo: null }))?.[1] ?? ''
      expect(contrast(main, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('contrast is what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each([
  ['color', { name: 'Plumbline', color: 'red' }],
  ['color', { name: 'Plumbline', color: '#fff;}' }],
  ['logo', { name: 'Plumbline', logo: 'logo.svg' }],
  ['logo', { name: 'Plumbline', logo: 'data:text/html,x' }],
])('an impossible %s is refused', (named, brand) => {
  expect(() => createSandbox({ brand })).toThrow(SandboxError)
  expect(() => createSandbox({ brand })).toThrow(`brand.${named}`)
})
