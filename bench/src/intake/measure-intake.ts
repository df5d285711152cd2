import { createMemoryStore, createNectarConnect } from '@nectar-connect/server'
import { Webhook } from 'standardwebhooks'
import { type Comparison, compare } from '../measure/compare.ts'
import { silentLogger } from '../silent-logger.ts'
import { COMPANY_IDS, SECRET, type SignedDelivery, signDeliveries } from './deliveries.ts'

/** Few enough that making them does not fill the memory of what is measured. */
const BATCH = 50

/**
 * Taking a delivery in (verify, claim, commit, publish; memory log) against nothing but its verification. Both get the
 * same bytes in each round; ours gets the request that they came in, and makes the response.
 *
 * @returns microseconds per delivery.
 */
export async function measureIntake(rounds: number, perRound: number): Promise<Comparison> {
  const store = createMemoryStore()
  const nectar = createNectarConnect({
    apiKey: 'bench-key',
    authorize: () => null,
    webhookSecret: SECRET,
    store,
    logger: silentLogger,
  })
  let published = 0
  for (const companyId of COMPANY_IDS) {
    store.subscribe(companyId, () => {
      published += 1
    })
  }
  const bare = new Webhook(SECRET)
  const takeIn = async (deliveries: SignedDelivery[]) => {
    // Made beforehand: whatever serves the handler has done so.
    const requests = deliveries.map(
      ({ headers, body }) =>
        new Request('http://localhost/api/nectar/webhooks', {
          method: 'POST',
          headers,
          body: new Uint8Array(body),
        }),
    )
    const began = performance.now()
    for (const request of requests) {
      const { status } = await nectar.handler(request)
      if (status !== 200) throw new Error(`A delivery was answered ${status}.`)
    }
    return performance.now() - began
  }

  const verify = async (deliveries: SignedDelivery[]) => {
    const began = performance.now()
    for (const { headers, body } of deliveries) bare.verify(body, headers)
    return performance.now() - began
  }

  const contestant = (name: string, take: (deliveries: SignedDelivery[]) => Promise<number>) => {
    let taken = 0
    return {
      name,
      async round() {
        let ms = 0
        for (const end = taken + perRound; taken < end; taken += BATCH)
          ms += await take(signDeliveries(taken, BATCH))
        return (ms * 1000) / perRound
      },
    }
  }
  const comparison = await compare(
    contestant('intake', takeIn),
    contestant('standardwebhooks', verify),
    rounds,
  )
  if (published !== (rounds + 1) * perRound) throw new Error('Not every delivery made a change.')
  return comparison
}
