import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record, seen, startOf } from '../../testing/conformance/log-suite.ts'
import { describeInvitationLog, invitationEntry } from '../../testing/invitation-log-conformance.ts'
import { createSqliteChangeLog } from './sqlite-change-log.ts'
import { createSqliteInvitationLog } from './sqlite-invitation-log.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-shared-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newFile = () => {
  files += 1
  return path.join(folder, `${files}.db`)
}

describeInvitationLog(
  'The log in SQLite',
  async () => {
    let file = ''
    const opened: { close(): Promise<void> }[] = []
    const open = async (limits = {}) => {
      const log = createSqliteInvitationLog({ path: file, pollMs: 5, ...limits })
      opened.push(log)
      return log
    }
    const close = async () => {
      for (const log of opened.splice(0)) await log.close()
    }
    return {
      async open(limits) {
        await close()
        file = newFile()
        return open(limits)
      },
      openSecond: () => open(),
      close,
    }
  },
  { runs: 30, isShared: true },
)

test('everything is there when it is opened again, beside a change log in the same file', async () => {
  const file = newFile()
  const changes = createSqliteChangeLog({ path: file })
  const first = createSqliteInvitationLog({ path: file })
  const entry = invitationEntry()
  const start = await startOf(changes)
  await first.add(entry)
  await record(changes, seen('c1', 'PENDING', 1))
  await first.close()
  await first.close()
  const log = createSqliteInvitationLog({ path: file })
  expect(await log.list('company')).toEqual([entry])
  expect(await changes.read('company', start, 5)).toMatchObject({ changes: [{ connectionId: 'c1' }] })
  await log.close()
  await changes.close()
})

test('a row that is no JSON does not take the others away', async () => {
  const file = newFile()
  const log = createSqliteInvitationLog({ path: file })
  const entry = invitationEntry()
  await log.add({ ...entry, invitationId: 'spoilt' })
  await log.add(entry)
  const db = new DatabaseSync(file)
  db.exec(`UPDATE shared_invitations SET body = '{"to":' WHERE invitation = 'spoilt'`)
  db.close()
  expect(await log.list('company')).toEqual([entry])
  expect(await log.find('company', 'spoilt')).toBeNull()
  expect(await log.update('company', 'spoilt', { replacedBy: 'x' })).toBe(false)
  await log.close()
})
