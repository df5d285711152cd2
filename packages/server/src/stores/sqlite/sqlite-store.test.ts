import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { invitationEntry } from '../../testing/conformance/invitations.ts'
import {
  changesAfter,
  claim,
  createSharedPlace,
  newPlaceName,
  record,
  seen,
  startOf,
} from '../../testing/conformance/store-suite.ts'
import { CONNECTION } from '../../testing/fake-nectar.ts'
import { createHarness, readProblem } from '../../testing/harness.ts'
import { describeStore } from '../../testing/store-conformance.ts'
import { createSqliteStore } from './sqlite-store.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-sqlite-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string) => path.join(folder, `${name}.db`)
const newFile = () => fileOf(newPlaceName())

describeStore(
  'The store in SQLite',
  async () =>
    createSharedPlace((name, limits) => createSqliteStore({ path: fileOf(name), pollMs: 5, ...limits })),
  { runs: 15, isShared: true },
)

test('everything is there when it is opened again', async () => {
  const file = newFile()
  const first = createSqliteStore({ path: file })
  const start = await startOf(first)
  const change = await record(first, seen('c1', 'PENDING', 1, 'e1'))
  const token = await claim(first, 'e2', 'c2')
  const entry = invitationEntry()
  await first.addInvitation(entry)
  const window = { limit: 1, windowMs: 3_600_000 }
  await first.countWithin('company', 'maya', window)
  await first.close()
  await first.close()
  const store = createSqliteStore({ path: file })
  expect(await changesAfter(store, start)).toEqual([change])
  expect(await store.listInvitations('company')).toEqual([entry])
  expect(await store.countWithin('company', 'maya', window)).toMatchObject({ state: 'full' })
  expect(await store.claim('e1', 'c1')).toEqual({ state: 'done' })
  // What one process claimed, another may commit: a claim belongs to who has the token.
  expect(await store.commit(token, seen('c2', 'PENDING', 2, 'e2'))).toMatchObject({ state: 'committed' })
  await store.close()
})

test('an error in the middle leaves nothing half done', async () => {
  const store = createSqliteStore({ path: newFile() })
  const start = await startOf(store)
  const token = await claim(store, 'e1', 'c1')
  const broken = { ...seen('c1', 'PENDING', 1, 'e1'), sortKey: Symbol('no text') as unknown as string }
  await expect(store.commit(token, broken)).rejects.toThrow()
  expect(await changesAfter(store, start)).toEqual([])
  expect(await store.commit(token, seen('c1', 'PENDING', 1, 'e1'))).toMatchObject({ state: 'committed' })
  await store.close()
})

test('a process that is killed in the middle loses nothing that it said was done, and does nothing by half', async () => {
  const file = newFile()
  const store = createSqliteStore({ path: file })
  const start = await startOf(store)
  for (let round = 0; round < 5; round += 1) {
    const child = spawnWriter(file, round)
    const said: string[] = []
    child.stdout?.on('data', (text) => said.push(String(text)))
    // Killed once it is in the middle of its work.
    while (said.join('').split('\n').length < 20) await once(child.stdout ?? child, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    const reported = said.join('').split('\n').slice(0, -1)
    const changes = (await changesAfter(store, start)).filter(({ eventId }) =>
      eventId.startsWith(`${round}-`),
    )
    const written = changes.map(({ eventId }) => eventId)
    // At most one was written and not reported: the kill came in between.
    expect([0, 1]).toContain(written.length - reported.length)
    expect(written.slice(0, reported.length)).toEqual(reported)
    for (const { eventId, connectionId } of changes) {
      expect(await store.claim(eventId, connectionId)).toEqual({ state: 'done' })
      expect((await store.readHistory('company', connectionId, 9)).changes).toHaveLength(1)
    }
  }
  await store.close()
})

test('a row that is no JSON does not take the others away', async () => {
  const file = newFile()
  const store = createSqliteStore({ path: file })
  const entry = invitationEntry()
  await store.addInvitation({ ...entry, invitationId: 'spoilt' })
  await store.addInvitation(entry)
  const db = new DatabaseSync(file)
  db.exec(`UPDATE shared_invitations SET body = '{"to":' WHERE invitation = 'spoilt'`)
  db.close()
  expect(await store.listInvitations('company')).toEqual([entry])
  expect(await store.findInvitation('company', 'spoilt')).toBeNull()
  expect(await store.updateInvitation('company', 'spoilt', { reminder: 'x' })).toBe(false)
  await store.close()
})

test('a change costs no more however many are kept: none of them is read to count them', async () => {
  const file = newFile()
  const store = createSqliteStore({ path: file, changesPerCompany: 40 })
  for (let n = 0; n < 50; n += 1) await record(store, seen(`c${n % 30}`, `STATUS ${n}`, n))
  const asked = vi.spyOn(StatementSync.prototype, 'all')
  await record(store, seen('c1', 'CONNECTED', 50))
  const ofChanges = asked.mock.contexts.flatMap((statement, call) =>
    /FROM changes/.test((statement as StatementSync).sourceSQL)
      ? [[(statement as StatementSync).sourceSQL, asked.mock.calls[call]?.slice(1)]]
      : [],
  )
  const rows = asked.mock.results.flatMap(({ value }) => value)
  asked.mockRestore()
  // Of the changes, only the oldest one, and nothing is skipped before it.
  expect(ofChanges.map(([, values]) => values)).toEqual([[0]])
  expect(rows.length).toBeLessThan(10)
  await store.close()
})

/** Commits events as fast as it can, and says which are done. */
function spawnWriter(file: string, round: number): ChildProcess {
  const script = fileURLToPath(new URL('../../testing/sqlite-writer.ts', import.meta.url))
  return spawn(process.execPath, ['--conditions=@nectar-connect/source', script, file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

test('nothing is touched before it is used, and then the folder is made', async () => {
  const place = path.join(folder, 'not', 'there', 'yet')
  const store = createSqliteStore({ path: path.join(place, 'nectar.db') })
  const { nectar } = createHarness({ store })
  expect(existsSync(path.join(folder, 'not'))).toBe(false)
  await nectar.close()
  expect(existsSync(path.join(folder, 'not'))).toBe(false)
  const used = createSqliteStore({ path: path.join(place, 'nectar.db') })
  expect(await used.listInvitations('company')).toEqual([])
  expect(existsSync(path.join(place, 'nectar.db'))).toBe(true)
  await used.close()
  await expect(used.listInvitations('company')).rejects.toThrow('was closed')
})

test.each([
  ['a folder in its place', () => folder, 'unable to open database file'],
  ['a file in the place of its folder', () => path.join(fileOf('occupied'), 'nectar.db'), 'EEXIST'],
])(
  '%s: its path, the reason and the Node that it needs are named, in development only',
  async (_, where, reason) => {
    writeFileSync(fileOf('occupied'), '')
    for (const development of [true, false]) {
      const store = createSqliteStore({ path: where() })
      const { get, logText } = createHarness({ store, development })
      const { code, setupProblems } = await readProblem(await get(`/connections/${CONNECTION}/changes`))
      expect(code).toBe('not_configured')
      const [problem] = setupProblems ?? []
      if (!development) expect(problem).toBeUndefined()
      else for (const said of [where(), reason, 'Node 22.13']) expect(problem).toContain(said)
      expect(logText()).toContain('createSqliteStore() cannot open')
      await store.close()
    }
  },
)

test.each([undefined, {}, { path: '' }, { path: undefined }])(
  'no path (%j) is named at first use',
  async (options) => {
    const store = createSqliteStore(options as never)
    await expect(store.listInvitations('company')).rejects.toThrow(
      '"path" of createSqliteStore() is missing.',
    )
    await store.close()
  },
)

test('a Node without SQLite can build, and is named at first use', async () => {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
  onTestFinished(() => void vi.restoreAllMocks())
  const store = createSqliteStore({ path: newFile() })
  await expect(store.listInvitations('company')).rejects.toThrow(
    /Node [\d.]+: it has no node:sqlite\. Use Node 22\.13/,
  )
})
