import { createShare, type Share, type ShareIntent } from '@nectar-connect/client'
import type { Prefill, SharingPolicy } from '@nectar-connect/contract/wire'
import { invitationsKey } from '../data/queries.ts'
import type { ConnectEnvironment } from '../data/use-environment.ts'
import { mailLanguageOf } from './share-fields.tsx'

/** One time of asking, as it is on screen. */
export interface OpenShare {
  share: Share
  isSelf: boolean
  /** The same for the same question. */
  key: string
}

interface BeginOptions {
  /** Undefined: a new connection. */
  connectionId: string | undefined
  input: Record<string, unknown> | undefined
  prefill: Prefill | undefined
  /** Sends it to the signed-in person's own address, for another device. */
  isSelf?: boolean | undefined
  terms: SharingPolicy
  locale: string
  onShared: (id: string) => void
}

/** Begins to ask a colleague. The same question that was closed on its way is shown as it stands. */
export function beginShare(
  { client, platform, queryClient }: ConnectEnvironment,
  { connectionId, input, prefill, isSelf = false, terms, locale, onShared }: BeginOptions,
  before: OpenShare | null,
): OpenShare {
  const own = isSelf ? terms.ownEmail : null
  const intent: ShareIntent =
    connectionId === undefined ? { kind: 'contributor' } : { kind: 'reconnect', connectionId }
  const key = JSON.stringify([intent, isSelf, input ?? null, prefill ?? null])
  if (before?.key === key && isUnderWay(before.share)) return before
  const share = createShare(client, platform, {
    intent,
    form: { to: own ?? '', note: '', language: mailLanguageOf(locale) },
    input,
    prefill,
    isOwnMail: terms.mail === 'host',
    onShared({ id }) {
      void queryClient.invalidateQueries({ queryKey: invitationsKey(client.basePath, client.scope.get()) })
      onShared(id)
    },
  })
  if (own !== null && terms.mail !== null) share.send()
  return { share, isSelf, key }
}

/** Closed while it was on its way: whoever opens it again sees how that went, and what they wrote. */
function isUnderWay({ phase }: Share): boolean {
  const { status } = phase.get()
  return status === 'working' || status === 'failed'
}
