import { docsUrl } from '@nectar-connect/contract/wire'
import { act, cleanup, render, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { findConsent, findTrigger } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  await page.viewport(1280, 900)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const NOTES = { name: /^For developers/ }

/** Fails at the first invitation. @returns the failed screen */
async function fail(backend: { fetch: typeof fetch }): Promise<HTMLElement> {
  render(
    <WithBackend backend={backend}>
      <NectarConnect />
    </WithBackend>,
  )
  await userEvent.click(await findTrigger())
  await userEvent.click(await findConsent())
  return vi.waitUntil(() => document.querySelector<HTMLElement>('dialog[data-nectar-phase="failed"]'))
}

/** Everything that the part says. */
function notesOf(dialog: HTMLElement): string {
  return within(dialog).getByRole('group').textContent ?? ''
}

test('what a development server says of its options: each with why, the fix, the docs and how to look further', async () => {
  const backend = createFakeBackend({
    problem: 'not_configured',
    faults: ['"apiKey" is missing. Set NECTAR_API_KEY.', '"authorize" is missing. Pass it.'],
  })
  const dialog = await fail(backend)
  const items = within(dialog).getAllByRole('listitem')
  expect(items.map((item) => item.textContent)).toEqual([
    '"apiKey" is missing.Why: The handler was not given what it needs.Fix: Set NECTAR_API_KEY.' +
      docsUrl('troubleshooting', 'not_configured'),
    expect.stringMatching(/^"authorize" is missing\..*Fix: Pass it\./),
  ])
  expect(notesOf(dialog)).toContain('npx nectar-connect trace NC-7F3K-92QD')
  // It is there beside what customers read, open, and can be folded away with keys.
  expect(dialog.querySelector('details')?.open).toBe(true)
  const summary = within(dialog).getByText(NOTES.name)
  act(() => summary.focus())
  await userEvent.keyboard('{Enter}')
  expect(dialog.querySelector('details')?.open).toBe(false)
})

test('what the page found out by itself: a handler that is not mounted', async () => {
  const html = () =>
    new Response('<!doctype html>', { status: 404, headers: { 'content-type': 'text/html' } })
  const dialog = await fail({ fetch: async () => html() })
  expect(notesOf(dialog)).toContain('Nothing is mounted there')
  expect(notesOf(dialog)).toContain(docsUrl('troubleshooting', 'invalid_response'))
})

test('nothing, where the set-up has nothing to do with it', async () => {
  const dialog = await fail(createFakeBackend({ problem: 'nectar_unavailable' }))
  expect(within(dialog).queryByText(NOTES.name)).toBeNull()
})

test('nobody who is signed in, as in an app that is just being written', async () => {
  const faults = ['"authorize" returned null, so that nobody is signed in. Return { companyId, userId }.']
  const dialog = await fail(createFakeBackend({ problem: 'unauthenticated', faults }))
  expect(notesOf(dialog)).toContain('"authorize" returned null, so that nobody is signed in.')
  expect(notesOf(dialog)).toContain(docsUrl('troubleshooting', 'unauthenticated'))
})
