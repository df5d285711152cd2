import { REDIS_SERVER, startRedisServer } from '@nectar-connect/test-kit/redis-server'
import { createClient } from 'redis'
import { expect, test } from 'vitest'
import { describeInvitationLog, invitationEntry } from '../../testing/invitation-log-conformance.ts'
import type { InvitationLog } from '../invitation-log.ts'
import { createRedisInvitationLog } from './redis-invitation-log.ts'

if (REDIS_SERVER === null) {
  test.skip('The invitation log in Redis: skipped, because redis-server is not installed', () => {})
} else {
  describeInvitationLog(
    'The log in Redis',
    async () => {
      const server = await startRedisServer()
      const opened: InvitationLog[] = []
      let places = 0
      const open = async (limits = {}) => {
        const log = createRedisInvitationLog({ url: server.url, prefix: `shared-${places}`, ...limits })
        opened.push(log)
        return log
      }
      const closeAll = async () => {
        for (const log of opened.splice(0)) await log.close()
      }
      return {
        async open(limits) {
          await closeAll()
          places += 1
          return open(limits)
        },
        openSecond: () => open(),
        async close() {
          await closeAll()
          await server.close()
        },
      }
    },
    { runs: 30, isShared: true },
  )

  test('uses a client of the host, and leaves it open', async () => {
    const server = await startRedisServer()
    const client = createClient({ url: server.url })
    await client.connect()
    const log = createRedisInvitationLog({ client })
    const entry = invitationEntry()
    await log.add(entry)
    expect(await log.list('company')).toEqual([entry])
    await log.close()
    expect(await client.ping()).toBe('PONG')
    client.destroy()
    await server.close()
  })

  test('a value that is no JSON does not take the others away', async () => {
    const server = await startRedisServer()
    const client = createClient({ url: server.url })
    await client.connect()
    const log = createRedisInvitationLog({ client, prefix: 'spoilt' })
    const entry = invitationEntry()
    await log.add({ ...entry, invitationId: 'spoilt' })
    await log.add(entry)
    const [entries = ''] = await client.keys('*:entries:company')
    await client.hSet(entries, 'spoilt', '{"to":')
    expect(await log.list('company')).toEqual([entry])
    expect(await log.find('company', 'spoilt')).toBeNull()
    expect(await log.update('company', 'spoilt', { replacedBy: 'x' })).toBe(false)
    client.destroy()
    await server.close()
  })
}
