import { parseArgs } from 'node:util'
import { measureConnections } from './connections/measure-connections.ts'
import { measureFanOut } from './fan-out/measure-fan-out.ts'
import { measureIntake } from './intake/measure-intake.ts'
import { measureInvitation } from './invitation/measure-invitation.ts'
import type { Comparison } from './measure/compare.ts'
import { measureStart, measureWorker } from './start/measure-start.ts'

/** One line of the report. `advantage` is theirs by ours: above 1, ours costs less. */
interface Line extends Comparison {
  name: string
  against: string
  unit: string
  /** The advantage that we want at least; null for what is told beside it. */
  aim: number | null
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    streams: { type: 'string', default: '1000' },
  },
})
/** Bytes, minified and compressed. */
const WORKER_LIMIT = 50_000
const [rounds, streams] = [Number(values.rounds), Number(values.streams)]

async function* measure(): AsyncGenerator<Line> {
  for (const against of ['bare route', 'standardwebhooks'] as const) {
    const aim = against === 'bare route' ? 0.8 : null
    const intake = await measureIntake(against, rounds, 4_000)
    yield { name: 'webhook intake', against, unit: 'µs', aim, ...intake }
  }
  for (const transport of ['web', 'http'] as const) {
    const { time, cpu, memory } = await measureFanOut(transport, { rounds, streams, changes: 20 })
    const against = 'better-sse'
    yield { name: `fan-out, ${transport}`, against, unit: 'ms', aim: 1, ...time }
    if (transport === 'http')
      yield { name: 'fan-out, http, processor', against, unit: 'ms', aim: 1.1, ...cpu }
    yield { name: `memory of a stream, ${transport}`, against, unit: 'B', aim: 1, ...memory }
  }
  const start = await measureStart(rounds)
  yield {
    name: 'import, processor',
    against: 'hono + standardwebhooks + zod',
    unit: 'ms',
    aim: 0.9,
    ...start,
  }
  const bytes = await measureWorker()
  const limit = { ours: bytes, theirs: WORKER_LIMIT, advantage: WORKER_LIMIT / bytes }
  yield { name: 'bundle of a Worker', against: 'our limit', unit: 'B', aim: 1, ...limit }
  const list = await measureConnections(1_000, { rounds, perRound: 10 })
  yield { name: '1,000 connections, processor', against: 'bare proxy', unit: 'ms', aim: 0.4, ...list }
  for (const against of ['bare proxy', 'checking proxy'] as const) {
    const aim = against === 'bare proxy' ? 0.8 : 1
    const invitation = await measureInvitation(against, { delayMs: 0, rounds, perRound: 400 })
    yield { name: 'invitation, processor', against, unit: 'ms', aim, ...invitation }
  }
  const slow = await measureInvitation('bare proxy', { delayMs: 20, rounds, perRound: 50 })
  yield { name: 'invitation, upstream of 20 ms', against: 'bare proxy', unit: 'ms', aim: 0.9, ...slow }
}

const AMOUNT = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

const lines: Line[] = []
for await (const line of measure()) {
  lines.push(line)
  if (!values.json) console.log(print(line))
}
if (values.json) console.log(JSON.stringify({ node: process.version, rounds, streams, lines }, null, 2))

function print({ name, against, unit, ours, theirs, advantage, aim }: Line) {
  const verdict = aim === null ? '' : `(aim ${aim}: ${advantage >= aim ? 'met' : 'missed'})`
  const costs = `${AMOUNT.format(ours)} ${unit} against ${AMOUNT.format(theirs)} ${unit} of ${against}`
  return `${name.padEnd(30)} ${advantage.toFixed(2)} ${verdict.padEnd(18)} ${costs}`
}
