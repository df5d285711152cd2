import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { FRAME, MADE, openLive, say, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

async function show(invitation: Partial<typeof INVITATION>) {
  const backend = createFakeBackend({ invitation: { ...structuredClone(INVITATION), ...invitation } })
  const onSubmitted = vi.fn()
  render(
    <WithBackend backend={backend}>
      <NectarConnect onSubmitted={onSubmitted} />
    </WithBackend>,
  )
  return { backend, onSubmitted, frame: await openLive() }
}

/** The backend was asked once more, and what it said changed nothing. */
async function expectNothingNew(backend: FakeBackend, frame: HTMLIFrameElement) {
  const looks = backend.looks.length
  say(frame)
  await waitFor(() => expect(backend.looks.length).toBeGreaterThan(looks))
  expect(screen.getByTitle(FRAME)).toBe(frame)
  expect(backend.created).toHaveLength(1)
}

test('one for certain e-mail addresses: that somebody proves theirs is no use of it, and what they submit is', async () => {
  const { backend, onSubmitted, frame } = await show({ requiresEmail: true })
  backend.invitation.opened = true
  await expectNothingNew(backend, frame)
  submit(backend)
  say(frame)
  await screen.findByRole('dialog', { name: 'Details received' })
  expect(onSubmitted).toHaveBeenCalledExactlyOnceWith({ connections: [{ id: MADE.id }] })
})

test('one for several uses: the first one ends the session, and the rest is revoked', async () => {
  const { backend, onSubmitted, frame } = await show({ maxUses: 3 })
  submit(backend)
  Object.assign(backend.invitation, { status: 'ACTIVE', useCount: 1 })
  say(frame)
  await screen.findByRole('dialog', { name: 'Details received' })
  await waitFor(() => expect(backend.revoked).toEqual([INVITATION.id]))
  expect(onSubmitted).toHaveBeenCalledOnce()
})

test('one that was used before, for a new account: only a connection is proof', async () => {
  const { backend, onSubmitted, frame } = await show({ maxUses: null, useCount: 4 })
  backend.invitation.useCount = 5
  await expectNothingNew(backend, frame)
  expect(onSubmitted).not.toHaveBeenCalled()
})
