import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InvitationEntry } from '../../stores/connect-store.ts'
import { until } from '../test-clock.ts'
import type { Suite } from './store-suite.ts'

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
    prefill: { country: 'DE' },
    input: { site: 'Elm Street “Depot”', nested: [1, null] },
    invitedBy: { userId: 'user-1', name: 'Maya' },
    sentAt: '2026-11-24T12:00:00.000Z',
    remindedAt: null,
    stage: 'sent',
    stageAt: '2026-11-24T12:00:00.000Z',
    shareId: `share-${made}`,
    reminder: null,
    attempt: `attempt-${made}`,
    requestHash: 'requestHash',
    ...fields,
  }
}

/** Invitations that colleagues were sent. */
export function describeInvitations({ openStore, runs }: Suite) {
  test('what is added is found and listed, newest first, by company', async () => {
    const store = await openStore()
    const [first, second, foreign] = [
      invitationEntry(),
      invitationEntry(),
      invitationEntry({ companyId: 'other' }),
    ]
    for (const entry of [first, second, foreign]) await store.addInvitation(entry)
    expect(await store.listInvitations('company')).toEqual([second, first])
    expect(await store.listInvitations('nobody')).toEqual([])
    expect(await store.findInvitation('company', first.invitationId)).toEqual(first)
    expect(await store.findInvitation('company', foreign.invitationId)).toBeNull()
    expect(await store.findInvitation('other', foreign.invitationId)).toEqual(foreign)
  })

  test('an update changes what it names, in its own company, and only in the stage it expects', async () => {
    const store = await openStore()
    const entry = invitationEntry()
    await store.addInvitation(entry)
    const { invitationId: id } = entry
    expect(await store.updateInvitation('company', id, { remindedAt: 'then' })).toBe(true)
    expect(await store.updateInvitation('company', id, { stage: 'opened' }, 'received')).toBe(false)
    expect(await store.updateInvitation('other', id, { stage: 'opened' })).toBe(false)
    expect(await store.updateInvitation('company', 'absent', { stage: 'opened' })).toBe(false)
    expect(await store.findInvitation('company', id)).toEqual({ ...entry, remindedAt: 'then' })
    expect(await store.updateInvitation('company', id, { stage: 'opened' }, 'sent')).toBe(true)
    expect(await store.findInvitation('company', id)).toEqual({
      ...entry,
      remindedAt: 'then',
      stage: 'opened',
    })
    expect(await store.listInvitations('other')).toEqual([])
  })

  test('of two that move one stage, one does', async () => {
    const store = await openStore()
    const entry = invitationEntry()
    await store.addInvitation(entry)
    const move = () => store.updateInvitation('company', entry.invitationId, { stage: 'opened' }, 'sent')
    expect((await Promise.all([move(), move(), move()])).filter(Boolean)).toHaveLength(1)
  })

  test('the oldest go beyond the limit, whatever else is kept', async () => {
    const store = await openStore({ invitationsPerCompany: 3 })
    const entries = Array.from({ length: 5 }, () => invitationEntry())
    const foreign = invitationEntry({ companyId: 'other' })
    await store.addInvitation(foreign)
    for (const entry of entries) await store.addInvitation(entry)
    expect(await store.listInvitations('company')).toEqual(entries.slice(2).reverse())
    expect(await store.findInvitation('company', entries[0]?.invitationId ?? '')).toBeNull()
    expect(await store.listInvitations('other')).toEqual([foreign])
  })

  test('listeners hear of their company, until they leave', async () => {
    const store = await openStore()
    const heard: string[] = []
    const leave = store.subscribe('company', () => heard.push('company'))
    store.subscribe('other', () => heard.push('other'))
    const entry = invitationEntry()
    await store.addInvitation(entry)
    await until(() => heard.includes('company'))
    heard.length = 0
    await store.updateInvitation('company', entry.invitationId, { stage: 'opened' })
    await until(() => heard.includes('company'))
    leave()
    heard.length = 0
    await store.addInvitation(invitationEntry({ companyId: 'other' }))
    await until(() => heard.includes('other'))
    expect(heard).not.toContain('company')
  })

  test('erasing leaves nothing of the company, and everything of the others', async () => {
    const store = await openStore()
    const foreign = invitationEntry({ companyId: 'other' })
    const entry = invitationEntry()
    await store.addInvitation(entry)
    await store.addInvitation(foreign)
    await store.eraseCompany('company')
    await store.eraseCompany('nobody')
    expect(await store.listInvitations('company')).toEqual([])
    expect(await store.findInvitation('company', entry.invitationId)).toBeNull()
    expect(await store.listInvitations('other')).toEqual([foreign])
    await store.addInvitation(entry)
    expect(await store.listInvitations('company')).toEqual([entry])
  })

  test('whatever the texts are, they come back as they were', async () => {
    const store = await openStore()
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'))
    await fc.assert(
      fc.asyncProperty(text, text, fc.dictionary(text, fc.jsonValue()), async (name, to, input) => {
        const entry = invitationEntry({
          to,
          input: JSON.parse(JSON.stringify(input)),
          invitedBy: { userId: name, name },
        })
        await store.addInvitation(entry)
        expect(await store.findInvitation('company', entry.invitationId)).toEqual(entry)
      }),
      { numRuns: runs },
    )
  })
}
