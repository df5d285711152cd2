import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { NectarConnect } from '../button/nectar-connect.tsx'
import type { Messages } from '../i18n/messages.ts'
import { de } from '../locales/de.ts'
import { WithBackend } from '../testing/with-backend.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function show(load: () => Promise<Messages>) {
  const page = () => (
    <WithBackend messages={load}>
      <NectarConnect />
    </WithBackend>
  )
  const { rerender } = render(page())
  return { drawAgain: () => rerender(page()) }
}

const german = de.button.connect

test('a language that is loaded is asked for once, and holds as soon as it is there', async () => {
  const load = vi.fn(async () => de)
  const { drawAgain } = show(load)
  screen.getByRole('button', { name: 'Connect a utility account' })
  const button = await screen.findByRole('button', { name: german })
  expect(button.closest('[data-nectar-root]')?.getAttribute('lang')).toBe('de')
  drawAgain()
  cleanup()
  show(load)
  screen.getByRole('button', { name: german })
  expect(load).toHaveBeenCalledOnce()
})

test('one that cannot be had leaves English, and says so in the console', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const cause = new Error('offline')
  const { drawAgain } = show(() => Promise.reject(cause))
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith(expect.stringContaining('words'), cause))
  act(drawAgain)
  screen.getByRole('button', { name: 'Connect a utility account' })
})
