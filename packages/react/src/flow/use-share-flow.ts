import type { ActionPhase } from '@nectar-connect/client'
import type { Prefill } from '@nectar-connect/contract/wire'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { callHost } from '../context/call-host.ts'
import { useLoad } from '../context/create-load.ts'
import { useAside } from '../context/dialog-context.ts'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { useLatest } from '../context/use-latest.ts'
import { onScopeChange, useEnvironment } from '../data/use-environment.ts'
import { useSharing } from '../data/use-known-connections.ts'
import { later } from '../flow/later.ts'
import type { OpenShare } from './begin-share.ts'
import type * as laterParts from './later-parts.ts'

type LaterParts = typeof laterParts

/** What a page may hear of asking a colleague. */
export interface ShareCallbacks {
  /** A link went out, or was copied. Nobody has signed in yet. */
  onShared?: ((event: { invitation: { id: string } }) => void) | undefined
}

interface ShareFlowOptions extends ShareCallbacks {
  connectionId?: string | undefined
  input?: Record<string, unknown> | undefined
  prefill?: Prefill | undefined
}

interface ShareTarget {
  connectionId?: string | undefined
  /** Sends it to the signed-in person's own address, for another device. */
  isSelf?: boolean | undefined
}

export type ShareFlow = ReturnType<typeof useShareFlow>

/** Asking a colleague beside a session: the same dialog shows both, one at a time. */
export function useShareFlow(options: ShareFlowOptions) {
  const environment = useEnvironment()
  const { messages } = useButtonSettings()
  const latest = useLatest({ options, terms: useSharing(), locale: messages.locale })
  const { parts } = useLoad(later)
  /** Waits for what it takes. */
  const [wanted, setWanted] = useState<ShareTarget | null>(null)
  /** Null: not open. */
  const [current, setCurrent] = useState<OpenShare | null>(null)
  const close = useCallback(() => {
    setWanted(null)
    setCurrent(null)
  }, [])
  /** Where the dialog is that shows it, or the session beside it. */
  const aside = useAside()
  const { comeBack } = aside
  const latestOpen = useRef<OpenShare | null>(null)

  const begin = useCallback(
    ({ beginShare }: LaterParts, target: ShareTarget) => {
      const { terms, locale, options: now } = latest.current
      if (terms === null) return
      const { input, prefill } = now
      const options = { ...target, connectionId: target.connectionId ?? now.connectionId, input, prefill }
      const onShared = (id: string) => callHost(latest.current.options.onShared, { invitation: { id } })
      latestOpen.current = beginShare(
        environment,
        { ...options, terms, locale, onShared },
        latestOpen.current,
      )
      setCurrent(latestOpen.current)
    },
    [environment, latest],
  )

  const open = useCallback(
    (target: ShareTarget = {}) => {
      if (latest.current.terms === null) return
      comeBack?.()
      const loaded = later.get()
      if (loaded) return begin(loaded, target)
      setWanted(target)
      later.preload()
    },
    [latest, comeBack, begin],
  )

  useEffect(() => {
    if (!wanted || !parts) return
    setWanted(null)
    begin(parts, wanted)
  }, [wanted, parts, begin])

  useEffect(
    () =>
      onScopeChange(environment.client.scope, () => {
        latestOpen.current = null
        close()
      }),
    [environment, close],
  )

  const isOpen = current !== null || wanted !== null
  return useMemo(() => ({ current, isOpen, open, close, aside }), [current, isOpen, open, close, aside])
}

const nothing = () => () => {}

/** How asking a colleague goes; null: nobody is asked. */
export function useSharePhase(open: OpenShare | null): ActionPhase | null {
  const phase = open?.share.phase
  const read = () => phase?.get() ?? null
  return useSyncExternalStore(phase?.subscribe ?? nothing, read, read)
}
