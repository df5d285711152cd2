import { createMemoryStore, createNectarConnect } from '@nectar-connect/server'
import { Webhook } from 'standardwebhooks'
import { type Comparison, compare } from '../measure/compare.ts'
import { cpuMicrosecondsSince } from '../measure/cpu.ts'
import { silentLogger } from '../silent-logger.ts'
import { COMPANY_IDS, SECRET, type SignedDelivery, signDeliveries } from './deliveries.ts'

/** Few enough that making them does not fill the memory of what is measured. */
const BATCH = 50

/** What the intake is compared with. */
export type BareIntake = 'bare route' | 'standardwebhooks'

/**
 * Taking a delivery in (verify, claim, commit, publish; memory log), from its request to its response, against a route
 * that only verifies it, or against the verification alone. Both get the same bytes in each round.
 *
 * @returns microseconds of the processor per delivery, those of collecting garbage included.
 */
export async function measureIntake(
  against: BareIntake,
  rounds: number,
  perRound: number,
): Promise<Comparison> {
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
  const takeBy = (route: (request: Request) => Promise<Response>) => async (deliveries: SignedDelivery[]) => {
    // Made beforehand: whatever serves the handler has done so.
    const requests = deliveries.map(
      ({ headers, body }) =>
        new Request('http://localhost/api/nectar/webhooks', {
          method: 'POST',
          headers,
          body: new Uint8Array(body),
        }),
    )
    const began = process.cpuUsage()
    for (const request of requests) {
      const { status } = await route(request)
      if (status !== 200) throw new Error(`A delivery was answered ${status}.`)
    }
    return cpuMicrosecondsSince(began)
  }
  const bareRoute = async (request: Request) => {
    bare.verify(await request.text(), Object.fromEntries(request.headers))
    return new Response()
  }

  const verify = async (deliveries: SignedDelivery[]) => {
    const began = process.cpuUsage()
    for (const { headers, body } of deliveries) bare.verify(body, headers)
    return cpuMicrosecondsSince(began)
  }

  const contestant = (name: string, take: (deliveries: SignedDelivery[]) => Promise<number>) => {
    let taken = 0
    return {
      name,
      async round() {
        let microseconds = 0
        for (const end = taken + perRound; taken < end; taken += BATCH)
          microseconds += await take(signDeliveries(taken, BATCH))
        return microseconds / perRound
      },
    }
  }
  const comparison = await compare(
    contestant('intake', takeBy(nectar.handler)),
    contestant(against, against === 'bare route' ? takeBy(bareRoute) : verify),
    rounds,
  )
  if (published !== (rounds + 1) * perRound) throw new Error('Not every delivery made a change.')
  return comparison
}
