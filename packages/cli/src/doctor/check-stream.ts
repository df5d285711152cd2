import { check, problem } from '@nectar-connect/contract/wire'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import type { DoctorContext } from './doctor-context.ts'
import { explainNoResponse } from './probe.ts'
import { sectionOf } from './probe-host.ts'

/** The first event is written at once: later than this, something on the way has held it. Milliseconds. */
const LATE_MS = 2_000

/** `GET /changes`: that the first event arrives while the stream is open, which it does not behind a proxy that collects. */
export async function checkStream(context: DoctorContext, isSignedIn: boolean): Promise<CheckResult> {
  const { options, now, streamLimitMs } = context
  const { handlerUrl, headers } = options
  if (handlerUrl === null || !isSignedIn)
    return skip('stream', 'Needs a session that the handler knows (--header).')
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), streamLimitMs)
  const startedAt = now()
  const url = `${handlerUrl}/changes`
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: abort.signal,
      headers: [
        ...headers.map(([name, value]): [string, string] => [name, value]),
        ['accept', 'text/event-stream'],
      ],
    })
    if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
      return notAStream(response.status, await response.text())
    }
    const encoding = response.headers.get('content-encoding')
    const first = await firstEvent(response)
    if (first === null) return buffered('It ended before its first event.', encoding)
    const tookMs = now() - startedAt
    if (tookMs > LATE_MS) return buffered(`The first event took ${(tookMs / 1000).toFixed(1)} s.`, encoding)
    return pass('stream', `The first event came after ${Math.max(tookMs, 1)} ms.`)
  } catch (error) {
    if (abort.signal.aborted) return buffered(`No event came within ${streamLimitMs / 1000} s.`, null)
    return fail('stream', {
      what: 'It broke off.',
      why: explainNoResponse(error, url, streamLimitMs),
      fix: LET_THROUGH,
    })
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

const LET_THROUGH =
  'Let the proxy pass this path unbuffered and uncompressed: "proxy_buffering off" and "gzip off" in nginx, "flushInterval: -1" in Caddy, no compression middleware in front of the handler.'

function buffered(what: string, encoding: string | null): CheckResult {
  return fail('stream', {
    what,
    why: `The handler writes it at once. Something on the way ${encoding === null ? 'collects the answer' : `compresses the answer (${encoding})`} before it passes it on; pages then fall back to asking now and then.`,
    fix: LET_THROUGH,
  })
}

function notAStream(status: number, text: string): CheckResult {
  const code = readCode(text)
  if (code === 'not_implemented') {
    return pass('stream', 'This runtime holds none; pages ask now and then instead.')
  }
  return fail('stream', {
    what: 'There is no stream.',
    why:
      code === null
        ? `Something answers ${status}, and no event stream.`
        : `The handler answers ${status} ${code}.`,
    fix: LET_THROUGH,
    ...(code === null ? {} : { docs: sectionOf(code) }),
  })
}

function readCode(text: string): string | null {
  try {
    return check.readAs(problem, JSON.parse(text))?.code ?? null
  } catch {
    return null
  }
}

async function firstEvent(response: Response): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true })
    if (text.includes('\n\n')) return text
  }
  return null
}
