import { type ActionPhase, createInvitationAction, type InvitationAction } from '@nectar-connect/client'
import type { InvitationView } from '@nectar-connect/contract/wire'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { shareOnce } from '../context/share-once.ts'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { keepSharing } from '../data/more-queries.ts'
import { invitationsKey } from '../data/queries.ts'
import type { ConnectEnvironment } from '../data/use-environment.ts'
import { useConnectQueryClient } from '../data/use-own-query.ts'
import { enLater } from '../i18n/en-later.ts'
import { format } from '../i18n/text.tsx'
import { useRetry } from '../session/sign-in.tsx'
import { Button } from '../ui/button.tsx'
import { LinkField } from '../ui/copy-link.tsx'
import { Icon } from '../ui/icon.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { shareFailureOf } from './share-problem.tsx'

/** What was done to invitations whose link was replaced: told where the fresh one is shown. */
const handedOver = shareOnce(
  'handedOver',
  () => new WeakMap<ConnectEnvironment, Map<string, InvitationAction>>(),
)

/** What can be done to one invitation, and how that goes. */
export function useInvitationAction({ id }: Pick<InvitationView, 'id'>): {
  action: InvitationAction
  phase: ActionPhase
  /** It began where the link from before was shown. */
  isHandedOver: boolean
} {
  const { environment, queryClient } = useConnectQueryClient()
  const { action, isHandedOver } = useMemo(() => {
    const known = handedOver.get(environment) ?? new Map<string, InvitationAction>()
    handedOver.set(environment, known)
    const made: InvitationAction = createInvitationAction(
      environment.client,
      environment.platform,
      (changed) => {
        const { basePath, scope } = environment.client
        const root = invitationsKey(basePath, scope.get())
        if (changed.id !== id) known.set(changed.id, made)
        queryClient.setQueryData<InvitationView>([...root, 'one', changed.id], (before) =>
          keepSharing(changed, before),
        )
        void queryClient.invalidateQueries({ queryKey: root })
      },
    )
    const begun = known.get(id)
    return { action: begun ?? made, isHandedOver: begun !== undefined }
  }, [environment, queryClient, id])
  // Whoever comes back later has read it.
  useEffect(() => void handedOver.get(environment)?.delete(id), [environment, id])
  const phase = useSyncExternalStore(action.phase.subscribe, action.phase.get, action.phase.get)
  return { action, phase, isHandedOver }
}

interface ActionResultProps {
  action: InvitationAction
  phase: ActionPhase
  invitation: InvitationView
}

/** What is asked before a link is revoked, and how reminding or revoking went. */
export function InvitationActionResult({ action, phase, invitation }: ActionResultProps) {
  switch (phase.status) {
    case 'idle':
    case 'working':
      return null
    case 'confirming':
      return <ConfirmRevoke action={action} invitation={invitation} />
    case 'done':
      return <Done phase={phase} />
    case 'failed':
      return <Failed action={action} phase={phase} invitation={invitation} />
    default:
      return phase satisfies never
  }
}

/** Where something is revoked, its stage says so. */
function Done({ phase: { by, outcome, copy } }: { phase: Extract<ActionPhase, { status: 'done' }> }) {
  const { messages } = useSettings(enLater)
  const words = messages.invitations
  if (by === 'revoke' || copy?.state === 'pending') return null
  if (copy?.state === 'failed') {
    return (
      <div className="nectar-act">
        <p role="status">{words.copyFailed}</p>
        <LinkField url={copy.url} />
      </div>
    )
  }
  const kept = copy ? words.copiedKept : words.kept
  const replaced = copy ? words.copiedReplaced : words.replaced
  return (
    <p className="nectar-act" role="status">
      <Icon name={MORE_ICONS.check} /> <span>{outcome === 'kept' ? kept : replaced}</span>
    </p>
  )
}

function ConfirmRevoke({ action, invitation }: Pick<ActionResultProps, 'action' | 'invitation'>) {
  const { messages } = useSettings(enLater)
  const words = messages.invitations
  const no = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the careful one of the two takes its focus.
  useEffect(() => no.current?.focus(), [])
  const who = invitation.sharing?.to
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings looks that hosts reset in all sorts of ways
    <div className="nectar-act" role="group" aria-label={words.revokeYes}>
      <p>{who ? format(words.revokeAsk, { who }) : words.revokeAskAnyone}</p>
      <div className="nectar-act__ways">
        <Button size="sm" onClick={() => action.revoke(invitation)}>
          {words.revokeYes}
        </Button>
        <Button ref={no} size="sm" kind="quiet" onClick={action.dismiss}>
          {words.revokeNo}
        </Button>
      </div>
    </div>
  )
}

interface FailedProps extends ActionResultProps {
  phase: Extract<ActionPhase, { status: 'failed' }>
}

function Failed({ action, phase: { by, error }, invitation }: FailedProps) {
  const { messages } = useSettings(enLater)
  const host = useHostName()
  const retry = useRetry(action.retryInMs)
  const { cause, title, lead } = shareFailureOf(messages, error)
  const isFinal = cause === 'over' || cause === 'notFound' || cause === 'notAllowed'
  // A revocation leaves nothing open that one has to be told of.
  const words = by === 'remind' ? `${title}. ${lead}` : `${title}.`
  return (
    <div className="nectar-act">
      {/* Without the button: its seconds would be said one by one. */}
      <p role="alert">{format(words, { host })}</p>
      {!isFinal && (
        <Button
          size="sm"
          icon={MORE_ICONS.refresh}
          aria-disabled={retry.isWaiting}
          onClick={() => (by === 'remind' ? action.remind(invitation) : action.revoke(invitation))}
        >
          {retry.words}
        </Button>
      )}
    </div>
  )
}
