import type { ConnectPhase, Session } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { useDialog } from '../../context/dialog-context.ts'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { ForDevelopers } from '../../development/for-developers.tsx'
import { format, formatNames, Text } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Reference } from '../../ui/copy-link.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import { failureOf } from './failure.ts'
import { FailureActions } from './failure-actions.tsx'

interface FailedScreenProps {
  phase: Extract<ConnectPhase, { status: 'failed' }>
  session: Session
}

/** What happened, what it means for the utility account, one way on, and a reference to quote. */
export function FailedScreen({ phase, session }: FailedScreenProps) {
  const { messages } = useSettings()
  const name = useHostName()
  const { close } = useDialog()
  const { error, page } = phase
  const { cause, icon, wayOn } = failureOf(error.code, page !== null)
  const words = messages.failed[cause]
  return (
    <Panel
      mark={<Mark icon={icon} />}
      title={format(words.title, { host: name })}
      lead={
        <>
          <span>{format(words.lead, { host: name })}</span>{' '}
          <WhoCan administratorNames={error.administratorNames} />
        </>
      }
    >
      <Actions>
        <FailureActions wayOn={wayOn} page={page} session={session} />
        <Button onClick={close}>{messages.close}</Button>
      </Actions>
      {error.requestId && <Reference reference={error.requestId} />}
      <ForDevelopers error={error} />
    </Panel>
  )
}

function WhoCan({ administratorNames }: { administratorNames: readonly string[] }): ReactNode {
  const { messages } = useSettings()
  if (administratorNames.length === 0) return null
  const names = formatNames(messages, administratorNames, 'conjunction')
  return <Text message={messages.failed.notAllowed.who} values={{ names: <b>{names}</b> }} />
}
