import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles/styles.css'
import { NectarConnect } from '../../button/nectar-connect.tsx'
import { createFakeBackend } from '../../testing/fake-backend.ts'
import { close, openFrame, openLive, submit } from '../../testing/widget.tsx'
import { WithBackend } from '../../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

const THANKS = 'Thanks! We are checking your sign-in.'

/** A host with toasts as libraries make them: above its page, not in the browser's top layer, gone when they are pressed. */
function Host({ backend }: { backend: ReturnType<typeof createFakeBackend> }) {
  const [toasts, setToasts] = useState<string[]>([])
  const toast = (text: string) => setToasts((before) => [...before, text])
  return (
    <>
      <WithBackend backend={backend}>
        <NectarConnect onExit={({ connections }) => connections.length > 0 && toast(THANKS)} />
      </WithBackend>
      <section style={{ position: 'fixed', right: 16, bottom: 16, zIndex: 999_999 }}>
        {toasts.map((text) => (
          <button key={text} type="button" onClick={() => setToasts([])}>
            {text}
          </button>
        ))}
      </section>
    </>
  )
}

test.each([
  ['Done', () => userEvent.click(screen.getByRole('button', { name: 'Done' }))],
  ['Escape', () => userEvent.keyboard('{Escape}')],
])('a toast of the host’s for what was submitted is seen, and can be pressed, after %s', async (_, leave) => {
  const backend = createFakeBackend()
  render(<Host backend={backend} />)
  await openLive()
  submit(backend)
  await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
  expect(screen.queryByRole('button', { name: THANKS })).toBeNull()
  await leave()
  const toast = await screen.findByRole('button', { name: THANKS })
  expect(screen.queryByRole('dialog')).toBeNull()
  // Fails where anything else is in the way.
  await userEvent.click(toast)
  await waitFor(() => expect(toast.isConnected).toBe(false))
})

test('there is none for a visit in which nothing was submitted', async () => {
  render(<Host backend={createFakeBackend()} />)
  await openFrame()
  await close()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.queryByRole('button', { name: THANKS })).toBeNull()
})
