import type * as z from 'zod/mini'
import { hostHookError, type Issue, invalidRequest, NectarConnectError } from '../lib/nectar-connect-error.ts'

const MAX_BYTES = 16 * 1024
/** Deeper values overflow the stack of recursive code. */
const MAX_DEPTH = 16
const MAX_ISSUES = 20
const MAX_NAME = 64

/** @throws NectarConnectError `unsupported_media_type`, `payload_too_large`, `invalid_request` */
export async function readJsonBody<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
): Promise<z.output<T>> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') throw new NectarConnectError('unsupported_media_type')
  const value = readJson(await readBytes(request))
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw invalidRequest('', `The body is nested more than ${MAX_DEPTH} levels deep.`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new NectarConnectError('invalid_request', { issues: describeIssues(parsed.error) })
}

/** Refuses a body but an empty one or `{}`, which some wrappers of fetch send. @throws NectarConnectError */
export async function readNoBody(request: Request): Promise<void> {
  const bytes = await readBytes(request)
  if (bytes.length > 0 && JSON.stringify(readJson(bytes)) !== '{}') {
    throw invalidRequest('', 'This route takes no body.')
  }
}

/** Reads how many items are wanted. @throws NectarConnectError `invalid_request` */
export function readLimit(request: Request, standard: number, most: number): number {
  const text = new URL(request.url).searchParams.get('limit')
  if (text === null) return standard
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit >= 1) return Math.min(limit, most)
  throw invalidRequest('limit', `Expected a number from 1 to ${most}.`)
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1))
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw invalidRequest('', 'The body is not JSON in UTF-8.')
  }
}

/** The bytes as they came, and not one too many, whatever the request says of its length. @throws NectarConnectError */
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
    throw invalidRequest('', 'The body broke off.')
  }
}

/** Stands for a body that something consumed before: reading it fails. @param remedy What to change, in sentences. */
export function lostBody(remedy: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      controller.error(
        new NectarConnectError('not_configured', {
          message: `Something parsed the request before it got here, and its bytes are gone. ${remedy}`,
        }),
      )
    },
  })
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

/** What is wrong with a value, in our own words: where, and what was expected, never what was sent. */
export function describeIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap(describeIssue).slice(0, MAX_ISSUES)
}

function describeIssue(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'Unknown field.' }))
  }
  return [{ path: pathOf(issue.path), message: messageOf(issue) }]
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${issue.expected}.`
    case 'invalid_format':
      return issue.format === 'guid' ? 'Expected a uuid.' : `Expected ${issue.format}.`
    case 'invalid_value':
      return `Expected one of ${issue.values.join(', ')}.`
    case 'invalid_union':
      return 'Expected one of the documented forms.'
    default:
      return 'Not accepted.'
  }
}

/** Names of unknown fields come from the sender, so they are cut. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, MAX_NAME)).join('.')
}
