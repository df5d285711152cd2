import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { Fragment, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect, type NectarConnectProps } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { changeAndWait, FRAME, openFrame, openLive, say } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

const OTHER_ID = '3c90c3cc-0d44-4b50-8888-8dd257360999'
const CONNECTION_ID = 'a6c70a54-34e7-4277-80b0-00000000000a'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

function tree(backend: FakeBackend, { basePath = '/api/nectar', ...props }: Props = {}) {
  return (
    <WithBackend backend={backend} basePath={basePath}>
      <NectarConnect {...props} />
    </WithBackend>
  )
}

type Props = NectarConnectProps & { basePath?: string }

/** The old one is gone and revoked, and a new one starts from the beginning. */
async function expectAnother(backend: FakeBackend) {
  await waitFor(() => expect(screen.queryByTitle(FRAME)).toBeNull())
  await waitFor(() => expect(backend.revoked).toEqual([INVITATION.id]))
  expect(getComputedStyle(document.documentElement).overflow).toBe('visible')
  const { id, url } = INVITATION
  backend.invitation = { ...backend.invitation, id: OTHER_ID, url: url.replace(id, OTHER_ID) }
  await openFrame()
  expect(backend.revoked).toEqual([INVITATION.id])
  expect(backend.created).toHaveLength(2)
}

describe.each([
  ['alone', Fragment],
  ['in strict mode', StrictMode],
])('a session ends when it is about something else, %s', (_, wrapper) => {
  test('another connection', async () => {
    const backend = createFakeBackend()
    const { rerender } = render(tree(backend), { wrapper })
    await openFrame()
    changeAndWait(() => rerender(tree(backend, { connectionId: CONNECTION_ID })), 5_000)
    await expectAnother(backend)
    expect(backend.created.at(-1)).toMatchObject({ kind: 'reconnect', connectionId: CONNECTION_ID })
  })

  test('another backend', async () => {
    const backend = createFakeBackend()
    const { rerender } = render(tree(backend), { wrapper })
    await openFrame()
    changeAndWait(() => rerender(tree(backend, { basePath: '/elsewhere/api/nectar' })), 5_000)
    await expectAnother(backend)
  })

  test('another user, or another organization', async () => {
    const backend = createFakeBackend()
    const onExit = vi.fn()
    render(tree(backend, { onExit }), { wrapper })
    const frame = await openLive()
    backend.scope = 'scope-b'
    say(frame)
    await expectAnother(backend)
    expect(onExit).toHaveBeenCalledOnce()
  })

  test('another organization, for which the invitation does not exist', async () => {
    const backend = createFakeBackend()
    const onError = vi.fn()
    render(tree(backend, { onError }), { wrapper })
    const frame = await openLive()
    backend.scope = 'scope-b'
    backend.problem = 'not_found'
    say(frame)
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    expect(onError).not.toHaveBeenCalled()
  })
})

test('a connection that comes back within a moment finds its session again', async () => {
  const backend = createFakeBackend()
  const { rerender } = render(tree(backend))
  const { src } = await openFrame()
  changeAndWait(() => rerender(tree(backend, { connectionId: CONNECTION_ID })), 4_900)
  expect(screen.queryByTitle(FRAME)).toBeNull()
  rerender(tree(backend))
  expect((await screen.findByTitle<HTMLIFrameElement>(FRAME)).src).toBe(src)
  expect(backend.created).toHaveLength(1)
  expect(backend.revoked).toEqual([])
})
