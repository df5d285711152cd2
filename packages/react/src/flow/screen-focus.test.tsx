import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { findTrigger, goOn, MADE, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

async function untilReceived(presentation: 'button' | 'inline') {
  const backend = createFakeBackend({ live: 'poll' })
  render(
    <WithBackend backend={backend}>
      <NectarConnect presentation={presentation} />
    </WithBackend>,
  )
  if (presentation === 'button') await userEvent.click(await findTrigger())
  await goOn()
  submit(backend)
  await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
  return backend
}

async function accept(backend: FakeBackend) {
  const now = new Date().toISOString()
  backend.connections = [{ ...MADE, status: 'CONNECTED', createdAt: now, statusAt: now }]
  act(() => void window.dispatchEvent(new Event('online')))
  return screen.findByRole('heading', { name: 'Connected' }, { timeout: 20_000 })
}

describe.each(['button', 'inline'] as const)('when received becomes connected, %s', (presentation) => {
  test('the focus stays in it', async () => {
    const backend = await untilReceived(presentation)
    screen.getByRole('button', { name: 'Done' }).focus()
    const heading = await accept(backend)
    await waitFor(() => expect(document.activeElement).toBe(heading))
  })

  test('the focus that the customer took elsewhere is left there', async () => {
    const backend = await untilReceived(presentation)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await accept(backend)
    expect(document.activeElement).toBe(document.body)
  })
})
