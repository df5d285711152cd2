import type * as z from 'zod/mini'
import { hostHookError } from '../lib/host-hook-error.ts'
import { joinBytes } from '../lib/join-bytes.ts'
import { type Issue, NectarConnectError } from '../lib/nectar-connect-error.ts'
import { describeIssues } from './describe-issues.ts'

const MAX_BYTES = 16 * 1024
/** Deeper values overflow the stack of recursive code. */
const MAX_DEPTH = 16

/**
 * The JSON body, parsed.
 *
 * @throws NectarConnectError `unsupported_media_type`, `payload_too_large`, `invalid_request`
 */
export async function readJsonBody<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
): Promise<z.output<T>> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') throw new NectarConnectError('unsupported_media_type')
  const value = readJson(await readBytes(request))
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw refuse([{ path: '', message: `The body is nested more than ${MAX_DEPTH} levels deep.` }])
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw refuse(describeIssues(parsed.error.issues))
}

/**
 * Refuses a body, except an empty one and `{}`, which some fetch wrappers send on their own.
 *
 * @throws NectarConnectError `payload_too_large`, `invalid_request`
 */
export async function readNoBody(request: Request): Promise<void> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return
  const value = readJson(bytes)
  const isEmptyObject =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  if (!isEmptyObject) throw refuse([{ path: '', message: 'This route takes no body.' }])
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1))
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse([{ path: '', message: 'The body is not JSON in UTF-8.' }])
  }
}

/**
 * The bytes as they came. Stops at the first byte too many, whatever the request says of its length.
 *
 * @throws NectarConnectError `payload_too_large`, `invalid_request`, `host_error`
 */
export async function readBytes(request: Request, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  if (request.bodyUsed || request.body?.locked) {
    throw hostHookError(
      'The body was read before it got here. In "authorize", read request.clone(); in front of the handler, do not parse bodies.',
    )
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new NectarConnectError('payload_too_large')
  }
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await readChunk(reader)
    if (done) return chunks.length === 1 && chunks[0] ? chunks[0] : joinBytes(chunks)
    length += value.length
    if (length > maxBytes) {
      // Not awaited: the sender may ignore it.
      reader.cancel().catch(() => {})
      throw new NectarConnectError('payload_too_large')
    }
    chunks.push(value)
  }
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch (cause) {
    if (NectarConnectError.isInstance(cause)) throw cause
    throw refuse([{ path: '', message: 'The body broke off.' }])
  }
}

function refuse(issues: Issue[]) {
  return new NectarConnectError('invalid_request', { issues })
}
