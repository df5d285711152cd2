import { useSyncExternalStore } from 'react'
import { en } from '../i18n/en.ts'
import { mergeMessages } from '../i18n/merge-messages.ts'
import type { Messages, PartialMessages } from '../i18n/messages.ts'
import { type ConnectContext, useButtonSettings, useConnectContext } from './nectar-connect-provider.tsx'

export interface ConnectSettings extends Pick<ConnectContext, 'app' | 'appearance' | 'onSignedOut'> {
  messages: Messages
}

/** Host, looks and all the words. What is there before the flow is loaded reads `useButtonSettings()`. */
export function useSettings(): ConnectSettings {
  const { messages, ...settings } = useConnectContext()
  return { ...settings, messages: withEnglish(messages) }
}

const merged = new WeakMap<object, Messages>()

/** The same object for the same words, whichever component asks. */
function withEnglish(given: PartialMessages = en): Messages {
  const all = merged.get(given) ?? mergeMessages<Messages>(en, given)
  merged.set(given, all)
  return all
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
