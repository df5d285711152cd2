import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Held together for a moment, so that they differ.
 *
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0)
      await once(server, 'listening')
      return server
    }),
  )
  const ports = held.map((server) => server.address().port)
  await Promise.all(
    held.map((server) => {
      server.close()
      return once(server, 'close')
    }),
  )
  return ports
}
