import { useSyncExternalStore } from 'react'
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
  const { messages = english, ...settings } = useConnectContext()
  return { ...settings, messages: messages as object as MessagesLike<English> }
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
