import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { close, FRAME, findConsent, openFrame } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'
import { NectarConnect } from './nectar-connect.tsx'

afterEach(cleanup)

test('a window of 1280 px at 200 % has room', async () => {
  await page.viewport(640, 450)
  render(
    <WithBackend backend={createFakeBackend()}>
      <NectarConnect />
    </WithBackend>,
  )
  await openFrame()
})

test('a slot that is too small, in a window that is not: the frame opens in a dialog, and the slot stays as it is', async () => {
  await page.viewport(1280, 900)
  render(
    <WithBackend backend={createFakeBackend()}>
      <div style={{ inlineSize: 612 }}>
        <NectarConnect presentation="inline" />
      </div>
    </WithBackend>,
  )
  const consent = await findConsent()
  await userEvent.click(consent)
  const dialog = await screen.findByRole('dialog', { name: 'Connect a utility account' })
  expect((await within(dialog).findByTitle(FRAME)).clientWidth).toBeGreaterThanOrEqual(720)
  expect(screen.getAllByTitle(FRAME)).toHaveLength(1)
  await close()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(consent.isConnected).toBe(true)
  expect(document.activeElement).toBe(consent)
})
