import { useCallback, useState } from 'react'

interface Aside {
  /** Whether the dialog is out of the way. */
  isAside: boolean
  /** Takes it out of the way until that has settled. */
  stepAside: (until: Promise<unknown>) => void
}

/** Lets something of the host's be seen: a modal dialog of ours covers it, and takes its focus. */
export function useAside(): Aside {
  const [count, setCount] = useState(0)
  const stepAside = useCallback((until: Promise<unknown>) => {
    setCount((before) => before + 1)
    const comeBack = () => setCount((before) => before - 1)
    until.then(comeBack, comeBack)
  }, [])
  return { isAside: count > 0, stepAside }
}
