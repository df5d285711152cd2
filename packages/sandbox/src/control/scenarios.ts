import { applyStatus, cancelCheck } from '../state/connections.ts'
import type { ConnectionRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import type { ControlParts } from './define-call.ts'

/** What each scenario does; its connections are those that it may touch. */
export const SCENARIO_STEPS = {
  /** The first connection that works: its password was changed at the utility. */
  'password-stops-working': ({ state }, connections) =>
    change(state, working(connections), 'PASSWORD_INCORRECT'),
  /** The first connection that works: its security codes arrive no more. */
  'mfa-expired': ({ state }, connections) => change(state, working(connections), 'MFA_TOKEN_EXPIRED'),
  /** Every connection to the utility that most of them go to: its site is down. */
  'provider-outage': ({ state }, connections) => {
    const url = mostUsed(connections)
    const there = connections.filter(({ datasource }) => datasource.url === url)
    for (const connection of there) change(state, connection, 'WEBSITE_DOWN')
  },
  /** Everything takes long: Nectar's API, its page, and the check of a sign-in. */
  'slow-day': ({ state, faults }) => {
    faults.add({ kind: 'latency', ms: 3000 })
    faults.add({ kind: 'slow', ms: 5000 })
    state.checkDelayMs = 60_000
  },
  /** One request in five or so goes wrong, each in its own way. */
  'everything-flaky': ({ faults }) => {
    faults.add({ kind: 'latency', ms: 800, share: 0.5 })
    faults.add({ kind: 'status', code: 503, share: 0.1 })
    faults.add({ kind: 'status', code: 429, retryAfterSeconds: 2, share: 0.05 })
    faults.add({ kind: 'html', share: 0.05 })
    faults.add({ kind: 'lost-answer', share: 0.05 })
    faults.add({ kind: 'slow', ms: 2000, share: 0.3 })
  },
} satisfies Record<string, (parts: ControlParts, connections: readonly ConnectionRecord[]) => void>

/** The names of `SCENARIOS`. */
export type ScenarioName = keyof typeof SCENARIO_STEPS

/** What usually goes wrong, ready to be played. */
export const SCENARIOS = Object.keys(SCENARIO_STEPS) as [ScenarioName, ...ScenarioName[]]

/** The first that works; where none does, the first. */
function working(connections: readonly ConnectionRecord[]): ConnectionRecord | undefined {
  return connections.find(({ status }) => status === 'CONNECTED') ?? connections[0]
}

function mostUsed(connections: readonly ConnectionRecord[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { datasource } of connections) counts.set(datasource.url, (counts.get(datasource.url) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function change(state: SandboxState, connection: ConnectionRecord | undefined, status: string): void {
  if (connection === undefined) return
  cancelCheck(state, connection.id)
  applyStatus(state, connection, status, 'announced')
}
