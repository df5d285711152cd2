import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { Fragment, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect, type NectarConnectProps } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { FRAME, findTrigger, MADE, openFrame, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

const PLACES = { button: 'dialog:new', inline: 'inline:new' }

function keyOf(presentation: keyof typeof PLACES) {
  return `nectar-connect:/api/nectar:scope-a:${PLACES[presentation]}`
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

/** What an earlier load of this page had open. */
function keep(presentation: keyof typeof PLACES, overrides: object = {}) {
  const kept = {
    invitationId: INVITATION.id,
    useCount: 0,
    intent: { kind: 'contributor' },
    display: 'frame',
    touched: true,
    wasRevoked: false,
    loadedAt: performance.timeOrigin - 1_000,
    ...overrides,
  }
  sessionStorage.setItem(keyOf(presentation), JSON.stringify(kept))
}

function show(backend: FakeBackend, props: NectarConnectProps, wrapper: typeof Fragment = Fragment) {
  render(
    <WithBackend backend={backend}>
      <NectarConnect {...props} />
    </WithBackend>,
    { wrapper },
  )
}

const PRESENTATIONS = ['button', 'inline'] as const

describe.each(PRESENTATIONS)('how an earlier load’s session ended, presented as %s', (presentation) => {
  test.each([
    ['alone', Fragment],
    ['in strict mode', StrictMode],
  ])('used: it is shown and told, %s', async (_, wrapper) => {
    keep(presentation)
    const backend = createFakeBackend()
    submit(backend)
    const onSubmitted = vi.fn()
    const onEvent = vi.fn()
    show(backend, { presentation, onSubmitted, onEvent }, wrapper as typeof Fragment)
    await screen.findByRole('heading', { name: 'Details received' })
    expect(document.querySelectorAll('dialog')).toHaveLength(presentation === 'button' ? 1 : 0)
    expect(onSubmitted).toHaveBeenCalledExactlyOnceWith({ connections: [{ id: MADE.id }] })
    expect(onEvent).toHaveBeenCalledWith(expect.objectContaining({ name: 'submitted' }))
    expect(backend.created).toEqual([])
    expect(sessionStorage.getItem(keyOf(presentation))).toBeNull()
  })

  test('unused, and this page is no reload of that one: nothing is shown', async () => {
    keep(presentation)
    const backend = createFakeBackend()
    show(backend, { presentation })
    await waitFor(() => expect(backend.looks).toEqual([INVITATION.id]))
    await waitFor(() => expect(sessionStorage.getItem(keyOf(presentation))).toBeNull())
    if (presentation === 'button') await findTrigger()
    else await screen.findByRole('button', { name: /I have the login/ })
    expect(document.querySelector('dialog')).toBeNull()
    expect(screen.queryByText(/You left before/)).toBeNull()
    expect(backend.revoked).toEqual([])
  })
})

test('still open in a tab of its own: nothing is shown, and how it ends there is', async () => {
  keep('button', { display: 'tab' })
  const backend = createFakeBackend()
  const onSubmitted = vi.fn()
  show(backend, { onSubmitted }, StrictMode as typeof Fragment)
  await waitFor(() => expect(backend.looks).toEqual([INVITATION.id]))
  expect(document.querySelector('dialog')).toBeNull()
  submit(backend)
  await screen.findByRole('dialog', { name: 'Details received' }, { timeout: 10_000 })
  expect(onSubmitted).toHaveBeenCalledOnce()
  expect(backend.created).toEqual([])
  expect(backend.revoked).toEqual([])
})

test('what this very load has open is left alone', async () => {
  keep('button', { loadedAt: performance.timeOrigin })
  const backend = createFakeBackend()
  submit(backend)
  show(backend, {})
  await findTrigger()
  expect(backend.looks).toEqual([])
  expect(sessionStorage.getItem(keyOf('button'))).not.toBeNull()
})

test('somebody else’s session is not asked about', async () => {
  keep('button')
  const backend = createFakeBackend({ scope: 'scope-b' })
  submit(backend)
  show(backend, {})
  await findTrigger()
  await waitFor(() => expect(document.querySelector('.nectar-btn')).toBeTruthy())
  expect(backend.looks).toEqual([])
  expect(screen.queryByText('Details received')).toBeNull()
})

test('what is kept while a page is open has no address in it', async () => {
  const backend = createFakeBackend()
  show(backend, {})
  const frame = await openFrame()
  expect(sessionStorage.getItem(keyOf('button'))).toContain(INVITATION.id)
  const everything = JSON.stringify({ ...sessionStorage, ...localStorage })
  expect(everything).not.toMatch(/inv_example|https:/)
  expect(frame).toBe(screen.getByTitle(FRAME))
})
