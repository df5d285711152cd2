import { shareOnce } from '../lib/share-once.ts'

/** Bytes that are made when they are asked for. */
export interface ChunkSource {
  /** The next piece, which is shared; null at the end. One call at a time. @throws Error when it was broken off. */
  next(): Promise<Uint8Array | null>
  /** Nobody wants more: the reader is gone, or has handed over all of it. */
  cancel(): void
  /** Called when it is broken off; set by whoever reads. */
  onBroken: (error: Error) => void
}

const known = shareOnce('chunkSources', () => new WeakMap<ReadableStream<Uint8Array>, ChunkSource>())

/** The pieces as the body of a response. Nothing is made before it is asked for. */
export function toReadableStream(pieces: ChunkSource): ReadableStream<Uint8Array> {
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        pieces.onBroken = (error) => controller.error(error)
      },
      async pull(controller) {
        const bytes = await pieces.next()
        // A copy: some runtimes take the bytes away from whoever hands them over.
        if (bytes !== null) return controller.enqueue(bytes.slice())
        controller.close()
        pieces.cancel()
      },
      cancel: pieces.cancel,
    },
    { highWaterMark: 0 },
  )
  known.set(body, pieces)
  return body
}

/**
 * What a body was made of: a stream takes more memory than all the rest. Undefined: it was not made here, or is being read.
 */
export function getChunkSource(body: ReadableStream<Uint8Array>): ChunkSource | undefined {
  return body.locked ? undefined : known.get(body)
}

/** The pieces of any body. */
export function readChunks(body: ReadableStream<Uint8Array>): ChunkSource {
  const reader = body.getReader()
  return {
    async next() {
      const { done, value } = await reader.read()
      return done ? null : value
    },
    cancel() {
      reader.cancel().catch(() => {})
    },
    onBroken() {},
  }
}
