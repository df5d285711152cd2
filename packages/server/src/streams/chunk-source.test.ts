import { expect, test } from 'vitest'
import { type ChunkSource, getChunkSource, readChunks, toReadableStream } from './chunk-source.ts'

function createPieces(...pieces: Uint8Array[]): ChunkSource & { canceled: number } {
  const made = {
    canceled: 0,
    next: async () => pieces.shift() ?? null,
    cancel: () => {
      made.canceled += 1
    },
    onBroken: (_: Error) => {},
  }
  return made
}

test('a body gives the pieces, as copies that may be taken away', async () => {
  const shared = new Uint8Array([1, 2, 3])
  const reader = toReadableStream(createPieces(shared)).getReader()
  const { value } = await reader.read()
  expect(value).toEqual(shared)
  expect(value).not.toBe(shared)
  expect(value?.buffer).not.toBe(shared.buffer)
  expect((await reader.read()).done).toBe(true)
})

test('a body that breaks off fails its reader, and one that is canceled cancels the pieces', async () => {
  const broken = createPieces(new Uint8Array([1]))
  const reader = toReadableStream(broken).getReader()
  broken.onBroken(new Error('too slow'))
  await expect(reader.read()).rejects.toThrow('too slow')
  const left = createPieces()
  await toReadableStream(left).cancel()
  expect(left.canceled).toBe(1)
})

test('the pieces of a body are found in a response too, unless somebody reads it already', () => {
  const pieces = createPieces()
  const { body } = new Response(toReadableStream(pieces))
  if (body === null) throw new Error('There is no body.')
  expect(getChunkSource(body)).toBe(pieces)
  body.getReader()
  expect(getChunkSource(body)).toBeUndefined()
  expect(getChunkSource(new ReadableStream())).toBeUndefined()
})

test('any body can be read in pieces', async () => {
  const pieces = readChunks(new Blob(['abc']).stream())
  expect(new TextDecoder().decode((await pieces.next()) ?? undefined)).toBe('abc')
  expect(await pieces.next()).toBeNull()
})
