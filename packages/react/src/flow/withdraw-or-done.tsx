import { type InvitationView, sharedStage } from '@nectar-connect/contract/wire'
import { type ReactNode, useRef } from 'react'
import { useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { useMayWithdraw } from '../data/use-may-withdraw.ts'
import { InvitationActionResult } from '../sharing/invitation-action-result.tsx'
import { useInvitationAction } from '../sharing/use-invitation-action.ts'
import { Button } from '../ui/button.tsx'
import { Actions } from '../ui/panel.tsx'
import { useRegainedFocus } from '../ui/use-regained-focus.ts'

interface WithdrawOrDoneProps {
  invitation: InvitationView
  children?: ReactNode
}

/** What is left to do once a link went out. Withdrawing is asked about first. */
export function WithdrawOrDone({ invitation, children }: WithdrawOrDoneProps) {
  const { messages } = useSettings()
  const { close } = useDialog()
  const { act, phase } = useInvitationAction(invitation)
  const mayWithdraw = useMayWithdraw(invitation)
  const done = useRef<HTMLButtonElement>(null)
  useRegainedFocus(done, phase)
  const stage = sharedStage(invitation)
  const isOpen = stage === 'sent' || stage === 'opened'
  return (
    <>
      <InvitationActionResult act={act} phase={phase} invitation={invitation} />
      {phase.name !== 'asking' && (
        <Actions>
          <Button ref={done} kind="primary" onClick={close}>
            {messages.done}
          </Button>
          {children}
          {isOpen && mayWithdraw && (
            <Button onClick={act.ask} aria-disabled={phase.name === 'busy'}>
              {phase.name === 'busy' ? messages.invitations.withdrawing : messages.invitations.withdrawYes}
            </Button>
          )}
        </Actions>
      )}
    </>
  )
}
