import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createStreaming, opening } from '../testing/deliver.ts'
import { COMPANY, OTHER_COMPANY, OTHER_CONNECTION } from '../testing/fake-nectar.ts'

describe('coming back', () => {
  test('by header or by query: nothing is missing and nothing comes twice', async () => {
    const { open, change } = createStreaming()
    const first = await open()
    await opening(first)
    await change('PENDING')
    const { cursor } = await first.change()
    await first.leave()
    await change('CONNECTED')
    await change('WEBSITE_DOWN')
    const second = await open('/changes', { headers: { 'last-event-id': cursor } })
    const third = await open(`/changes?cursor=${encodeURIComponent(cursor)}`)
    for (const reader of [second, third]) {
      expect(await opening(reader)).toBe(cursor)
      expect((await reader.change()).to).toBe('CONNECTED')
      expect((await reader.change()).to).toBe('WEBSITE_DOWN')
      await reader.leave()
    }
  })

  test('the header is newer than the address', async () => {
    const { open, change } = createStreaming()
    const first = await open()
    const old = await opening(first)
    await change('PENDING')
    const { cursor } = await first.change()
    const reader = await open(`/changes?cursor=${old}`, { headers: { 'last-event-id': cursor } })
    expect(await opening(reader)).toBe(cursor)
    await Promise.all([first.leave(), reader.leave()])
  })

  test('after the server forgot: reset, and on from there', async () => {
    const { open, change } = createStreaming()
    for (const cursor of ['yesterday.12', 'junk', `${'9'.repeat(400)}`]) {
      const reader = await open('/changes', { headers: { 'last-event-id': cursor } })
      expect(await opening(reader, 'reset')).not.toBe(cursor)
      await change(`S-${cursor.length}`)
      expect((await reader.change()).to).toBe(`S-${cursor.length}`)
      await reader.leave()
    }
  })

  test('a reader that is behind what is kept is told to start anew while it reads', async () => {
    const { open, change } = createStreaming({ store: createMemoryStore({ changesPerCompany: 2 }) })
    const reader = await open()
    await opening(reader)
    for (const status of ['A', 'B', 'C', 'D']) await change(status)
    const newest = await opening(reader, 'reset')
    await change('E')
    const next = await reader.change()
    expect([next.from, next.to]).toEqual(['D', 'E'])
    expect(next.cursor).not.toBe(newest)
    await reader.leave()
  })

  test('an erased company starts anew', async () => {
    const { open, change, nectar } = createStreaming()
    const reader = await open()
    await opening(reader)
    await change('PENDING')
    await reader.change()
    await nectar.eraseCompany(COMPANY)
    await opening(reader, 'reset')
    await reader.leave()
  })

  test('random points of leaving and coming back: every change once, in order', async () => {
    const step = fc.constantFrom('change', 'change', 'read', 'read', 'leave', 'elsewhere')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { open, change } = createStreaming()
        let made = 0
        const read: string[] = []
        let reader = await open()
        let cursor = await opening(reader)
        const readOne = async () => {
          const next = await reader.change()
          read.push(next.to)
          cursor = next.cursor
        }
        for (const kind of steps) {
          if (kind === 'change') await change(`S${++made}`)
          if (kind === 'elsewhere') {
            await change(`other-${read.length}-${made}-${Math.random()}`, {
              id: OTHER_CONNECTION,
              company: { id: OTHER_COMPANY },
            })
          }
          if (kind === 'read' && read.length < made) await readOne()
          if (kind === 'leave') {
            await reader.leave()
            reader = await open('/changes', { headers: { 'last-event-id': cursor } })
            expect(await opening(reader)).toBe(cursor)
          }
        }
        while (read.length < made) await readOne()
        expect(read).toEqual(Array.from({ length: made }, (_, index) => `S${index + 1}`))
        await reader.leave()
      }),
      { numRuns: 60 },
    )
  })
})
