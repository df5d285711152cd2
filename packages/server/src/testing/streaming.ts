import type { NectarConnectOptions } from '../settings/options.ts'
import { deliver, SECRET, statusEvent } from './deliver.ts'
import { createHarness } from './harness.ts'
import { type EventReader, readEvents } from './read-events.ts'

/** A harness with webhooks whose stream is read. */
export function createStreaming(options: Partial<NectarConnectOptions> = {}) {
  const harness = createHarness({ webhookSecret: SECRET, ...options })
  let second = 0
  return {
    ...harness,
    harness,
    /** The connection gets another status, as a webhook tells it. */
    change: async (status: string, more: Record<string, unknown> = {}) => {
      second += 1
      const time = `10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`
      const response = await deliver(harness, statusEvent(status, time, more))
      if (!response.ok) throw new Error(`The webhook was answered ${response.status}.`)
    },
    open: async (path = '/changes', init?: RequestInit) => readEvents(await harness.get(path, init)),
  }
}

/** Reads what opens a stream. @returns its cursor. */
export async function opening(reader: EventReader, expected = 'ready'): Promise<string> {
  const event = await reader.next()
  if (event?.event !== expected || event.id === null) {
    throw new Error(`Expected ${expected}, got ${JSON.stringify(event)}.`)
  }
  return event.id
}
