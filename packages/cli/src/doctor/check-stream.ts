import { type CheckContext, type Finding, fail, pass } from './check.ts'
import { explainAnswer, problemOf } from './check-handler.ts'
import { explainNoResponse } from './probe.ts'

/** The first event is written at once: later than this, something on the way has held it. Milliseconds. */
const LATE_MS = 2_000

const LET_THROUGH =
  'Let the proxy pass this path unbuffered and uncompressed: "proxy_buffering off" and "gzip off" in nginx, "flushInterval: -1" in Caddy, no compression middleware in front of the handler.'

/** `GET /changes`: that the first event arrives while the stream is open, which it does not behind a proxy that collects. */
export async function checkStream(context: CheckContext<'handlerUrl'>): Promise<Finding> {
  const { options, ask, now, streamLimitMs } = context
  const url = `${options.handlerUrl}/changes`
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), streamLimitMs)
  const startedAt = now()
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: abort.signal,
      headers: [...options.headers, ['accept', 'text/event-stream']],
    })
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      const answer = await ask(url, { headers: options.headers })
      if (problemOf(answer)?.code === 'not_implemented') {
        return pass('This runtime holds none; pages ask now and then instead.')
      }
      return fail({ what: 'There is no stream.', ...explainAnswer(answer, url) })
    }
    const hasStarted = (await response.body?.getReader().read())?.done === false
    const tookMs = now() - startedAt
    if (hasStarted && tookMs <= LATE_MS) return pass(`The first event came after ${Math.max(tookMs, 1)} ms.`)
    const what = hasStarted
      ? `The first event took ${(tookMs / 1000).toFixed(1)} s.`
      : 'It ended before its first event.'
    return describeBuffered(what, response.headers.get('content-encoding'))
  } catch (error) {
    if (abort.signal.aborted) return describeBuffered(`No event came within ${streamLimitMs / 1000} s.`, null)
    const why = explainNoResponse(error, url, streamLimitMs)
    return fail({ what: 'It broke off.', why, fix: LET_THROUGH })
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

function describeBuffered(what: string, encoding: string | null): Finding {
  const does = encoding === null ? 'collects the answer' : `compresses the answer (${encoding})`
  const why = `The handler writes it at once. Something on the way ${does} before it passes it on; pages then fall back to asking now and then.`
  return fail({ what, why, fix: LET_THROUGH })
}
