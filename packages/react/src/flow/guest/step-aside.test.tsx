import * as Radix from '@radix-ui/react-dialog'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ConnectionList } from '../../lists/connection-list.tsx'
import { createFakeBackend, type FakeBackend } from '../../testing/fake-backend.ts'
import '../../styles/styles.css'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import { findConsent, findFrame, findTrigger, say } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

interface HostProps {
  backend: FakeBackend
  onExit: () => void
}

/** A host that asks for a password in a dialog of its own. */
function Host({ backend, onExit }: HostProps) {
  const [signIn, setSignIn] = useState<{ resolve: () => void; reject: (error: Error) => void } | null>(null)
  const end = (isSignedIn: boolean) => {
    setSignIn(null)
    if (isSignedIn) {
      backend.problem = null
      signIn?.resolve()
    } else signIn?.reject(new Error('canceled'))
  }
  return (
    <>
      <WithBackend
        backend={backend}
        onSignedOut={() => new Promise((resolve, reject) => setSignIn({ resolve, reject }))}
      >
        <NectarConnect onExit={onExit} />
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

/** Until the host asks for the password. */
async function signOut() {
  const backend = createFakeBackend()
  const onExit = vi.fn()
  render(<Host backend={backend} onExit={onExit} />)
  const trigger = await findTrigger()
  await userEvent.click(trigger)
  const consent = await findConsent()
  backend.problem = 'unauthenticated'
  await userEvent.click(consent)
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in to Plumbline' }))
  const password = await screen.findByRole('textbox', { name: 'Password' })
  return { backend, onExit, trigger, password }
}

test('the host’s dialog is seen and used, then ours is back, and the session goes on', async () => {
  const { onExit, trigger, password } = await signOut()
  expect(screen.queryByRole('dialog', { name: 'You have been signed out' })).toBeNull()
  await userEvent.fill(password, 'secret')
  expect(document.activeElement).toBe(password)
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  const ours = (await findFrame()).closest('dialog')
  await waitFor(() => expect(ours?.matches(':modal')).toBe(true))
  await waitFor(() => expect(ours?.contains(document.activeElement)).toBe(true))
  expect(onExit).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(trigger))
  expect(onExit).toHaveBeenCalledOnce()
  expect(getComputedStyle(document.documentElement).overflow).toBe('visible')
})

describe('a host that forgets its promise when its dialog is closed', () => {
  async function forget() {
    const backend = createFakeBackend()
    const onSignedOut = vi.fn(() => new Promise<void>(() => {}))
    render(
      <WithBackend backend={backend} onSignedOut={onSignedOut}>
        <NectarConnect />
      </WithBackend>,
    )
    await userEvent.click(await findTrigger())
    return { backend, onSignedOut }
  }

  test('the button brings ours back as it was, and the way to sign in', async () => {
    const { backend, onSignedOut } = await forget()
    const consent = await findConsent()
    backend.problem = 'unauthenticated'
    await userEvent.click(consent)
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in to Plumbline' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await userEvent.click(await findTrigger())
    const ours = await screen.findByRole('dialog', { name: 'You have been signed out' })
    expect(ours.matches(':modal')).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in to Plumbline' }))
    await waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(2))
  })

  test('a page of Nectar that was open still is', async () => {
    const { backend } = await forget()
    await userEvent.click(await findConsent())
    const frame = await findFrame()
    backend.problem = 'unauthenticated'
    say(frame)
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in to Plumbline' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await userEvent.click(await findTrigger())
    await waitFor(() => expect(frame.closest('dialog')?.matches(':modal')).toBe(true))
    expect(frame.isConnected).toBe(true)
    expect(backend.created).toHaveLength(1)
  })

  test('inline, whoever comes back to the way to sign in can take it again', async () => {
    const onSignedOut = vi.fn(() => new Promise<void>(() => {}))
    const backend = createFakeBackend({ problem: 'unauthenticated' })
    render(
      <WithBackend backend={backend} onSignedOut={onSignedOut}>
        <ConnectionList />
        <input aria-label="Password" />
      </WithBackend>,
    )
    const signIn = await screen.findByRole('button', { name: 'Sign in to Plumbline' })
    await userEvent.click(signIn)
    expect(signIn.getAttribute('aria-disabled')).toBe('true')
    act(() => signIn.click())
    expect(onSignedOut).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('textbox', { name: 'Password' }))
    act(() => signIn.focus())
    await userEvent.keyboard('{Enter}')
    expect(onSignedOut).toHaveBeenCalledTimes(2)
  })
})

test('whoever does not sign in is back where they were', async () => {
  vi.spyOn(window, 'reportError').mockImplementation(() => {})
  const { onExit } = await signOut()
  await userEvent.keyboard('{Escape}')
  const ours = await screen.findByRole('dialog', { name: 'You have been signed out' })
  expect(ours.matches(':modal')).toBe(true)
  expect(onExit).not.toHaveBeenCalled()
})
