import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { connection } from '../testing/fixtures.ts'
import { close, FRAME, findConsent, findFrame, openFrame, say } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

afterEach(cleanup)

const BROKEN = connection({ status: 'PASSWORD_INCORRECT' })

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

describe('a reconnect in a slot that is too small', () => {
  async function openDialog() {
    await page.viewport(1280, 900)
    const backend = createFakeBackend({ connections: [BROKEN] })
    render(
      <WithBackend backend={backend}>
        <div style={{ inlineSize: 612 }}>
          <NectarConnect presentation="inline" connectionId={BROKEN.id} />
        </div>
      </WithBackend>,
    )
    const consent = await findConsent()
    await userEvent.click(consent)
    await findFrame()
    return { backend, consent }
  }

  test('closing the dialog leads back to the button that opened it', async () => {
    const { consent } = await openDialog()
    await close()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(consent)
    expect(await findConsent()).toBe(consent)
  })

  test('so does the end of it', async () => {
    const { backend, consent } = await openDialog()
    backend.invitation = { ...backend.invitation, useCount: 1 }
    say(await findFrame())
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(consent)
  })

  test('where that is gone, to the heading of what is there instead', async () => {
    const { backend } = await openDialog()
    backend.invitation = { ...backend.invitation, useCount: 1 }
    say(await findFrame())
    await userEvent.click(await screen.findByRole('button', { name: 'Connect another' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 })))
  })
})
