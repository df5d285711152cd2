import { afterEach, expect, test, vi } from 'vitest'
import { systemTimers } from '../lib/with-deadline.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createNectarConnectWith } from './create-nectar-connect.ts'

afterEach(() => vi.unstubAllEnvs())

function createProcess() {
  const place = {}
  const warned: string[] = []
  const logger = { debug() {}, info() {}, error() {}, warn: (text: string) => void warned.push(text) }
  const start = async (options: Partial<NectarConnectOptions> = {}) => {
    const nectar = createNectarConnectWith(
      { apiKey: 'k', authorize: () => null, logger, ...options },
      systemTimers,
      place,
    )
    await nectar.handler(new Request('http://localhost/api/nectar/health'))
    return nectar
  }
  return { start, warned }
}

test('a second one in memory is told of once, and with the way out', async () => {
  const { start, warned } = createProcess()
  await start()
  expect(warned).toEqual([])
  for (let count = 0; count < 3; count += 1) await start()
  expect(warned).toEqual([expect.stringContaining('oncePerProcess')])
})

test('one that was closed, or that keeps its changes elsewhere, does not count', async () => {
  const { start, warned } = createProcess()
  await (await start()).close()
  await start()
  await start({ store: createMemoryStore() })
  expect(warned).toEqual([])
})

test('one of several processes is told of', async () => {
  vi.stubEnv('NODE_APP_INSTANCE', '1')
  const { start, warned } = createProcess()
  await start()
  expect(warned).toEqual([expect.stringContaining('This process is one of several')])
})

test('a worker of a cluster is one of several', async () => {
  const cluster = await import('node:cluster')
  const was = cluster.default.isWorker
  Object.assign(cluster.default, { isWorker: true })
  try {
    const { start, warned } = createProcess()
    await start()
    expect(warned).toEqual([expect.stringContaining('This process is one of several')])
  } finally {
    Object.assign(cluster.default, { isWorker: was })
  }
})
