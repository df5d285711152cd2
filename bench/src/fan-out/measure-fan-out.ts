import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Comparison, compare } from '../measure/compare.ts'
import type { HubName } from './hub.ts'
import { createSocketReaders } from './readers.ts'

export type Transport = 'web' | 'http'

/** Milliseconds until the last reader has a change, those of the hub's processor for it, and bytes of an open stream. */
export interface FanOut {
  time: Comparison
  cpu: Comparison
  memory: Comparison
}

const WARM_UP = 20

/**
 * One change to many open streams, ours and those of `better-sse`, each in a process of its own. `web`: the bodies of
 * responses, read in that process. `http`: Node's server, read over sockets from this process.
 */
export async function measureFanOut(
  transport: Transport,
  { rounds, streams, changes }: { rounds: number; streams: number; changes: number },
): Promise<FanOut> {
  const time = {
    ours: await startHub('nectar-connect', transport),
    theirs: await startHub('better-sse', transport),
  }
  try {
    await Promise.all([time.ours.open(streams), time.theirs.open(streams)])
    return {
      time: await compare(timed(time.ours, changes), timed(time.theirs, changes), rounds),
      cpu: await compare(worked(time.ours, changes), worked(time.theirs, changes), rounds),
      memory: await compare(
        weighed('nectar-connect', transport, streams),
        weighed('better-sse', transport, streams),
        Math.min(rounds, 3),
      ),
    }
  } finally {
    time.ours.stop()
    time.theirs.stop()
  }
}

function timed(hub: HubProcess, changes: number) {
  return {
    name: 'time',
    async round() {
      let ms = 0
      for (let change = 0; change < changes; change += 1) ms += await hub.race()
      return ms / changes
    },
  }
}

function worked(hub: HubProcess, changes: number) {
  return {
    name: 'cpu',
    async round() {
      const began = await hub.ask('cpu')
      for (let change = 0; change < changes; change += 1) await hub.race()
      return ((await hub.ask('cpu')) - began) / 1000 / changes
    },
  }
}

/** A fresh process each time: what was freed does not tell. */
function weighed(name: HubName, transport: Transport, streams: number) {
  return {
    name: 'memory',
    async round() {
      const hub = await startHub(name, transport)
      try {
        await hub.open(WARM_UP)
        const before = await hub.ask('memory')
        await hub.open(streams)
        await hub.race()
        return ((await hub.ask('memory')) - before) / streams
      } finally {
        hub.stop()
      }
    },
  }
}

interface HubProcess {
  ask(command: string, value?: number): Promise<number>
  open(count: number): Promise<unknown>
  race(): Promise<number>
  stop(): void
}

async function startHub(name: HubName, transport: Transport): Promise<HubProcess> {
  const child = fork(fileURLToPath(new URL('./hub-process.ts', import.meta.url)), [name, transport], {
    execArgv: ['--conditions=@nectar-connect/source', '--expose-gc'],
  })
  const readers = createSocketReaders(await answerOf(child))
  const ask = (command: string, value = 0) => {
    const answer = answerOf(child)
    child.send({ command, value })
    return answer
  }
  const isWeb = transport === 'web'
  return {
    ask,
    open: (count) => (isWeb ? ask('open', count) : readers.open(count)),
    race: () => (isWeb ? ask('race') : readers.race(() => ask('publish'))),
    stop: () => child.disconnect(),
  }
}

async function answerOf(child: ChildProcess): Promise<number> {
  const [message] = (await once(child, 'message')) as [{ result: number }]
  return message.result
}
