import type { SandboxFault } from '../../faults/fault-schema.ts'
import type { ConsoleIcon } from './icons.ts'

export type FaultKind = SandboxFault['kind']

/** What each kind is called where it can be chosen. */
export const FAULT_KINDS: Readonly<Record<FaultKind, { title: string; mark: ConsoleIcon }>> = {
  latency: { title: 'Latency', mark: 'clock' },
  status: { title: 'Status', mark: 'alert' },
  drop: { title: 'The line drops', mark: 'ban' },
  'lost-answer': { title: 'Done, then the line drops', mark: 'ban' },
  html: { title: 'HTML instead of JSON', mark: 'pulse' },
  malformed: { title: 'Broken JSON', mark: 'pulse' },
  truncated: { title: 'Half of the answer', mark: 'pulse' },
  hang: { title: 'Never answers', mark: 'pause' },
  slow: { title: 'Page is slow', mark: 'clock' },
  'never-loads': { title: 'Page never loads', mark: 'pause' },
  'refuse-frame': { title: 'Page refuses to be framed', mark: 'ban' },
  'grab-focus': { title: 'Page grabs the focus', mark: 'eye' },
  'posts-messages': { title: 'Page posts messages', mark: 'send' },
}

/** Such as `3,000 ms`. */
export function howMuch(fault: SandboxFault): string {
  if (fault.kind === 'latency' || fault.kind === 'slow') return `${fault.ms.toLocaleString('en')} ms`
  if (fault.kind === 'status') {
    const { code, retryAfterSeconds } = fault
    return retryAfterSeconds === undefined ? `${code}` : `${code}, Retry-After ${retryAfterSeconds}`
  }
  return fault.kind === 'html' ? '502, a proxy’s page' : ''
}

/** Such as `next 2 calls`. */
export function whenMet({ times, share }: SandboxFault): string {
  const calls = times === undefined ? 'every call' : times === 1 ? 'next call' : `next ${times} calls`
  return share === undefined ? calls : `${Math.round(share * 100)} % of calls`
}

/** The route as method and path. */
export function routeParts(route: string): { verb: string; path: string } {
  if (route === '*') return { verb: 'ANY', path: '/*' }
  if (route === 'hosted') return { verb: 'PAGE', path: '/p/i/{token}' }
  const [verb = '', path = ''] = route.split(' ')
  return { verb, path }
}
