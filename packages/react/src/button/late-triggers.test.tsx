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
/** What waits until the page has nothing else to do: a page that nobody sees may never be told. */
const idle: (() => void)[] = []

beforeEach(() => {
  idle.length = 0
  vi.stubGlobal('requestIdleCallback', (call: () => void) => idle.push(call))
  sessionStorage.clear()
  preload.mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.resetAllMocks()
  vi.unstubAllGlobals()
})

function show(props: NectarConnectProps = {}) {
  const backend = createFakeBackend()
  const asked = vi.spyOn(backend, 'fetch')
  render(
    <StrictMode>
      <WithBackend backend={backend}>
        <NectarConnect {...props} />
      </WithBackend>
    </StrictMode>,
  )
  for (const call of idle) call()
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
])('nothing is loaded for %s, however long nothing happens', (_, props, kept) => {
  if (kept) sessionStorage.setItem(kept, '{}')
  show(props)
  expect(preload).not.toHaveBeenCalled()
})

test.each<[string, NectarConnectProps, string | null]>([
  ['wears the state of a connection', { connectionId: id }, null],
  ['had a session open before the page was loaded anew', {}, `${KEY}new`],
  ['is of a host that wants it', { preload: true }, null],
])('it is loaded before anybody comes near where the button %s', (_, props, kept) => {
  if (kept) sessionStorage.setItem(kept, '{}')
  show(props)
  expect(preload).toHaveBeenCalled()
})

test.each<[string, (button: HTMLElement) => void]>([
  ['comes near with the pointer', (button) => void fireEvent.pointerEnter(button)],
  ['comes near with a finger', (button) => void fireEvent.pointerEnter(button, { pointerType: 'touch' })],
  ['comes to it with the keyboard', (button) => button.focus()],
  ['presses it', (button) => button.click()],
])('it is loaded when the customer %s', (_, act) => {
  act(show())
  expect(preload).toHaveBeenCalled()
})

test('storage that is switched off does no harm', () => {
  const keys = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('switched off', 'SecurityError')
  })
  expect(show().textContent).toBe(CONNECT.name)
  keys.mockRestore()
})
