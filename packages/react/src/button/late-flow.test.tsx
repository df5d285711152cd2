import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { later } from '../flow/later.ts'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { CONNECT, findConsent, findFrame } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'
import { flow } from './load-flow.tsx'
import { NectarConnect } from './nectar-connect.tsx'

const held = vi.hoisted(() => {
  function hold() {
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    return { arrival, arrive: () => arrive() }
  }
  return { flow: hold(), later: hold() }
})

vi.mock(import('../flow/flow-parts.ts'), async (original) => {
  await held.flow.arrival
  return original()
})
vi.mock(import('../flow/later-parts.ts'), async (original) => {
  await held.later.arrival
  return original()
})

beforeEach(async () => {
  // What another file left open would be asked for at once.
  sessionStorage.clear()
  await page.viewport(1280, 900)
})
afterEach(cleanup)

function show(onEvent = vi.fn()) {
  const backend = createFakeBackend()
  render(
    <StrictMode>
      <WithBackend backend={backend}>
        <NectarConnect onEvent={onEvent} />
      </WithBackend>
    </StrictMode>,
  )
  return { backend, onEvent, trigger: screen.getByRole('button', CONNECT) }
}

// In this order: what was loaded stays so.

test('a click that is faster than the flow opens its dialog, which can be closed again', async () => {
  const { trigger } = show()
  await userEvent.click(trigger)
  const dialog = screen.getByRole('dialog', CONNECT)
  expect(dialog.getAttribute('aria-busy')).toBe('true')
  expect(dialog.matches(':modal')).toBe(true)
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).toBe(trigger)
  await userEvent.click(trigger)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(trigger)
  expect(flow.getState().state).toBe('loading')
})

test('the click is not lost: the flow opens in place of it, once, and tells the host from the start', async () => {
  const { backend, trigger, onEvent } = show()
  await userEvent.click(trigger)
  screen.getByRole('dialog', CONNECT)
  held.flow.arrive()
  await findConsent()
  expect(document.querySelectorAll('dialog')).toHaveLength(1)
  const heading = screen.getByRole('heading', CONNECT)
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(onEvent.mock.calls.map(([{ name, presentation }]) => [name, presentation])).toEqual([
    ['intro_viewed', 'dialog'],
  ])
  expect(backend.created).toEqual([])
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).toBe(trigger)
})

test('what comes after the frame is loaded once that is there, and no sooner', async () => {
  const { backend, trigger } = show()
  await userEvent.click(trigger)
  const consent = await findConsent()
  expect(later.getState().state).toBe('unasked')
  await userEvent.click(consent)
  const frame = await findFrame()
  frame.dispatchEvent(new Event('load'))
  await waitFor(() => expect(later.getState().state).toBe('loading'))
  expect(backend.created).toHaveLength(1)
})

test('a screen that is late has its place drawn, and takes the focus when it is there', async () => {
  const { backend, trigger } = show()
  await userEvent.click(trigger)
  backend.problem = 'nectar_unavailable'
  await userEvent.click(await findConsent())
  const dialog = screen.getByRole('dialog')
  await waitFor(() => expect(dialog.getAttribute('data-nectar-phase')).toBe('failed'))
  expect(dialog.querySelectorAll('.nectar-skeleton')).not.toHaveLength(0)
  held.later.arrive()
  const heading = await screen.findByRole('heading', { name: 'Nectar did not answer' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
})
