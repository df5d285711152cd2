import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim, ClaimToken } from '../../stores/connect-store.ts'
import { CLAIM_MS } from '../../stores/connect-store.ts'
import { changesAfter, record, type Suite, seen, startOf } from './store-suite.ts'

/** What holds whatever happens. */
export function describeRandom({ openStore, advance, now, runs }: Suite) {
  test('random sequences: no event is committed twice, none is lost, no stale claim writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = await openStore()
        const model = createModel()
        const tokens: { token: ClaimToken; at: number }[] = []
        const start = await startOf(store)
        for (const { kind, event, token: index, ms } of steps) {
          const held = tokens[index % Math.max(1, tokens.length)]
          if (kind === 'wait') advance(ms)
          else if (kind === 'claim') {
            const claimed = await store.claim(event.id, event.subject)
            expect(claimed.state).toBe(model.claim(event, claimed, now()))
            if (claimed.state === 'claimed') tokens.push({ token: claimed.token, at: now() })
          } else if (held && kind === 'commit') {
            const observation = seen(held.token.subject, held.token.eventId, 1, held.token.eventId)
            const { state } = await store.commit(held.token, observation)
            expect(state).toBe(model.commit(held.token, now()))
          } else if (held) {
            await store.release(held.token)
            model.release(held.token, now())
          }
        }
        // Whatever was cut short comes again, and is handled in the end.
        advance(CLAIM_MS)
        for (const event of EVENTS) {
          const claimed = await store.claim(event.id, event.subject)
          if (claimed.state === 'claimed') {
            await store.commit(claimed.token, seen(event.subject, event.id, 1, event.id))
          } else expect(claimed.state).toBe('done')
        }
        const histories = await Promise.all(SUBJECTS.map((id) => store.readHistory('company', id, 99)))
        const handled = histories.flatMap(({ changes }) => changes.map(({ eventId }) => eventId))
        expect(handled.sort()).toEqual(EVENTS.map(({ id }) => id).sort())
        const streamed = (await changesAfter(store, start)).map(({ eventId }) => eventId)
        expect(new Set(streamed).size).toBe(streamed.length)
      }),
      { numRuns: runs },
    )
  })

  test('random orders: the same newest status and the same history, each stream a sensible story', async () => {
    const facts = fc.array(
      fc.record({ status: fc.constantFrom('A', 'B', 'C'), moment: fc.nat({ max: 6 }) }),
      { minLength: 1, maxLength: 10 },
    )
    const shuffled = facts.chain((all) => {
      const events = all.map(({ status, moment }, index) => seen('c1', status, moment, `e${index}`))
      return fc.tuple(
        fc.constant([...events].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))),
        fc.shuffledSubarray(events, { minLength: events.length }),
      )
    })
    await fc.assert(
      fc.asyncProperty(shuffled, async ([inOrder, asTheyCame]) => {
        const told: unknown[] = []
        for (const events of [inOrder, asTheyCame]) {
          const store = await openStore()
          const start = await startOf(store)
          for (const event of events) await record(store, event)
          const { changes } = await store.readHistory('company', 'c1', 99)
          told.push([await store.findConnection('c1'), changes.map(({ from, to, at }) => ({ from, to, at }))])
          const stream = await changesAfter(store, start)
          expect(stream.at(-1)?.to).toBe((await store.findConnection('c1'))?.status)
          for (const [index, { from, at }] of stream.entries()) {
            expect(from).toBe(stream[index - 1]?.to ?? null)
            expect(at >= (stream[index - 1]?.at ?? '')).toBe(true)
          }
        }
        expect(told[1]).toEqual(told[0])
      }),
      { numRuns: runs },
    )
  })
}

const SUBJECTS = ['c1', 'c2']
const EVENTS = [
  { id: 'e1', subject: 'c1' },
  { id: 'e2', subject: 'c1' },
  { id: 'e3', subject: 'c2' },
]
const step = fc.record({
  kind: fc.constantFrom('claim', 'claim', 'commit', 'release', 'wait'),
  event: fc.constantFrom(...EVENTS),
  token: fc.nat({ max: 50 }),
  ms: fc.constantFrom(1, CLAIM_MS / 2, CLAIM_MS),
})

/** Claims as they should be, without any store. */
function createModel() {
  const done = new Set<string>()
  const held = new Map<string, { nonce: string; subject: string; endsAt: number }>()
  const isLive = (id: string, time: number) => (held.get(id)?.endsAt ?? 0) > time
  const holds = ({ eventId, nonce }: ClaimToken, time: number) =>
    isLive(eventId, time) && held.get(eventId)?.nonce === nonce
  return {
    claim({ id, subject }: { id: string; subject: string }, given: Claim, time: number) {
      if (done.has(id)) return 'done'
      const isBusy = [...held].some(
        ([other, claim]) => isLive(other, time) && (other === id || claim.subject === subject),
      )
      if (isBusy) return 'busy'
      const nonce = given.state === 'claimed' ? given.token.nonce : ''
      held.set(id, { nonce, subject, endsAt: time + CLAIM_MS })
      return 'claimed'
    },
    commit(token: ClaimToken, time: number) {
      if (!holds(token, time)) return 'lost'
      held.delete(token.eventId)
      done.add(token.eventId)
      return 'committed'
    },
    release(token: ClaimToken, time: number) {
      if (holds(token, time)) held.delete(token.eventId)
    },
  }
}
