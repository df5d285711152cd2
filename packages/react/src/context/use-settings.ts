import { useSyncExternalStore } from 'react'
import { en } from '../i18n/en.ts'
import { mergeMessages } from '../i18n/merge-messages.ts'
import type { Messages } from '../i18n/messages.ts'
import { type ConnectContext, useButtonSettings, useConnectContext } from './nectar-connect-provider.tsx'

export interface ConnectSettings extends Pick<ConnectContext, 'app' | 'appearance' | 'onSignedOut'> {
  messages: Messages
}

/** Host, looks and all the words. What is there before the flow is loaded reads `useButtonSettings()`. */
export function useSettings(): ConnectSettings {
  const { messages, ...settings } = useConnectContext()
  return { ...settings, messages: mergeMessages<Messages>(en, messages) }
}

const nothing = () => () => {}

/** The name that sentences use for the product around the embed. */
export function useHostName(): string {
  const { app } = useButtonSettings()
  const hostname = useSyncExternalStore(
    nothing,
    () => location.hostname,
    () => '',
  )
  return app.name ?? hostname
}
