import type { ReactNode } from 'react'
import { type Load, useLoad } from '../context/create-load.ts'
import { LoadFailed } from './plain.tsx'

interface WhenLoadedProps<Parts> {
  of: Load<Parts>
  /** Until it is there. */
  fallback?: ReactNode
  children: (parts: Parts) => ReactNode
}

/** Draws with a part of our code, which is loaded for it. When that cannot be had, it says so, and offers to try again. */
export function WhenLoaded<Parts>({ of: load, fallback = null, children }: WhenLoadedProps<Parts>) {
  const { state, parts } = useLoad(load, true)
  if (parts) return children(parts)
  return state === 'failed' ? <LoadFailed of={load} /> : fallback
}
