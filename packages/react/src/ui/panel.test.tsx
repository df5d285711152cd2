import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { HOST, WithBackend } from '../testing/with-backend.tsx'
import { Pair } from './panel.tsx'

afterEach(cleanup)

function show(logoUrl?: string) {
  const pair = (url?: string) => (
    <WithBackend backend={createFakeBackend()} app={{ ...HOST, logoUrl: url }}>
      <Pair host="Plumbline" />
    </WithBackend>
  )
  const { container, rerender } = render(pair(logoUrl))
  const tile = () => container.querySelector<HTMLElement>('[data-nectar-side="host"]')
  return {
    logo: () => tile()?.querySelector('img') ?? null,
    tile,
    setLogo: (url: string) => rerender(pair(url)),
  }
}

const LOGO = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'

test('a host without a logo is its first letter', () => {
  expect(show().tile()).toHaveTextContent('P')
  expect(show('').logo()).toBeNull()
})

test('a logo takes the place of the letter', () => {
  const { tile, logo } = show(LOGO)
  expect(logo()).toHaveAttribute('src', LOGO)
  expect(tile()).toHaveTextContent('')
})

test('a logo that does not load gives way to the letter, until there is another', () => {
  const { tile, logo, setLogo } = show('data:image/png,none')
  const img = logo()
  if (img) fireEvent.error(img)
  expect(logo()).toBeNull()
  expect(tile()).toHaveTextContent('P')
  setLogo(LOGO)
  expect(logo()).toHaveAttribute('src', LOGO)
})
