import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InvitationEntry, InvitationLog, InvitationLogLimits } from '../stores/invitation-log.ts'
import { until } from './test-clock.ts'

/** A place where logs live: a process, a file, a Redis. */
export interface InvitationLogPlace {
  /** Opens the log in an own place, empty. */
  open(limits: InvitationLogLimits): Promise<InvitationLog>
  /** Another process's view of the log that was opened last. */
  openSecond(): Promise<InvitationLog>
  close(): Promise<void>
}

let made = 0

export function invitationEntry(fields: Partial<InvitationEntry> = {}): InvitationEntry {
  made += 1
  return {
    invitationId: `invitation-${made}`,
    companyId: 'company',
    kind: 'contributor',
    connectionId: null,
    via: 'email',
    mail: 'host',
    to: 'dana@northpoint.example',
    language: 'en',
    input: { site: 'Elm Street “Depot”', nested: [1, null] },
    invitedBy: { userId: 'user-1', name: 'Maya' },
    sentAt: '2026-11-24T12:00:00.000Z',
    remindedAt: null,
    stage: 'sent',
    stageAt: '2026-11-24T12:00:00.000Z',
    replacedBy: null,
    reminder: null,
    attempt: `attempt-${made}`,
    purpose: 'purpose',
    ...fields,
  }
}

/**
 * What every invitation log has to do.
 *
 * @param options.isShared Whether several processes can use one log.
 */
export function describeInvitationLog(
  name: string,
  createPlace: () => Promise<InvitationLogPlace>,
  { runs, isShared }: { runs: number; isShared: boolean },
) {
  describe(`${name} keeps the contract of an invitation log:`, () => {
    let place: InvitationLogPlace
    beforeAll(async () => {
      place = await createPlace()
    })
    afterAll(() => place.close())

    test('what is added is found and listed, newest first, by company', async () => {
      const log = await place.open({})
      const [first, second, foreign] = [
        invitationEntry(),
        invitationEntry(),
        invitationEntry({ companyId: 'other' }),
      ]
      for (const entry of [first, second, foreign]) await log.add(entry)
      expect(await log.list('company')).toEqual([second, first])
      expect(await log.list('nobody')).toEqual([])
      expect(await log.find('company', first.invitationId)).toEqual(first)
      expect(await log.find('company', foreign.invitationId)).toBeNull()
      expect(await log.find('other', foreign.invitationId)).toEqual(foreign)
    })

    test('an update changes what it names, in its own company, and only in the stage it expects', async () => {
      const log = await place.open({})
      const entry = invitationEntry()
      await log.add(entry)
      const { invitationId: id } = entry
      expect(await log.update('company', id, { remindedAt: 'then' })).toBe(true)
      expect(await log.update('company', id, { stage: 'opened' }, 'received')).toBe(false)
      expect(await log.update('other', id, { stage: 'opened' })).toBe(false)
      expect(await log.update('company', 'absent', { stage: 'opened' })).toBe(false)
      expect(await log.find('company', id)).toEqual({ ...entry, remindedAt: 'then' })
      expect(await log.update('company', id, { stage: 'opened' }, 'sent')).toBe(true)
      expect(await log.find('company', id)).toEqual({ ...entry, remindedAt: 'then', stage: 'opened' })
      expect(await log.list('other')).toEqual([])
    })

    test('of two that move one stage, one does', async () => {
      const log = await place.open({})
      const entry = invitationEntry()
      await log.add(entry)
      const move = () => log.update('company', entry.invitationId, { stage: 'opened' }, 'sent')
      expect((await Promise.all([move(), move(), move()])).filter(Boolean)).toHaveLength(1)
    })

    test('the oldest go beyond the limit, whatever else is kept', async () => {
      const log = await place.open({ invitationsPerCompany: 3 })
      const entries = Array.from({ length: 5 }, () => invitationEntry())
      const foreign = invitationEntry({ companyId: 'other' })
      await log.add(foreign)
      for (const entry of entries) await log.add(entry)
      expect(await log.list('company')).toEqual(entries.slice(2).reverse())
      expect(await log.find('company', entries[0]?.invitationId ?? '')).toBeNull()
      expect(await log.list('other')).toEqual([foreign])
    })

    test('listeners hear of their company, until they leave', async () => {
      const log = await place.open({})
      const heard: string[] = []
      const leave = log.subscribe('company', () => heard.push('company'))
      log.subscribe('other', () => heard.push('other'))
      const entry = invitationEntry()
      await log.add(entry)
      await until(() => heard.includes('company'))
      heard.length = 0
      await log.update('company', entry.invitationId, { stage: 'opened' })
      await until(() => heard.includes('company'))
      leave()
      heard.length = 0
      await log.add(invitationEntry({ companyId: 'other' }))
      await until(() => heard.includes('other'))
      expect(heard).not.toContain('company')
    })

    test('erasing leaves nothing of the company, and everything of the others', async () => {
      const log = await place.open({})
      const foreign = invitationEntry({ companyId: 'other' })
      const entry = invitationEntry()
      await log.add(entry)
      await log.add(foreign)
      await log.eraseCompany('company')
      await log.eraseCompany('nobody')
      expect(await log.list('company')).toEqual([])
      expect(await log.find('company', entry.invitationId)).toBeNull()
      expect(await log.list('other')).toEqual([foreign])
      await log.add(entry)
      expect(await log.list('company')).toEqual([entry])
    })

    test('whatever the texts are, they come back as they were', async () => {
      const log = await place.open({})
      const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'))
      await fc.assert(
        fc.asyncProperty(text, text, fc.dictionary(text, fc.jsonValue()), async (name, to, input) => {
          const entry = invitationEntry({
            to,
            input: JSON.parse(JSON.stringify(input)),
            invitedBy: { userId: name, name },
          })
          await log.add(entry)
          expect(await log.find('company', entry.invitationId)).toEqual(entry)
        }),
        { numRuns: runs },
      )
    })

    if (!isShared) return
    test('another process sees what this one does, and hears of it', async () => {
      const log = await place.open({})
      const second = await place.openSecond()
      let hints = 0
      second.subscribe('company', () => {
        hints += 1
      })
      const entry = invitationEntry()
      await log.add(entry)
      await until(() => hints > 0)
      expect(await second.list('company')).toEqual([entry])
      expect(await second.update('company', entry.invitationId, { stage: 'received' }, 'sent')).toBe(true)
      expect(await log.update('company', entry.invitationId, { stage: 'received' }, 'sent')).toBe(false)
      expect(await log.find('company', entry.invitationId)).toEqual({ ...entry, stage: 'received' })
    })
  })
}
