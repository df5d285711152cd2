import type { ConnectPhase, OpenedPhase, Session } from '@nectar-connect/client'
import { useLoad } from '../../context/create-load.ts'
import { useDialog } from '../../context/dialog-context.ts'
import { useSettings } from '../../context/use-settings.ts'
import { later } from '../../flow/later.ts'
import { enFlow } from '../../i18n/en-flow.ts'
import { useUnseen } from '../../session/nectar-page.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ExternalLink } from '../../ui/panel.tsx'
import { WhenLoaded } from '../../ui/when-loaded.tsx'
import { SessionFrame } from '../nectar-frame.tsx'

/** With Nectar's page, or the place for it, in the frame. */
export type FramePhase = OpenedPhase | Extract<ConnectPhase, { status: 'requesting' | 'expired' }>

interface FrameScreenProps {
  phase: FramePhase
  session: Session
}

/** Head, Nectar's page, foot. The skeleton has the size of the page, so nothing jumps when it arrives. */
export function FrameScreen({ phase, session }: FrameScreenProps) {
  const opened = 'invitation' in phase ? phase : null
  const { parts } = useLoad(later)
  const isWaiting = phase.status === 'requesting' || phase.status === 'loading'
  return (
    <div className="nectar-frame-screen" data-nectar-phase={phase.status}>
      <Head kind={phase.intent.kind} />
      {opened && parts && <parts.PageNotice phase={opened} session={session} />}
      <div className="nectar-frame" aria-busy={isWaiting} data-nectar-touched={opened?.touched || undefined}>
        <SessionFrame session={session} />
        {isWaiting && <FrameSkeleton />}
        {phase.status === 'expired' && (
          <WhenLoaded of={later}>
            {({ ExpiredVeil }) => <ExpiredVeil cause={phase.cause} onRenew={session.requestNewPage} />}
          </WhenLoaded>
        )}
      </div>
      <Foot opened={opened} session={session} />
    </div>
  )
}

function Head({ kind }: { kind: 'contributor' | 'reconnect' }) {
  const { messages } = useSettings(enFlow)
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
  const { messages } = useSettings(enFlow)
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

function FrameSkeleton() {
  const { messages } = useSettings(enFlow)
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

/** Opens the page of invitation `id` in a tab of its own. The session goes on here and watches it. */
export function TabLink({ id, session, className }: { id: string; session: Session; className?: string }) {
  const { messages } = useSettings(enFlow)
  const url = session.getPageUrl(id)
  if (url === null) return null
  return (
    <ExternalLink href={url} className={className} onClick={() => session.tabOpened(id)}>
      {messages.frame.openInTab}
    </ExternalLink>
  )
}
