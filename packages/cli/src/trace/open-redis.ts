import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InvitationEntry } from '@nectar-connect/server'
import { HANDLED_KEPT_MS, type Recorded, type StoredObservation } from './recorded.ts'

const TIMEOUT_MS = 5_000
const AT_ONCE = '500'

/**
 * What `createRedisStore` wrote, read only.
 *
 * @throws Error when the package `redis` is not installed, or there is no Redis.
 */
export async function openRedis(
  { url, prefix }: { url: string; prefix: string },
  cwd: string,
): Promise<Recorded> {
  const { createClient } = await importRedis(cwd)
  const client = createClient({ url, socket: { connectTimeout: TIMEOUT_MS, reconnectStrategy: false } })
  // A connection that breaks fails the command that waits for it.
  client.on('error', () => {})
  await client.connect()
  const key = (...parts: string[]) => [`{${prefix}}`, ...parts].join(':')
  const send = (...args: string[]) => client.sendCommand(args) as Promise<unknown>

  /** All that a scan answers: keys, the members of one, or its fields. */
  async function* scan(
    command: 'SCAN' | 'ZSCAN' | 'HSCAN',
    ofKey: string[],
    pattern: string,
  ): AsyncGenerator<string> {
    let cursor = '0'
    do {
      const reply = (await send(command, ...ofKey, cursor, 'MATCH', pattern, 'COUNT', AT_ONCE)) as [
        string,
        string[],
      ]
      cursor = String(reply[0])
      // Members come with their scores, fields with their values.
      const step = command === 'SCAN' ? 1 : 2
      for (let index = 0; index < reply[1].length; index += step) yield String(reply[1][index])
    } while (cursor !== '0')
  }

  return {
    async ofConnection(connectionId) {
      const companyId = await send('HGET', key('owners'), connectionId)
      if (typeof companyId !== 'string') return []
      const range = [`[${connectionId} `, `(${connectionId}!`]
      return ((await send('ZRANGEBYLEX', key('seen', companyId), ...range)) as string[]).map(readMember)
    },
    async ofEvent(eventId) {
      const observations: StoredObservation[] = []
      // Ids may hold what a pattern takes for something else, and JSON writes otherwise.
      const pattern = `*${eventId.replaceAll(/[^\w.-]+/g, '*')}*`
      for await (const seen of scan('SCAN', [], key('seen', '*'))) {
        for await (const member of scan('ZSCAN', [seen], pattern)) {
          const observation = readMember(member)
          if (observation.eventId === eventId) observations.push(observation)
        }
      }
      const until = await send('ZSCORE', key('handled'), eventId)
      return { observations, handledAt: until === null ? null : Number(until) - HANDLED_KEPT_MS }
    },
    async ofInvitation(invitationId) {
      for await (const entries of scan('SCAN', [], key('shared', 'entries', '*'))) {
        const entry = await send('HGET', entries, invitationId)
        if (typeof entry === 'string') return JSON.parse(entry) as InvitationEntry
      }
      return null
    },
    async reconnectsOf(connectionId) {
      const found: InvitationEntry[] = []
      for await (const entries of scan('SCAN', [], key('shared', 'entries', '*'))) {
        for await (const invitationId of scan('HSCAN', [entries], '*')) {
          const entry = JSON.parse(String(await send('HGET', entries, invitationId))) as InvitationEntry
          if (entry.connectionId === connectionId) found.push(entry)
        }
      }
      return found.sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1))
    },
    async close() {
      client.destroy()
    },
  }
}

/** Beside this package, or where the host has it: `npx` runs this from a folder of its own. */
async function importRedis(cwd: string): Promise<typeof import('redis')> {
  try {
    return await import('redis')
  } catch {
    const { default: redis } = await import(pathToFileURL(findRedis(cwd)).href)
    return redis
  }
}

function findRedis(cwd: string): string {
  try {
    return createRequire(path.join(cwd, 'package.json')).resolve('redis')
  } catch {
    throw new Error(`the package redis is not installed in ${cwd}. Run this in the folder of your app.`)
  }
}

/** A member is the connection, the order, and the observation. */
function readMember(member: string): StoredObservation {
  return JSON.parse(member.slice(member.indexOf('{'))) as StoredObservation
}
