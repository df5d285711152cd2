import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { createFakeBackend, INVITATION } from '../testing/fake-backend.ts'
import { catchTabs, close, findFrame, openLive, submit } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** The link is followed, and no tab opens: as in a sandboxed frame, and in most web views. */
async function followToNowhere() {
  const backend = createFakeBackend()
  catchTabs()
  render(
    <WithBackend backend={backend}>
      <NectarConnect />
    </WithBackend>,
  )
  await openLive()
  await userEvent.click(screen.getByRole('link', { name: /Open in a new tab/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Carry on in a new tab' })
  return { backend, dialog: within(dialog) }
}

test('no claim that a tab is open', async () => {
  const { dialog } = await followToNowhere()
  expect(dialog.queryByText(/is open/)).toBeNull()
  expect(dialog.getByText(/No new tab\?/)).toBeTruthy()
})

test('back to the frame, with the same invitation; closed then, it is left to the tab that may be there', async () => {
  const { backend, dialog } = await followToNowhere()
  await userEvent.click(dialog.getByRole('button', { name: 'Carry on here' }))
  const frame = await findFrame()
  expect(frame.src).toBe(INVITATION.url)
  fireEvent.load(frame)
  expect(backend.created).toHaveLength(1)
  await close()
  expect(backend.revoked).toEqual([])
})

test('what is done in the frame then is noticed', async () => {
  const { backend, dialog } = await followToNowhere()
  await userEvent.click(dialog.getByRole('button', { name: 'Carry on here' }))
  fireEvent.load(await findFrame())
  submit(backend)
  await screen.findByRole('heading', { name: 'Details received' }, { timeout: 10_000 })
})

test('the link can be copied', async () => {
  const { dialog } = await followToNowhere()
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await userEvent.click(dialog.getByRole('button', { name: 'Copy link' }))
  await dialog.findByRole('button', { name: 'Copied' })
  expect(write).toHaveBeenCalledExactlyOnceWith(INVITATION.url)
})

test('where the clipboard is out of reach, the link can be selected', async () => {
  const { dialog } = await followToNowhere()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  await userEvent.click(dialog.getByRole('button', { name: 'Copy link' }))
  const field = await dialog.findByRole<HTMLInputElement>('textbox', { name: 'The link' })
  expect(field.value).toBe(INVITATION.url)
})
