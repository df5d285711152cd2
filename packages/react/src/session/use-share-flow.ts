import { createShare, type Share, type ShareIntent } from '@nectar-connect/client'
import { MAIL_LANGUAGES, type MailLanguage, type Prefill } from '@nectar-connect/contract/wire'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { callHost, useLatest } from '../context/call-host.ts'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { invitationsKey } from '../data/queries.ts'
import { useSharing } from '../data/use-connections.ts'
import { onScopeChange, useEnvironment } from '../data/use-environment.ts'
import { trackHostInput } from './host-input.ts'
import { useAside } from './sign-in.tsx'

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

/** One time of asking, as it is on screen. */
export interface OpenShare {
  share: Share
  isSelf: boolean
}

export type ShareFlow = ReturnType<typeof useShareFlow>

/** Asking a colleague beside a session: the same dialog shows both, one at a time. */
export function useShareFlow(options: ShareFlowOptions) {
  const environment = useEnvironment()
  const { queryClient } = environment
  const { messages } = useButtonSettings()
  useEffect(trackHostInput, [])
  const latest = useLatest({ options, terms: useSharing(), locale: messages.locale })
  /** Null: not open. */
  const [current, setCurrent] = useState<OpenShare | null>(null)
  const close = useCallback(() => setCurrent(null), [])
  /** Where the dialog is that shows it, or the session beside it. */
  const aside = useAside()
  const { comeBack } = aside
  const latestOpen = useRef<{ open: OpenShare; key: string } | null>(null)

  const open = useCallback(
    (target: ShareTarget = {}) => {
      const { options: now, terms, locale } = latest.current
      if (terms === null) return
      comeBack?.()
      const { client } = environment
      const isSelf = target.isSelf === true
      const own = isSelf ? terms.ownEmail : null
      const intent = intentOf(target.connectionId ?? now.connectionId)
      const key = JSON.stringify([intent, isSelf, now.input ?? null, now.prefill ?? null])
      const before = latestOpen.current
      if (before?.key === key && isUnderWay(before.open.share)) {
        setCurrent(before.open)
        return
      }
      const share = createShare(client, environment.platform, {
        intent,
        form: { to: own ?? '', note: '', language: mailLanguageOf(locale) },
        input: now.input,
        prefill: now.prefill,
        isOwnMail: terms.mail === 'host',
        onShared({ id }) {
          void queryClient.invalidateQueries({
            queryKey: invitationsKey(client.basePath, client.scope.get()),
          })
          void callHost(latest.current.options.onShared, { invitation: { id } })
        },
      })
      if (own !== null && terms.mail !== null) share.send()
      const opened = { share, isSelf }
      latestOpen.current = { open: opened, key }
      setCurrent(opened)
    },
    [environment, queryClient, latest, comeBack],
  )

  useEffect(
    () =>
      onScopeChange(environment.client.scope, () => {
        latestOpen.current = null
        close()
      }),
    [environment, close],
  )

  return useMemo(() => ({ current, open, close, aside }), [current, open, close, aside])
}

/** Closed while it was on its way: whoever opens it again sees how that went, and what they wrote. */
function isUnderWay({ phase }: Share): boolean {
  const { status } = phase.get()
  return status === 'working' || status === 'failed'
}

function intentOf(connectionId: string | undefined): ShareIntent {
  return connectionId === undefined ? { kind: 'contributor' } : { kind: 'reconnect', connectionId }
}

/** The language of the page, where mails are written in it; else English. */
function mailLanguageOf(locale: string): MailLanguage {
  const [language] = locale.toLowerCase().split('-')
  return MAIL_LANGUAGES.find((known) => known === language) ?? 'en'
}
