import type { ActiveFault, SandboxFault } from '@nectar-connect/sandbox'
import { Activity, Ban, CircleAlert, Clock, Eye, type LucideIcon, Pause, Plus, Send } from 'lucide-react'
import { DialogButton, RunButton, type Values } from './control.tsx'
import { Badge, Panel } from './parts.tsx'
import { useConsole } from './use-console.tsx'

type FaultKind = SandboxFault['kind']

/** What each kind is called where it can be chosen. */
const KINDS: Readonly<Record<FaultKind, { text: string; Icon: LucideIcon }>> = {
  latency: { text: 'Latency', Icon: Clock },
  status: { text: 'Status', Icon: CircleAlert },
  drop: { text: 'The line drops', Icon: Ban },
  'lost-answer': { text: 'Done, then the line drops', Icon: Ban },
  html: { text: 'HTML instead of JSON', Icon: Activity },
  malformed: { text: 'Broken JSON', Icon: Activity },
  truncated: { text: 'Half of the answer', Icon: Activity },
  hang: { text: 'Never answers', Icon: Pause },
  slow: { text: 'Page is slow', Icon: Clock },
  'never-loads': { text: 'Page never loads', Icon: Pause },
  'refuse-frame': { text: 'Page refuses to be framed', Icon: Ban },
  'grab-focus': { text: 'Page grabs the focus', Icon: Eye },
  'posts-messages': { text: 'Page posts messages', Icon: Send },
}

/** Faults that are worth a switch. */
const PRESETS: readonly SandboxFault[] = [
  { kind: 'latency', ms: 3000, route: 'GET /connection/company/{company_id}' },
  { kind: 'lost-answer', route: 'POST /invitation/company/{company_id}', times: 1 },
  { kind: 'html', route: 'POST /invitation/company/{company_id}', times: 2 },
  { kind: 'status', code: 429, retryAfterSeconds: 20, route: '*', share: 0.2 },
  { kind: 'refuse-frame', route: 'hosted' },
  { kind: 'never-loads', route: 'hosted' },
]

/** Whether a fault in force is the one that a switch switched on. */
function isPreset({ id: _, hits: __, ...asked }: ActiveFault, preset: SandboxFault): boolean {
  const textOf = (fault: SandboxFault) => JSON.stringify(Object.entries(fault).sort())
  return textOf(asked) === textOf(preset)
}

interface Row {
  shown: SandboxFault
  /** It is on. */
  fault?: ActiveFault | undefined
}

/** What is broken on purpose: usual faults to switch on and off, and any others. */
export function FaultsPanel() {
  const { faults } = useConsole().snapshot
  const others = faults.filter((fault) => !PRESETS.some((preset) => isPreset(fault, preset)))
  const rows: Row[] = [
    ...PRESETS.map((shown) => ({ shown, fault: faults.find((fault) => isPreset(fault, shown)) })),
    ...others.map((fault) => ({ shown: fault, fault })),
  ]
  return (
    <Panel
      id="faults"
      title="Faults"
      note={faults.length === 0 ? 'none on' : `${faults.length} on`}
      actions={
        <>
          <RunButton text="All off" call={['clearFaults']} said="All faults are off" />
          <AddFaultButton />
        </>
      }
      rows={rows}
      keyOf={({ shown, fault }) => fault?.id ?? JSON.stringify(shown)}
      classOf={({ fault }) => fault === undefined && 'is-off'}
      columns={[
        ['On', 'on-column', (row) => <Toggle {...row} />],
        ['Route', 'mono cut', ({ shown }) => <Route route={shown.route} />],
        ['What goes wrong', 'kind-column', ({ shown: { kind } }) => <Badge {...KINDS[kind]} />],
        ['How much', 'wide much-column', ({ shown }) => formatFaultAmount(shown)],
        ['When', 'wide when-column', ({ shown }) => formatFaultCondition(shown)],
        ['Hits', 'hits-column num end', ({ fault }) => fault?.hits ?? 0],
      ]}
    />
  )
}

function Toggle({ shown, fault }: Row) {
  const { text } = KINDS[shown.kind]
  return (
    <RunButton
      className="toggle"
      role="switch"
      aria-checked={fault !== undefined}
      aria-label={`${text} on ${splitRoute(shown.route).join(' ')}, ${formatFaultCondition(shown)}`}
      call={fault ? ['clearFaults', { id: fault.id }] : ['addFault', shown]}
      said={`${text} is ${fault ? 'off' : 'on'}`}
    />
  )
}

function Route({ route }: { route: string | undefined }) {
  const [method, path] = splitRoute(route)
  return (
    <>
      <span className="verb">{method}</span> {path}
    </>
  )
}

/** The route as method and path. */
function splitRoute(route = '*'): readonly [method: string, path: string] {
  if (route === '*') return ['ANY', '/*']
  if (route === 'hosted') return ['PAGE', '/p/i/{token}']
  const [method = '', path = ''] = route.split(' ')
  return [method, path]
}

/** Such as `3,000 ms`. */
function formatFaultAmount(fault: SandboxFault): string {
  if (fault.kind === 'latency' || fault.kind === 'slow') return `${fault.ms.toLocaleString('en')} ms`
  if (fault.kind === 'html') return '502, a proxy’s page'
  if (fault.kind !== 'status') return ''
  return `${fault.code}${fault.retryAfterSeconds === undefined ? '' : `, Retry-After ${fault.retryAfterSeconds}`}`
}

/** Such as `next 2 calls`. */
function formatFaultCondition({ times, share }: Pick<SandboxFault, 'times' | 'share'>): string {
  if (share !== undefined) return `${Math.round(share * 100)} % of calls`
  if (times === undefined) return 'every call'
  return times === 1 ? 'next call' : `next ${times} calls`
}

const TIMES = [undefined, 1, 2, 5].map(
  (times) => [String(times ?? ''), formatFaultCondition({ times })] as const,
)

/** Adds any fault. */
function AddFaultButton() {
  const { routes, faultSides } = useConsole().snapshot.reference
  const kinds = Object.entries(KINDS).map(([kind, { text }]) => [kind, text] as const)
  const all = ['', 'All of the API'] as const
  return (
    <DialogButton
      Icon={Plus}
      text="Fault"
      dialog={{
        title: 'Add a fault',
        fields: [
          { label: 'What goes wrong', name: 'kind', options: kinds },
          {
            label: 'Route, for a fault of the API',
            name: 'route',
            options: [all, ...routes.map((route) => [route, route] as const)],
          },
          {
            label: 'Milliseconds, for latency and a slow page',
            name: 'ms',
            type: 'number',
            defaultValue: 3000,
          },
          { label: 'Code, for a status', name: 'code', type: 'number', defaultValue: 503 },
          { label: 'When', name: 'times', options: TIMES },
        ],
        answers: ['Add fault'],
        onAnswer: (values) => {
          const isOfApi = faultSides[values.kind as FaultKind] === 'api'
          return [['addFault', faultOf(values, isOfApi)], 'The fault is on']
        },
      }}
    />
  )
}

/** @param isOfApi what a route is for */
function faultOf({ kind, route, ms, code, times }: Values, isOfApi: boolean): SandboxFault {
  const fault = {
    kind,
    ...(isOfApi && { route }),
    ...((kind === 'latency' || kind === 'slow') && { ms: Number(ms) }),
    ...(kind === 'status' && { code: Number(code) }),
    ...(times && { times: Number(times) }),
  }
  return fault as SandboxFault
}

/** How often each route of the API was called. */
export function RequestsPanel() {
  const { requests, invitationsCreated } = useConsole().snapshot.stats
  const routes = Object.entries(requests).sort(([, a], [, b]) => b - a)
  const total = routes.reduce((sum, [, count]) => sum + count, 0)
  return (
    <Panel
      id="requests"
      title="API calls"
      note={`${total} since the start; invitations made: ${invitationsCreated}`}
      empty="None yet."
      rows={routes}
      keyOf={([route]) => route}
      columns={[
        ['Route', 'mono cut', ([route]) => <Route route={route} />],
        ['Calls', 'hits-column num end', ([, count]) => count],
      ]}
    />
  )
}
