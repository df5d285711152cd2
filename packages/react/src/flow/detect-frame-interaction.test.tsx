import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { detectFrameInteraction } from './nectar-frame.tsx'

let frame: HTMLIFrameElement
let end = () => {}

beforeEach(() => {
  frame = document.body.appendChild(document.createElement('iframe'))
})
afterEach(() => {
  end()
  frame.remove()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Watches for a second in which the frame has the focus, and nothing was done in the page around it. */
function watchWith(activation: Partial<UserActivation> | undefined) {
  vi.spyOn(navigator, 'userActivation', 'get').mockReturnValue(activation as UserActivation)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const onTouch = vi.fn()
  end = detectFrameInteraction(frame, onTouch)
  frame.focus()
  vi.advanceTimersByTime(1_000)
  return onTouch
}

test('the focus alone is no touch', () => {
  expect(watchWith({ isActive: false })).not.toHaveBeenCalled()
})

test('the focus of an active page is', () => {
  expect(watchWith({ isActive: true })).toHaveBeenCalledOnce()
})

test('a browser that does not tell of activity: rather asked once too often than swapped', () => {
  expect(watchWith(undefined)).toHaveBeenCalledOnce()
})
