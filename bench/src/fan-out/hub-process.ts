import { setTimeout as sleep } from 'node:timers/promises'
import { cpuMicrosecondsSince } from '../measure/cpu.ts'
import { createHub, type HubName, listen } from './hub.ts'
import { createWebReaders } from './readers.ts'

/** One hub in a process of its own, so that its memory and nothing else is measured. Steered by messages. */
const [name, transport] = process.argv.slice(2)
const hub = createHub(name as HubName)
const readers = createWebReaders(hub)
let published = 0

const publish = () => {
  published += 1
  return hub.publish(published)
}

/** Bytes in use once garbage is gone. */
async function memory(): Promise<number> {
  for (let turn = 0; turn < 4; turn += 1) {
    globalThis.gc?.()
    await sleep(50)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const commands: Record<string, (value: number) => Promise<unknown>> = {
  open: (count) => readers.open(count),
  race: () => readers.race(publish),
  publish,
  memory,
  cpu: async () => cpuMicrosecondsSince({ user: 0, system: 0 }),
}

process.on('message', async ({ command, value }: { command: string; value: number }) => {
  process.send?.({ result: await commands[command]?.(value) })
})
process.on('disconnect', () => process.exit())
process.send?.({ result: transport === 'http' ? await listen(hub) : 0 })
