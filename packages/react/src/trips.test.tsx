import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import architecture from '../../../docs/architecture.md?raw'
import './styles/styles.css'
import { NectarConnect } from './button/nectar-connect.tsx'
import { ConnectionList } from './lists/connection-list.tsx'
import { createFakeBackend } from './testing/fake-backend.ts'
import { createRealStack } from './testing/real-stack.ts'
import { recordFiles } from './testing/record-files.ts'
import { stopClocks } from './testing/stop-clocks.ts'
import { findConsent, findFrame, findTrigger } from './testing/widget.tsx'
import { WithBackend } from './testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

/** The files that docs/architecture.md lists under a heading, in their order. */
function readTrip(heading: string): string[] {
  const section = architecture.split(`\n### ${heading}\n`)[1]?.split(/\n##/)[0] ?? ''
  return [...section.matchAll(/`(\w+\/src\/[^`]+)`/g)].map(([, file = '']) => file)
}

function expectTrip(
  heading: string,
  ran: Set<string>,
  { browser, server }: { browser: number; server: number },
) {
  const listed = readTrip(heading)
  const isServer = (file: string) => /^(server|contract)\/src\/(?!wire)/.test(file)
  expect(listed.filter((file) => !ran.has(file))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.filter((file) => !isServer(file)).length).toBeLessThanOrEqual(browser)
  expect(listed.filter(isServer).length).toBeLessThanOrEqual(server)
  expect(listed.length).toBeGreaterThan(10)
}

test('from a click to Nectar’s page', async () => {
  const stack = await createRealStack()
  const ran = await recordFiles(async () => {
    render(
      <WithBackend backend={stack}>
        <NectarConnect />
      </WithBackend>,
    )
    await userEvent.click(await findTrigger())
    await userEvent.click(await findConsent())
    fireEvent.load(await findFrame())
    await waitFor(async () => expect(await stack.created()).toBe(1))
  })
  expectTrip('From a click to Nectar’s page', ran, { browser: 42, server: 20 })
})

test('from a webhook to the screen', async () => {
  const createdAt = new Date().toISOString()
  const stack = await createRealStack(
    [{ provider: 'https://coastrange.example', status: 'PENDING', createdAt }],
    {
      hasWebhooks: true,
    },
  )
  const [id = ''] = stack.connectionIds
  const { control } = stack.sandbox
  // Until a first webhook has arrived, changes are found by reading.
  await control.setConnectionStatus({ connectionId: id, status: 'CONNECTED' })
  await control.setConnectionStatus({ connectionId: id, status: 'PENDING' })
  await waitFor(async () =>
    expect((await control.deliveries()).every(({ state }) => state === 'delivered')).toBe(true),
  )
  const ran = await recordFiles(async () => {
    render(
      <WithBackend backend={stack}>
        <ConnectionList />
      </WithBackend>,
    )
    await screen.findByText('Being checked')
    await control.setConnectionStatus({ connectionId: id, status: 'PASSWORD_INCORRECT' })
    await screen.findByRole('button', { name: /^Sign in again/ })
  })
  expectTrip('From a webhook to the screen', ran, { browser: 11, server: 18 })
})

test('from expiry to a fresh invitation', async () => {
  const pass = stopClocks()
  const backend = createFakeBackend({ lifeMs: 600_000 })
  render(
    <WithBackend backend={backend}>
      <NectarConnect />
    </WithBackend>,
  )
  await userEvent.click(await findTrigger())
  await userEvent.click(await findConsent())
  const before = await findFrame()
  fireEvent.load(before)
  const ran = await recordFiles(async () => {
    backend.invitation = { ...backend.invitation, id: '5c6da2fa-cd46-4bfa-85be-27b475312864' }
    pass(500_000)
    await waitFor(async () => expect(await findFrame()).not.toBe(before))
  })
  expect(backend.created).toMatchObject([{ reason: 'first' }, { reason: 'renewal' }])
  expectTrip('From expiry to a fresh invitation', ran, { browser: 21, server: 0 })
})
