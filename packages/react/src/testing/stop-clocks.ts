import { act } from '@testing-library/react'
import { onTestFinished, vi } from 'vitest'

/**
 * Stops the page's clocks for one test, so that no time goes by on a busy machine. Timers go on.
 *
 * @returns moves the clocks on, in milliseconds, and lets the page notice
 */
export function stopClocks(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  return (ms) =>
    act(() => {
      vi.advanceTimersByTime(ms)
      window.dispatchEvent(new Event('focus'))
    })
}
