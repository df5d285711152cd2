import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ConnectionList } from '../lists/connection-list.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { NectarConnectProvider } from './nectar-connect-provider.tsx'

const warn = vi.fn<(text: string) => void>()
// Loaded when a page is a developer's. From here on that takes no time.
beforeAll(async () => void (await import('../development/warn-about-root.ts')))

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(warn)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  warn.mockReset()
  document.head.querySelector('[data-of-this-test]')?.remove()
})

function show() {
  return render(
    <WithBackend backend={createFakeBackend({ isHanging: true })}>
      <ConnectionList />
      <ConnectionList />
    </WithBackend>,
  )
}

function addStyles() {
  const style = document.createElement('style')
  style.dataset.ofThisTest = ''
  style.textContent = '[data-nectar-root] { --nc-space-1: 4px }'
  document.head.append(style)
}

test('a style sheet that comes a moment later is there', async () => {
  show()
  await vi.advanceTimersByTimeAsync(500)
  addStyles()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(warn).not.toHaveBeenCalled()
})

test('what is gone before anybody saw it says nothing', async () => {
  show().unmount()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(warn).not.toHaveBeenCalled()
})

test('a page without the style sheet is told of once, with what to import', async () => {
  show()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(warn).toHaveBeenCalledOnce()
  const [text] = warn.mock.calls[0] ?? []
  expect(text).toContain('The style sheet of Nectar Connect is not on this page.')
  expect(text).toContain("import '@nectar-connect/react/styles.css'")
})

test('a token that does not exist is named, with the one that was probably meant', async () => {
  const variables = { accent: 'teal', acent: 'teal', 'radius-md': '6px', 'accent-hover': 'navy' } as object
  render(
    <WithBackend backend={createFakeBackend({ isHanging: true })} appearance={{ variables }}>
      <ConnectionList />
      <ConnectionList />
    </WithBackend>,
  )
  await vi.dynamicImportSettled()
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    expect.stringContaining('`appearance.variables` has no token "acent". Did you mean "accent"?'),
    expect.stringContaining('`appearance.variables` has no token "radius-md". Did you mean "radius"?'),
    expect.stringContaining('`appearance.variables` has no token "accent-hover". Remove it.'),
  ])
})

test('an appearance that is undefined is the one around', () => {
  const { container } = render(
    <WithBackend backend={createFakeBackend({ isHanging: true })}>
      <NectarConnectProvider appearance={{ theme: 'dark', preset: 'sharp' }}>
        <ConnectionList appearance={{ theme: undefined, preset: 'soft', variables: undefined }} />
      </NectarConnectProvider>
    </WithBackend>,
  )
  const { nectarTheme, nectarPreset } =
    container.querySelector<HTMLElement>('[data-nectar-root]')?.dataset ?? {}
  expect([nectarTheme, nectarPreset]).toEqual(['dark', 'soft'])
})
