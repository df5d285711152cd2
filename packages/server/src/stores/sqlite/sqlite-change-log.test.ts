import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeChangeLog } from '../../testing/change-log-conformance.ts'
import { changesAfter, claim, record, seen, startOf } from '../../testing/conformance/log-suite.ts'
import type { ChangeLogLimits } from '../change-log.ts'
import { createSqliteChangeLog } from './sqlite-change-log.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-sqlite-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newFile = () => {
  files += 1
  return path.join(folder, `${files}.db`)
}

describeChangeLog(
  'The log in SQLite',
  async () => {
    let file = ''
    const opened: { close(): Promise<void> }[] = []
    const open = async (limits: ChangeLogLimits) => {
      const log = createSqliteChangeLog({ path: file, pollMs: 5, ...limits })
      opened.push(log)
      return log
    }
    return {
      async open(limits) {
        for (const log of opened.splice(0)) await log.close()
        file = newFile()
        return open(limits)
      },
      openSecond: open,
      async close() {
        for (const log of opened.splice(0)) await log.close()
      },
    }
  },
  { runs: 15, isShared: true },
)

test('everything is there when it is opened again', async () => {
  const file = newFile()
  const first = createSqliteChangeLog({ path: file })
  const start = await startOf(first)
  const change = await record(first, seen('c1', 'PENDING', 1, 'e1'))
  const token = await claim(first, 'e2', 'c2')
  await first.close()
  await first.close()
  const log = createSqliteChangeLog({ path: file })
  expect(await changesAfter(log, start)).toEqual([change])
  expect(await log.claim('e1', 'c1')).toEqual({ state: 'done' })
  // What one process claimed, another may commit: a claim belongs to who has the token.
  expect(await log.commit(token, seen('c2', 'PENDING', 2, 'e2'))).toMatchObject({ state: 'committed' })
  await log.close()
})

test('an error in the middle leaves nothing half done', async () => {
  const log = createSqliteChangeLog({ path: newFile() })
  const start = await startOf(log)
  const token = await claim(log, 'e1', 'c1')
  const broken = { ...seen('c1', 'PENDING', 1, 'e1'), order: Symbol('no text') as unknown as string }
  await expect(log.commit(token, broken)).rejects.toThrow()
  expect(await changesAfter(log, start)).toEqual([])
  expect(await log.commit(token, seen('c1', 'PENDING', 1, 'e1'))).toMatchObject({ state: 'committed' })
  await log.close()
})

test('a process that is killed in the middle loses nothing that it said was done, and does nothing by half', async () => {
  const file = newFile()
  const log = createSqliteChangeLog({ path: file })
  const start = await startOf(log)
  for (let round = 0; round < 5; round += 1) {
    const child = spawnWriter(file, round)
    const said: string[] = []
    child.stdout?.on('data', (text) => said.push(String(text)))
    // Killed once it is in the middle of its work.
    while (said.join('').split('\n').length < 20) await once(child.stdout ?? child, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    const reported = said.join('').split('\n').slice(0, -1)
    const changes = (await changesAfter(log, start)).filter(({ eventId }) => eventId.startsWith(`${round}-`))
    const written = changes.map(({ eventId }) => eventId)
    // At most one was written and not reported: the kill came in between.
    expect([0, 1]).toContain(written.length - reported.length)
    expect(written.slice(0, reported.length)).toEqual(reported)
    for (const { eventId, connectionId } of changes) {
      expect(await log.claim(eventId, connectionId)).toEqual({ state: 'done' })
      expect((await log.history('company', connectionId, 9)).changes).toHaveLength(1)
    }
  }
  await log.close()
})

/** Commits events as fast as it can, and says which are done. */
function spawnWriter(file: string, round: number): ChildProcess {
  const script = fileURLToPath(new URL('../../testing/sqlite-writer.ts', import.meta.url))
  return spawn(process.execPath, ['--conditions=@nectar-connect/source', script, file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
