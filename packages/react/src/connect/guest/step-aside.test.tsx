import * as Radix from '@radix-ui/react-dialog'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeBackend, type FakeBackend } from '../../testing/fake-backend.ts'
import '../../styles/styles.css'
import { findConsent, findFrame, findTrigger } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'
import { NectarConnect } from '../nectar-connect.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

interface HostProps {
  backend: FakeBackend
  onClose: () => void
}

/** A host that asks for a password in a dialog of its own. */
function Host({ backend, onClose }: HostProps) {
  const [signIn, setSignIn] = useState<{ resolve: () => void; reject: (error: Error) => void } | null>(null)
  const end = (isSignedIn: boolean) => {
    setSignIn(null)
    if (isSignedIn) {
      backend.problem = null
      signIn?.resolve()
    } else signIn?.reject(new Error('cancelled'))
  }
  return (
    <>
      <WithBackend
        backend={backend}
        onSignedOut={() => new Promise((resolve, reject) => setSignIn({ resolve, reject }))}
      >
        <NectarConnect onClose={onClose} />
      </WithBackend>
      <Radix.Root open={signIn !== null} onOpenChange={() => end(false)}>
        <Radix.Portal>
          <Radix.Overlay style={{ position: 'fixed', inset: 0 }} />
          <Radix.Content style={{ position: 'fixed', inset: 40 }} aria-describedby={undefined}>
            <Radix.Title>Who are you?</Radix.Title>
            <input aria-label="Password" />
            <button type="button" onClick={() => end(true)}>
              Go on
            </button>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </>
  )
}

async function signOut() {
  const backend = createFakeBackend()
  const onClose = vi.fn()
  render(<Host backend={backend} onClose={onClose} />)
  const trigger = await findTrigger()
  await userEvent.click(trigger)
  const consent = await findConsent()
  backend.problem = 'unauthenticated'
  await userEvent.click(consent)
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in to Plumbline' }))
  const password = await screen.findByRole('textbox', { name: 'Password' })
  return { onClose, trigger, password }
}

test('the host’s dialog is seen and used, then ours is back, and the session goes on', async () => {
  const { onClose, trigger, password } = await signOut()
  expect(screen.queryByRole('dialog', { name: 'You have been signed out' })).toBeNull()
  await userEvent.fill(password, 'secret')
  expect(document.activeElement).toBe(password)
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  const ours = (await findFrame()).closest('dialog')
  await waitFor(() => expect(ours?.matches(':modal')).toBe(true))
  await waitFor(() => expect(ours?.contains(document.activeElement)).toBe(true))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(trigger))
  expect(onClose).toHaveBeenCalledOnce()
  expect(getComputedStyle(document.documentElement).overflow).toBe('visible')
})

test('whoever does not sign in is back where they were', async () => {
  const { onClose } = await signOut()
  await userEvent.keyboard('{Escape}')
  const ours = await screen.findByRole('dialog', { name: 'You have been signed out' })
  expect(ours.matches(':modal')).toBe(true)
  expect(onClose).not.toHaveBeenCalled()
})
