import { useEffect, useState } from 'react'

/**
 * Milliseconds that count down, as told by a clock that is asked every half second: what is shown is right also when
 * timers were late.
 */
export function useRemainingTime(remainingMs: () => number | null): number {
  const [left, setLeft] = useState(() => remainingMs() ?? 0)
  useEffect(() => {
    const look = () => setLeft(remainingMs() ?? 0)
    look()
    const timer = setInterval(look, 500)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [remainingMs])
  return left
}
