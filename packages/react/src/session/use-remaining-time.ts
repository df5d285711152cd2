import { useEffect, useState } from 'react'

/** Milliseconds that count down. The clock is asked every half second, so that late timers do no harm. */
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
