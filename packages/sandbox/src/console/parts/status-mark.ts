import { describeStatus, type StatusGroup } from '@nectar-connect/contract/wire'
import type { ConsoleIcon } from './icons.ts'

const MARKS: Readonly<Record<StatusGroup, ConsoleIcon>> = {
  healthy: 'checked',
  waiting: 'clock',
  'needs-you': 'alert',
  provider: 'cloud',
  inactive: 'off',
  unknown: 'help',
}

/** Which group a status belongs to, and the shape that says so beside the color. */
export function statusMark(status: string, isActive = true): { group: StatusGroup; mark: ConsoleIcon } {
  const { group } = describeStatus(status, isActive)
  return { group, mark: MARKS[group] }
}
