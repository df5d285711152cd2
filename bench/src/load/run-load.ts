import { createRedisStore } from '@nectar-connect/server/redis'
import { startRedisServer } from '@nectar-connect/test-kit/redis-server'
import { createEffects } from './effects.ts'
import { findViolations } from './find-violations.ts'
import { makePlan } from './make-plan.ts'
import { createRandom } from './random.ts'
import { createReader } from './reader.ts'
import { sendDeliveries } from './send-deliveries.ts'
import { startServers } from './servers.ts'

export interface LoadOptions {
  deliveries: number
  readers: number
  seed: number
  /** Told of what happens. */
  log?: (text: string) => void
}

export interface LoadReport {
  deliveries: number
  attempts: number
  changes: number
  /** Times that the host's function failed. */
  failures: number
  /** Events for which the host's function went through more than once, as it may after a crash. */
  repeated: number
  /** Times that a reader lost its stream. */
  drops: number
  seconds: number
  /** What must not happen, in words; empty is good. */
  violations: string[]
}

const SERVERS = 3

/**
 * Three servers on one Redis take deliveries that come twice, in any order and again after failures, while readers
 * come and go. One server is killed after a third of them, Redis after two.
 */
export async function runLoad({
  deliveries,
  readers,
  seed,
  log = () => {},
}: LoadOptions): Promise<LoadReport> {
  const random = createRandom(seed)
  const plan = await makePlan(deliveries, random)
  const redis = await startRedisServer()
  const store = createRedisStore({ url: redis.url, timeoutMs: 15_000 })
  const effects = createEffects(redis.url)
  const servers = await startServers(SERVERS, redis.url)
  try {
    const { cursor: from } = await store.readChanges(plan.companies[0] ?? '', null, 1)
    const reading = Array.from({ length: readers }, (_, index) => {
      const companyId = plan.companies[index % plan.companies.length] ?? ''
      return createReader({ companyId, userId: `reader-${index}`, from }, servers.next, random)
    })
    const began = performance.now()
    let restarted: Promise<void> = Promise.resolve()
    const attempts = await sendDeliveries(plan.deliveries, servers.next, (accepted) => {
      if (accepted % 1_000 === 0) log(`${accepted} accepted`)
      if (accepted === Math.floor(deliveries / 3)) {
        log('killing one server')
        servers.killOne()
      }
      if (accepted === Math.floor((2 * deliveries) / 3)) {
        log('restarting Redis')
        restarted = redis.restart()
      }
    })
    await restarted
    const seconds = (performance.now() - began) / 1000
    const told = new Map(
      await Promise.all(
        plan.companies.map(async (id) => {
          const read = await store.readChanges(id, from, deliveries)
          return [id, read.state === 'changes' ? read.changes : []] as const
        }),
      ),
    )
    log('waiting for the readers')
    await Promise.all(
      reading.map((reader) => reader.until(told.get(reader.companyId)?.at(-1)?.cursor ?? from)),
    )
    const happened = await effects.read()
    return {
      deliveries,
      attempts,
      changes: [...told.values()].reduce((sum, changes) => sum + changes.length, 0),
      failures: happened.failures,
      repeated: [...happened.calls.values()].filter((count) => count > 1).length,
      drops: reading.reduce((sum, reader) => sum + reader.drops, 0),
      seconds,
      violations: findViolations(plan, told, reading, happened),
    }
  } finally {
    servers.stop()
    effects.close()
    await store.close()
    await redis.close()
  }
}
