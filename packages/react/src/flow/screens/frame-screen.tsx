import type { ConnectPhase, OpenedPhase, Session } from '@nectar-connect/client'
import { useDialog } from '../../context/dialog-context.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useUnseen } from '../../session/nectar-page.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Actions, Mark } from '../../ui/panel.tsx'
import { SessionFrame } from '../nectar-frame.tsx'
import { PageNotice } from './page-notice.tsx'
import { TabLink } from './tab-screen.tsx'

interface FrameScreenProps {
  phase: OpenedPhase | Extract<ConnectPhase, { status: 'requesting' | 'expired' }>
  session: Session
}

/** Head, Nectar's page, foot. The skeleton has the size of the page, so nothing jumps when it arrives. */
export function FrameScreen({ phase, session }: FrameScreenProps) {
  const opened = 'invitation' in phase ? phase : null
  const isWaiting = phase.status === 'requesting' || phase.status === 'loading'
  return (
    <div className="nectar-frame-screen" data-nectar-phase={phase.status}>
      <Head kind={phase.intent.kind} />
      {opened && <PageNotice phase={opened} session={session} />}
      <div className="nectar-frame" aria-busy={isWaiting} data-nectar-touched={opened?.touched || undefined}>
        <SessionFrame session={session} />
        {isWaiting && <FrameSkeleton />}
        {phase.status === 'expired' && <Expired cause={phase.cause} onRenew={session.requestNewPage} />}
      </div>
      <Foot opened={opened} session={session} />
    </div>
  )
}

function Head({ kind }: { kind: 'contributor' | 'reconnect' }) {
  const { messages } = useSettings()
  const { titleId, presentation, close } = useDialog()
  return (
    <header className="nectar-bar">
      <h2 id={titleId} tabIndex={-1}>
        {kind === 'reconnect' ? messages.list.signInAgain : messages.intro.title}
      </h2>
      {presentation === 'inline' ? (
        <Button kind="quiet" size="sm" className="nectar-bar__end" onClick={close}>
          {messages.cancel}
        </Button>
      ) : (
        <IconButton icon="close" label={messages.close} className="nectar-bar__end" onClick={close} />
      )}
    </header>
  )
}

function Foot({ opened, session }: { opened: OpenedPhase | null; session: Session }) {
  const { messages } = useSettings()
  const isUnseen = useUnseen(opened)
  const words = messages.frame
  return (
    <footer className="nectar-foot" data-nectar-unseen={isUnseen || undefined}>
      {opened && (
        <>
          <span>
            <Icon name="globe" />
            <span>
              <span>{words.page}</span> <b dir="ltr">{new URL(opened.invitation.origin).host}</b>
            </span>
          </span>
          <span>
            <span>{isUnseen ? words.unseen : words.notShowing}</span>{' '}
            <TabLink id={opened.invitation.id} session={session} />
          </span>
        </>
      )}
    </footer>
  )
}

function Expired({ cause, onRenew }: { cause: 'time' | 'interrupted'; onRenew: () => void }) {
  const { messages } = useSettings()
  const { close } = useDialog()
  const words = messages.expired
  return (
    <div className="nectar-frame__veil">
      <div className="nectar-panel">
        <div className="nectar-panel__top">
          <Mark icon="waiting" tone="waiting" />
          <h3 className="nectar-title">{cause === 'time' ? words.title : words.interruptedTitle}</h3>
          <p className="nectar-lead">{words.lead}</p>
        </div>
        <Actions>
          <Button kind="primary" onClick={onRenew}>
            {words.again}
          </Button>
          <Button onClick={close}>{messages.close}</Button>
        </Actions>
      </div>
    </div>
  )
}

function FrameSkeleton() {
  const { messages } = useSettings()
  return (
    <div className="nectar-frame__veil nectar-frame-skeleton">
      <div aria-hidden="true">
        <i className="nectar-skeleton" data-nectar-line="title" />
        <i className="nectar-skeleton" data-nectar-line="lead" />
        <i className="nectar-skeleton" data-nectar-line="label" />
        <i className="nectar-skeleton" data-nectar-line="field" />
        <i className="nectar-skeleton" data-nectar-line="label" />
        <i className="nectar-skeleton" data-nectar-line="field" />
        <i className="nectar-skeleton" data-nectar-line="field" />
      </div>
      <p className="nectar-fine">
        <Icon name="spinner" />
        <span>{messages.frame.opening}</span>
      </p>
    </div>
  )
}
