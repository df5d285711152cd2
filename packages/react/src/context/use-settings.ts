import { useSyncExternalStore } from 'react'
import { mergeMessages } from '../i18n/merge-messages.ts'
import type { MessagesLike } from '../i18n/messages.ts'
import { type ConnectContext, useConnectContext } from './nectar-connect-provider.tsx'

interface ConnectSettings<English> extends Pick<ConnectContext, 'app' | 'appearance' | 'onSignedOut'> {
  messages: MessagesLike<English>
}

/**
 * Host, looks and words.
 *
 * @param english the words where the host gave none: each part brings those that it needs, and a page loads them with it
 */
export function useSettings<English extends object>(english: English): ConnectSettings<English> {
  const { messages, ...settings } = useConnectContext()
  return { ...settings, messages: mergeOnce(english, messages ?? english) as MessagesLike<English> }
}

const merged = new WeakMap<object, Map<object, object>>()

/** The same object for the same words, whichever component asks. */
function mergeOnce(english: object, given: object): object {
  const known = merged.get(given) ?? new Map<object, object>()
  merged.set(given, known)
  const words = known.get(english) ?? mergeMessages(english, given)
  known.set(english, words)
  return words
}

const nothing = () => () => {}

/** The name that sentences use for the product around the embed. */
export function useHostName(): string {
  const { app } = useConnectContext()
  const hostname = useSyncExternalStore(
    nothing,
    () => location.hostname,
    () => '',
  )
  return app.name ?? hostname
}
