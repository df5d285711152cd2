import type { ActiveFault, SandboxFault } from '../../faults/fault-schema.ts'

/** Faults that are worth a switch, each with what it is for. */
export const FAULT_PRESETS: readonly SandboxFault[] = [
  { kind: 'latency', ms: 3000, route: 'GET /connection/company/{company_id}' },
  { kind: 'lost-answer', route: 'POST /invitation/company/{company_id}', times: 1 },
  { kind: 'html', route: 'POST /invitation/company/{company_id}', times: 2 },
  { kind: 'status', code: 429, retryAfterSeconds: 20, route: '*', share: 0.2 },
  { kind: 'refuse-frame', route: 'hosted' },
  { kind: 'never-loads', route: 'hosted' },
]

/** Whether a fault in force is the one that a switch switched on. */
export function isPreset(fault: ActiveFault, preset: SandboxFault): boolean {
  const { id: _, hits: __, ...asked } = fault
  return textOf(asked) === textOf(preset)
}

function textOf(fault: SandboxFault): string {
  return JSON.stringify(Object.entries(fault).sort(([a], [b]) => (a < b ? -1 : 1)))
}
