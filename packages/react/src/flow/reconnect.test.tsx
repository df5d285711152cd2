import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect, type NectarConnectProps } from '../button/nectar-connect.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { connection } from '../testing/fixtures.ts'
import { findFrame, goOn, say } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

const BROKEN = connection({ status: 'PASSWORD_INCORRECT', statusAt: '2026-11-18T05:31:56Z' })
const LATER = '2026-11-19T05:31:56Z'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

async function open(status: string, props: NectarConnectProps = {}): Promise<FakeBackend> {
  const backend = createFakeBackend({ connections: [{ ...BROKEN, status }] })
  render(
    <WithBackend backend={backend}>
      <NectarConnect label="Mend it" connectionId={BROKEN.id} {...props} />
    </WithBackend>,
  )
  await waitFor(() => expect(backend.requests).toContain('GET /connections'))
  await userEvent.click(screen.getByRole('button', { name: 'Mend it' }))
  return backend
}

test.each([
  ['PASSWORD_INCORRECT', 'Sign in again', /rejected the saved password/],
  ['MFA_TOKEN_EXPIRED', 'Get security codes working again', /codes no longer reach Nectar/],
  ['NEW_PASSWORD_NEEDED', 'Set a new password, then sign in again', /Set one on its own site first/],
  ['ADDITIONAL_CREDENTIALS_NEEDED', 'Your utility asks for more', /asks for something more/],
  ['NO_ACCOUNTS_FOUND', 'Sign in with another login', /./],
  ['SOMETHING_NEW', 'Sign in again', /./],
])('%s: the first words are about it, and no invitation is created yet', async (status, title, lead) => {
  const backend = await open(status)
  const dialog = await screen.findByRole('dialog', { name: title })
  expect(dialog.textContent).toMatch(lead)
  expect(backend.created).toEqual([])
})

describe('a new sign-in is being checked until there is a newer status', () => {
  async function submitAgain(props: NectarConnectProps) {
    const backend = await open('PASSWORD_INCORRECT', props)
    await goOn()
    expect(backend.created).toMatchObject([{ kind: 'reconnect', connectionId: BROKEN.id }])
    backend.invitation = { ...backend.invitation, useCount: 1 }
    say(await findFrame())
    await screen.findByRole('dialog', { name: 'Details received' })
    expect(screen.getByRole('dialog').textContent).toContain('trying the new sign-in')
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull()
    return backend
  }

  test('which says that it works', async () => {
    const onConnected = vi.fn()
    const backend = await submitAgain({ onConnected })
    expect(onConnected).not.toHaveBeenCalled()
    backend.connections = [{ ...BROKEN, status: 'CONNECTED', statusAt: LATER }]
    await screen.findByRole('dialog', { name: 'Connected' }, { timeout: 10_000 })
    expect(onConnected).toHaveBeenCalledOnce()
  })

  test('which is the same as before, only later', async () => {
    const backend = await submitAgain({})
    backend.connections = [{ ...BROKEN, statusAt: LATER }]
    await screen.findByRole('dialog', { name: 'Sign-in not accepted' }, { timeout: 10_000 })
  })
})
