import { cleanup, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NectarConnect } from '../button/nectar-connect.tsx'
import '../styles/styles.css'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { toShown } from '../testing/shown-color.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { type Appearance, appearanceToCss } from './appearance.ts'

const YELLOW = '#ffd400'
const BLACK = [0, 0, 0]

let style: HTMLStyleElement
beforeEach(() => {
  style = document.createElement('style')
  document.head.append(style)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  style.remove()
})

async function show(appearance: Appearance = {}, wrap = (embed: ReactNode) => <div>{embed}</div>) {
  render(
    wrap(
      <WithBackend backend={createFakeBackend()} appearance={appearance}>
        <NectarConnect presentation="inline" />
      </WithBackend>,
    ),
  )
  const title = await screen.findByRole('heading', { name: 'Connect a utility account' })
  const root = title.closest<HTMLElement>('[data-nectar-root]')
  const tile = root?.querySelector<HTMLElement>('[data-nectar-side="host"]')
  const link = root?.querySelector<HTMLElement>('a')
  if (!root || !tile || !link) throw new Error('The intro is not drawn.')
  return { root, tile, link }
}

/** Of the host's mark: fill, words and edge; and of a link. */
function colorsOf({ tile, link }: Awaited<ReturnType<typeof show>>) {
  const { backgroundColor, color, borderTopColor } = getComputedStyle(tile)
  return [backgroundColor, color, borderTopColor, getComputedStyle(link).color].map(toShown)
}

describe('one color is enough', () => {
  const wrapped = (embed: ReactNode) => <div className="checkout">{embed}</div>

  test.each<[string, string, Appearance]>([
    ['at the root of the page', `:root { --nectar-accent: ${YELLOW} }`, {}],
    ['on a class', `.checkout { --nectar-accent: ${YELLOW} }`, {}],
    ['in a layer', `@layer host { .checkout { --nectar-accent: ${YELLOW} } }`, {}],
    ['in the appearance', '', { variables: { accent: YELLOW } }],
    ['from a server', appearanceToCss({ variables: { accent: YELLOW } }), {}],
    ['from a server, on a class', appearanceToCss({ variables: { accent: YELLOW } }, '.checkout'), {}],
  ])('%s', async (_, css, appearance) => {
    style.textContent = css
    const [fill, words, edge, link] = colorsOf(await show(appearance, wrapped))
    expect(fill).toEqual(toShown(YELLOW))
    expect(words).toEqual(BLACK)
    // A dark yellow.
    expect(edge).toEqual([125, 103, 0])
    expect(link).toEqual([125, 103, 0])
  })
})

describe('one color for the light, and one for the dark', () => {
  const variables = { accent: { light: '#7a1f4b', dark: '#f2a7c9' } } as const

  test.each(['light', 'dark'] as const)('in the appearance: %s', async (theme) => {
    const [fill] = colorsOf(await show({ theme, variables }))
    expect(fill).toEqual(toShown(variables.accent[theme]))
  })

  test.each(['light', 'dark'] as const)('from a server: %s', async (theme) => {
    style.textContent = appearanceToCss({ variables }, 'html, body')
    const [fill] = colorsOf(await show({ theme }))
    expect(fill).toEqual(toShown(variables.accent[theme]))
  })
})

test('a token of our own is none of the page’s', async () => {
  style.textContent = '[data-nectar-root] { --nc-accent: red }'
  const [fill] = colorsOf(await show())
  expect(fill).toEqual(toShown('#04596e'))
})

test('a color of the host’s takes the place of one that follows', async () => {
  const { tile } = await show({ variables: { accent: YELLOW, 'accent-contrast': '#202020' } })
  expect(toShown(getComputedStyle(tile).color)).toEqual([32, 32, 32])
})

describe('in a browser that knows no relative colors', () => {
  beforeEach(() => {
    vi.spyOn(CSS, 'supports').mockReturnValue(false)
  })

  test.each<[string, string, Appearance]>([
    ['a color of the page', ':root { --nectar-accent: gold }', {}],
    ['a color of the appearance', '', { variables: { accent: 'rgb(255 215 0)' } }],
  ])('a script sets what follows from %s', async (_, css, appearance) => {
    style.textContent = css
    const { root } = await show(appearance)
    const follows = () => root.style.getPropertyValue('--nc-accent-contrast')
    await waitFor(() => expect(follows()).toBe('var(--nc-light, rgb(0,0,0)) var(--nc-dark, rgb(0,0,0))'))
    expect(root.style.getPropertyValue('--nc-accent-text')).toBe(
      'var(--nc-light, rgb(124,103,0)) var(--nc-dark, rgb(255,215,0))',
    )
    expect(root.style.getPropertyValue('--nc-healthy')).toBe('')
  })

  test('what the host gave is left to the host', async () => {
    const { root } = await show({ variables: { accent: 'gold', focus: 'blue' } })
    await waitFor(() => expect(root.style.getPropertyValue('--nc-accent-text')).not.toBe(''))
    expect(root.style.getPropertyValue('--nc-focus')).toBe('')
  })
})
