import type { SandboxControl, SandboxSnapshot } from '@nectar-connect/sandbox'
import { QueryClient, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const CONTROL = '/_sandbox'
const SNAPSHOT = ['snapshot']

export type Connection = SandboxSnapshot['connections'][number]
export type Invitation = SandboxSnapshot['invitations'][number]

/** A call of the control: its name and what it takes. */
export type Call = {
  [Name in keyof SandboxControl]: readonly [Name, ...Parameters<SandboxControl[Name]>]
}[keyof SandboxControl]

/** Makes a call that changes something. @throws Error with the sandbox's own words */
export async function callControl([name, input = {}]: Call): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await ask(name, { method: 'POST', headers, body: JSON.stringify(input) })
}

async function ask(name: string, init: RequestInit) {
  const response = await fetch(`${CONTROL}/${name}`, init).catch((cause: unknown) => {
    throw new Error('The sandbox does not answer. Is it still running?', { cause })
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.detail)
  return answer
}

/** The snapshot is read when the sandbox says so, and at no other time. */
export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
})

let isBehind = false
let isReading = false

/** Reads the snapshot again. One after the other: what changes meanwhile is in the next one. */
export async function readAgain(): Promise<void> {
  isBehind = true
  if (isReading) return
  isReading = true
  while (isBehind) {
    isBehind = false
    await client.refetchQueries({ queryKey: SNAPSHOT })
  }
  isReading = false
}

/** `lost`: the sandbox does not answer. */
export type StreamState = 'live' | 'paused' | 'lost'

/** What the sandbox holds, read again whenever it says that something changed. */
export function useSnapshot(isPaused: boolean) {
  const [isLost, setLost] = useState(false)
  const queryFn = (): Promise<SandboxSnapshot> => ask('snapshot', {})
  const { data: snapshot, dataUpdatedAt: readAt } = useQuery({ queryKey: SNAPSHOT, queryFn })

  useEffect(() => {
    let stream: EventSource | null = null
    function follow() {
      stream?.close()
      // A browser keeps few streams open: pages that nobody looks at do without.
      if (isPaused || document.hidden) return
      stream = new EventSource(`${CONTROL}/events`)
      stream.onmessage = () => {
        setLost(false)
        void readAgain()
      }
      stream.onerror = () => setLost(true)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stream?.close()
    }
  }, [isPaused])

  const state: StreamState = isPaused ? 'paused' : isLost ? 'lost' : 'live'
  return { snapshot, readAt, state }
}
