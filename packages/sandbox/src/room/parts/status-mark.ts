import { describeStatus, type StatusGroup } from '@nectar-connect/contract/wire'
import type { RoomIcon } from './icons.ts'

const MARKS: Readonly<Record<StatusGroup, RoomIcon>> = {
  healthy: 'checked',
  waiting: 'clock',
  'needs-you': 'alert',
  provider: 'cloud',
  inactive: 'off',
  unknown: 'help',
}

/** Which group a status belongs to, and the shape that says so beside the colour. */
export function statusMark(status: string, isActive = true): { group: StatusGroup; mark: RoomIcon } {
  const { group } = describeStatus(status, isActive)
  return { group, mark: MARKS[group] }
}
