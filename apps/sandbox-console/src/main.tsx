import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './styles/panels.css'
import type { ScenarioName } from '@nectar-connect/sandbox'
import { QueryClientProvider } from '@tanstack/react-query'
import { Pause, RotateCcw, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { client, useSnapshot } from './api.ts'
import { ClockBand } from './clock-band.tsx'
import { CompaniesSide } from './companies-side.tsx'
import { ConnectionsPanel } from './connections-panel.tsx'
import { Button, DialogButton, type DialogProps, NoticeLine } from './control.tsx'
import { SignInsPanel } from './credentials.tsx'
import { DeliveriesPanel, isFailing } from './deliveries-panel.tsx'
import { FaultsPanel, RequestsPanel } from './faults-panel.tsx'
import { Feed } from './feed.tsx'
import { InvitationsPanel } from './invitations-panel.tsx'
import logo from './logo.svg?inline'
import { MailsPanel, OutboxPanel } from './mails-panel.tsx'
import { ConsoleContext, Go, useConsole, useConsoleData } from './use-console.tsx'

const VIEWS = [
  { view: 'state', title: 'State', body: [ConnectionsPanel, InvitationsPanel, MailsPanel] },
  { view: 'traffic', title: 'Traffic', body: [DeliveriesPanel, FaultsPanel, RequestsPanel] },
  { view: 'outbox', title: 'Outbox', body: [OutboxPanel] },
  { view: 'sign-ins', title: 'Sign-ins', body: [SignInsPanel] },
] as const

/** The whole page. */
function Console() {
  const [isPaused, setPaused] = useState(false)
  const { snapshot, readAt, state } = useSnapshot(isPaused)
  const data = useConsoleData(snapshot, readAt, state === 'live')
  if (data === null) {
    return state === 'lost' && <p className="nothing">The sandbox does not answer. Is it still running?</p>
  }
  const { view, body } = VIEWS.find((each) => each.view === data.address.view) ?? VIEWS[0]
  return (
    <ConsoleContext value={data}>
      <div data-state={state}>
        <TopBar view={view} />
        <ClockBand />
        <div className={view === 'state' ? 'columns has-side' : 'columns'}>
          {view === 'state' && <CompaniesSide />}
          <main className="main">
            {body.map((Part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: panels keep their places
              <Part key={`${view}-${index}`} />
            ))}
          </main>
          <Feed state={state}>
            <Button
              className="btn plain square right"
              Icon={Pause}
              aria-pressed={isPaused}
              aria-label="Pause"
              onClick={() => setPaused(!isPaused)}
            />
          </Feed>
        </div>
      </div>
      <NoticeLine />
    </ConsoleContext>
  )
}

/** What another view begins with. */
const NOTHING_READ = { delivery: undefined, mail: undefined, part: undefined }

function TopBar({ view: shown }: { view: string }) {
  const { mails, origin } = useConsole().snapshot
  return (
    <header className="top">
      <h1 className="brand">
        <img className="logo" src={logo} alt="" />
        Nectar sandbox <span>console</span>
      </h1>
      <nav className="tabs" aria-label="Views">
        {VIEWS.map(({ view, title }) => (
          <Go key={view} className="tab" to={{ view, ...NOTHING_READ }} isCurrent={view === shown}>
            {title}
            {view === 'traffic' && <TrafficCounts />}
            {view === 'outbox' && mails.length > 0 && <span className="count plain">{mails.length}</span>}
          </Go>
        ))}
      </nav>
      <div className="top-right">
        <span className="address mono">{origin}/v2.2</span>
        <ScenariosButton />
        <DialogButton Icon={RotateCcw} text="Reset" dialog={RESET} />
      </div>
    </header>
  )
}

function TrafficCounts() {
  const { snapshot, deliveries } = useConsole()
  const failing = deliveries.filter(isFailing).length
  const faults = snapshot.faults.length
  return (
    <>
      {failing > 0 && <span className="count bad">{failing} failing</span>}
      {faults > 0 && <span className="count honey">{`${faults} ${faults === 1 ? 'fault' : 'faults'}`}</span>}
    </>
  )
}

const RESET_WARNING = `Companies, connections, invitations and events are gone then, and faults end. To start over is
to have back what the sandbox was first filled with.`

/** Asks before everything is thrown away. */
const RESET: DialogProps = {
  title: 'Throw everything away?',
  asks: <p>{RESET_WARNING}</p>,
  answers: ['Reset the sandbox', 'Start over'],
  cancel: 'Keep it',
  onAnswer: ({ answer }) =>
    answer === 'Start over' ? [['resetToSeed'], 'Started over'] : [['reset'], 'Everything is gone'],
}

const SCENARIOS: Readonly<Record<ScenarioName, readonly [title: string, does: string]>> = {
  'password-stops-working': ['Password stops working', 'One working connection goes to PASSWORD_INCORRECT'],
  'mfa-expired': ['MFA expired', 'One working connection goes to MFA_TOKEN_EXPIRED'],
  'provider-outage': ['Provider outage', 'The most used utility goes to WEBSITE_DOWN'],
  'slow-day': ['Slow day', 'The API takes 3 s, the page 5 s, a check a minute'],
  'everything-flaky': ['Everything flaky', 'Some calls are late, refused, garbled or lost'],
}

/** What usually goes wrong, one press each; of connections, only those of the company that is looked at change. */
function ScenariosButton() {
  const { company } = useConsole()
  return (
    <DialogButton
      Icon={SlidersHorizontal}
      text="Scenarios"
      dialog={{
        title: 'Scenarios',
        asks: Object.entries(SCENARIOS).map(([name, [title, does]]) => (
          <button key={name} type="submit" className="scenario" name="name" value={name}>
            <b>{title}</b>
            <small>{does}</small>
          </button>
        )),
        onAnswer: (values) => {
          const name = values.name as ScenarioName
          const [title] = SCENARIOS[name]
          return [['playScenario', { name, companyId: company?.id }], `${title}: it is so now`]
        },
      }}
    />
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(
  <QueryClientProvider client={client}>
    <Console />
  </QueryClientProvider>,
)
