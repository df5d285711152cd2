import { expect, test } from 'vitest'
import { isAlive, launchers } from './launchers.mjs'

const processes: Record<number, { name: string; ppid: number }> = {
  40: { name: 'dash', ppid: 30 },
  30: { name: 'dash', ppid: 20 },
  20: { name: 'node', ppid: 10 },
  10: { name: 'bash', ppid: 1 },
}
const read = (pid: number) => processes[pid] ?? null

test('finds npm and the shells in between, and nothing above', () => {
  expect(launchers({ env: { npm_lifecycle_event: 'demo' }, ppid: 40, read })).toEqual([40, 30, 20])
})

test('knows only the parent where the system does not say more', () => {
  expect(launchers({ env: { npm_lifecycle_event: 'demo' }, ppid: 40, read: () => null })).toEqual([40])
})

test('finds nobody when a person started it', () => {
  expect(launchers({ env: {}, ppid: 40, read })).toEqual([])
})

test('knows who is alive', () => {
  expect(isAlive(process.pid)).toBe(true)
  expect(isAlive(2 ** 22 + 1)).toBe(false)
})
