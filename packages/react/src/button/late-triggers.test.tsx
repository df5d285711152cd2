import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { connection } from '../testing/fixtures.ts'
import { CONNECT } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'
import { flow } from './load-flow.tsx'
import { NectarConnect, type NectarConnectProps } from './nectar-connect.tsx'

const preload = vi.spyOn(flow, 'preload')

beforeEach(() => {
  sessionStorage.clear()
  preload.mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.resetAllMocks()
})

async function show(props: NectarConnectProps = {}) {
  const backend = createFakeBackend()
  const asked = vi.spyOn(backend, 'fetch')
  render(
    <StrictMode>
      <WithBackend backend={backend}>
        <NectarConnect {...props} />
      </WithBackend>
    </StrictMode>,
  )
  // The page has nothing else to do, and once more after that.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => requestIdleCallback(resolve))
  expect(asked).not.toHaveBeenCalled()
  return screen.getByRole('button')
}

const KEY = 'nectar-connect:/api/nectar:scope-a:dialog:'
const { id } = connection()

test.each<[string, NectarConnectProps, string | null]>([
  ['a button', {}, null],
  ['a button of a connection with words of the host’s', { connectionId: id, label: 'Mend it' }, null],
  ['what another button had open', {}, `${KEY}${id}`],
  ['what somebody else keeps in the same storage', {}, 'theirs:dialog:new'],
])('nothing is loaded for %s, however long nothing happens', async (_, props, kept) => {
  if (kept) sessionStorage.setItem(kept, '{}')
  await show(props)
  expect(preload).not.toHaveBeenCalled()
})

test.each<[string, NectarConnectProps, string | null]>([
  ['wears the state of a connection', { connectionId: id }, null],
  ['had a session open before the page was loaded anew', {}, `${KEY}new`],
  ['is of a host that wants it', { preload: true }, null],
])('it is loaded before anybody comes near where the button %s', async (_, props, kept) => {
  if (kept) sessionStorage.setItem(kept, '{}')
  await show(props)
  expect(preload).toHaveBeenCalled()
})

test.each<[string, (button: HTMLElement) => void]>([
  ['comes near with the pointer', (button) => void fireEvent.pointerEnter(button)],
  ['comes near with a finger', (button) => void fireEvent.pointerEnter(button, { pointerType: 'touch' })],
  ['comes to it with the keyboard', (button) => button.focus()],
  ['presses it', (button) => button.click()],
])('it is loaded when the customer %s', async (_, act) => {
  act(await show())
  expect(preload).toHaveBeenCalled()
})

test('storage that is switched off does no harm', async () => {
  const keys = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('switched off', 'SecurityError')
  })
  expect((await show()).textContent).toBe(CONNECT.name)
  keys.mockRestore()
})
