import { en } from '../i18n/en.ts'
import type { Messages } from '../i18n/messages.ts'
import { type ConnectContext, useConnectContext } from './nectar-connect-provider.tsx'

export interface ConnectSettings extends Pick<ConnectContext, 'app' | 'appearance' | 'onSignedOut'> {
  messages: Messages
}

/** Host, looks and all the words. What is there before the flow is loaded reads `useButtonSettings()`. */
export function useSettings(): ConnectSettings {
  const { messages = en, ...settings } = useConnectContext()
  return { ...settings, messages }
}
