import { vi } from 'vitest'

/** As much of a browser as a session touches, in Node. `vi.unstubAllGlobals` takes it away again. */
export function stubBrowser() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const window = new EventTarget()
  const navigation = { type: 'navigate' }
  vi.stubGlobal('document', document)
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', { origin: 'https://app.plumbline.example' })
  const clock = { monotonic: 0 }
  vi.stubGlobal('performance', {
    now: () => clock.monotonic,
    timeOrigin: 1_000,
    getEntriesByType: (type: string) => (type === 'navigation' ? [navigation] : []),
  })
  return { document, window, navigation, clock }
}
