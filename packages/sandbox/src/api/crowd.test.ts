import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCrowd, quickest } from '../testing/crowd.ts'

type Crowd = Awaited<ReturnType<typeof createCrowd>>

const TIMES = 60
/** What a hundred thousand connections may cost, compared with five hundred. */
const FACTOR = 2
/** A timer cannot tell less than this from nothing, in milliseconds. */
const NOTHING_MS = 0.3

describe('200 companies with 500 connections each', () => {
  let one: Crowd
  let many: Crowd
  beforeAll(async () => {
    one = await createCrowd(1)
    many = await createCrowd(200)
  })
  afterAll(() => {
    one.close()
    many.close()
  })

  test('are seeded within ten seconds of the processor’s time', () => {
    expect(many.seedMs).toBeLessThan(10_000)
  })

  test.each([
    'a page of connections',
    'one connection',
    'one company',
    'a new invitation',
    'the hosted page',
    'a status and its webhooks',
  ] as const)('%s costs about as much as with one company', async (name) => {
    await quickest(one.operations[name], TIMES)
    await quickest(many.operations[name], TIMES)
    const alone = await quickest(one.operations[name], TIMES)
    const crowded = await quickest(many.operations[name], TIMES)
    expect(crowded).toBeLessThan(alone * FACTOR + NOTHING_MS)
  })
})
