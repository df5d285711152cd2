import { once } from 'node:events'
import { connect } from 'node:net'
import type { Hub } from './hub.ts'

/** Many readers, who are counted as pieces reach them. */
export interface Readers {
  /** Opens that many more; resolves once each got its first piece. */
  open(count: number): Promise<void>
  /** Does something that sends one piece to each of them. @returns milliseconds until the last one has it. */
  race(send: () => Promise<unknown>): Promise<number>
}

/** Readers in this process, each of a response's web stream. */
export function createWebReaders(hub: Hub): Readers {
  return createReaders(async (user, onPiece) => {
    const { body } = await hub.open(user)
    if (body === null) throw new Error('The answer has no body.')
    const reader = body.getReader()
    const readOn = async () => {
      while (!(await reader.read()).done) onPiece()
    }
    readOn().catch(() => {})
  })
}

/** Readers with a socket each. */
export function createSocketReaders(port: number): Readers {
  return createReaders(async (user, onPiece) => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    // The head of the response may come alone or with the first event.
    let isOpen = false
    socket.on('data', (bytes) => {
      if (!isOpen && !bytes.includes('\n\n')) return
      isOpen = true
      onPiece()
    })
    socket.on('error', () => {})
    socket.write(`GET /api/nectar/changes HTTP/1.1\r\nhost: localhost\r\ncookie: ${user}\r\n\r\n`)
  })
}

function createReaders(openOne: (user: string, onPiece: () => void) => Promise<void>): Readers {
  let opened = 0
  let missing = 0
  let onAll = () => {}
  const awaitAll = (count: number) =>
    new Promise<void>((resolve) => {
      missing = count
      onAll = resolve
    })
  const onPiece = () => {
    missing -= 1
    if (missing === 0) onAll()
  }
  return {
    async open(count) {
      const all = awaitAll(count)
      for (let index = 0; index < count; index += 1) {
        opened += 1
        await openOne(`user-${opened}`, onPiece)
      }
      await all
    },
    async race(send) {
      const all = awaitAll(opened)
      const began = performance.now()
      await send()
      await all
      return performance.now() - began
    },
  }
}
