import { getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { type ReactNode, useRef } from 'react'
import { useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { useMayRevoke } from '../data/use-connections.ts'
import { InvitationActionResult } from '../sharing/invitation-action-result.tsx'
import { useInvitationAction } from '../sharing/use-invitation-action.ts'
import { Button } from '../ui/button.tsx'
import { Actions } from '../ui/panel.tsx'
import { useRestoreFocus } from '../ui/use-restore-focus.ts'

interface RevokeOrDoneProps {
  invitation: InvitationView
  children?: ReactNode
}

/** What is left to do once a link went out. Revoking is asked about first. */
export function RevokeOrDone({ invitation, children }: RevokeOrDoneProps) {
  const { messages } = useSettings()
  const { close } = useDialog()
  const { act, phase } = useInvitationAction(invitation)
  const mayRevoke = useMayRevoke(invitation)
  const done = useRef<HTMLButtonElement>(null)
  useRestoreFocus({
    region: () => done.current?.closest<HTMLElement>('.nectar-panel'),
    findNext: () => done.current,
  })
  const stage = getInvitationStage(invitation)
  const isOpen = stage === 'sent' || stage === 'opened'
  return (
    <>
      <InvitationActionResult act={act} phase={phase} invitation={invitation} />
      {phase.status !== 'asking' && (
        <Actions>
          <Button ref={done} kind="primary" onClick={close}>
            {messages.done}
          </Button>
          {children}
          {isOpen && mayRevoke && (
            <Button onClick={act.ask} aria-disabled={phase.status === 'busy'}>
              {phase.status === 'busy' ? messages.invitations.revoking : messages.invitations.revokeYes}
            </Button>
          )}
        </Actions>
      )}
    </>
  )
}
