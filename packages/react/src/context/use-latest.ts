import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Runs with the commit, and quietly not at all on a server. */
export const useCommitEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** The newest value for callbacks that run later, without making anything run again. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value)
  useCommitEffect(() => {
    ref.current = value
  })
  return ref
}
