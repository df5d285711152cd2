import type { HealthResponse } from '@nectar-connect/contract/wire'
import { Webhook } from 'standardwebhooks'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import { type DoctorContext, formatSpan } from './doctor-context.ts'
import type { NoResponse, ProbeResult } from './probe.ts'
import {
  codeOf,
  describeSetupProblems,
  describeUnexpectedResponder,
  explainProblem,
  isOurs,
} from './probe-host.ts'

/** Not about a connection: the handler acknowledges it, hands it to `onOtherWebhook`, and changes nothing. */
export const TEST_EVENT = 'nectar-connect.doctor'

/** The blanks tell whether the bytes arrive as they were sent. */
const AS_SENT = `{ "type": "${TEST_EVENT}",  "data": {} }`
const REWRITTEN = JSON.stringify(JSON.parse(AS_SENT))

interface ServerFacts {
  health: HealthResponse | null
  /** How far the server's clock is ahead, in milliseconds; null: not known. */
  serverAheadMs: number | null
  nectarAheadMs: number | null
}

/** Posts wrongly and rightly signed webhooks, as Svix does. */
export async function checkWebhooks(context: DoctorContext, facts: ServerFacts): Promise<CheckResult[]> {
  const { options } = context
  const { handlerUrl, webhookSecret } = options
  const skipBoth = (needs: string) => [skip('wrong-signature', needs), skip('right-signature', needs)]
  if (handlerUrl === null || facts.health === null) return skipBoth('Needs a handler that answers.')
  // Nectar's clock, since Svix signs by the right time.
  const post = (secret: string, body: string) =>
    postSigned(context, `${handlerUrl}/webhooks`, secret, body, context.now() + (facts.nectarAheadMs ?? 0))
  if (facts.health.webhooks === 'not_configured' && webhookSecret === null) {
    return skipBoth(
      'Webhooks are not set up: set webhookSecret on your server, and NECTAR_WEBHOOK_SECRET here.',
    )
  }
  const refused = checkRefused(await post(anySecret(), AS_SENT), facts.health, handlerUrl)
  if (webhookSecret === null) return [refused, skip('right-signature', 'Set NECTAR_WEBHOOK_SECRET.')]
  if (createSigner(webhookSecret) === null) {
    return [
      refused,
      fail('right-signature', {
        what: 'NECTAR_WEBHOOK_SECRET is no signing secret.',
        why: 'One is "whsec_" and base64.',
        fix: 'Copy the whole of it from the endpoint in the Svix portal.',
      }),
    ]
  }
  const answer = await post(webhookSecret, AS_SENT)
  if (answer.status === 200) return [refused, pass('right-signature', 'It is accepted, and changes nothing.')]
  const isRewritten =
    codeOf(answer) === 'signature_invalid' && (await post(webhookSecret, REWRITTEN)).status === 200
  return [refused, explainNotAccepted(answer, { ...facts, isRewritten, handlerUrl })]
}

/** Null: it is no signing secret. */
function createSigner(secret: string): Webhook | null {
  try {
    return new Webhook(secret)
  } catch {
    return null
  }
}

function postSigned(
  { ask }: DoctorContext,
  url: string,
  secret: string,
  body: string,
  atMs: number,
): Promise<ProbeResult | NoResponse> {
  const id = `msg_nectar_connect_doctor_${crypto.randomUUID()}`
  const signature = createSigner(secret)?.sign(id, new Date(atMs), body) ?? ''
  return ask(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(atMs / 1000)),
      'svix-signature': signature,
    },
    body,
  })
}

function anySecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))}`
}

function checkRefused(answer: ProbeResult | NoResponse, health: HealthResponse, url: string): CheckResult {
  const code = codeOf(answer)
  if (code === 'signature_invalid') return pass('wrong-signature', 'It is refused (401).')
  if (answer.status !== null && answer.status < 300) {
    return fail('wrong-signature', {
      what: 'It is accepted.',
      why: 'Anybody can tell your server that a connection changed. It is not the handler that answers here.',
      fix: 'Let POST /webhooks reach the handler; it checks signatures and cannot be told not to.',
    })
  }
  return fail('wrong-signature', {
    what: 'It is not refused by the handler.',
    ...explain(answer, code, health, url),
  })
}

function explainNotAccepted(
  answer: ProbeResult | NoResponse,
  facts: ServerFacts & { isRewritten: boolean; handlerUrl: string },
): CheckResult {
  const { health, serverAheadMs, isRewritten, handlerUrl } = facts
  const code = codeOf(answer)
  const what = 'It is not accepted.'
  if (isRewritten) {
    return fail('right-signature', {
      what,
      why: 'Something parses the body and writes it anew before the handler sees it. Signatures are made over the bytes as they came.',
      fix: 'Mount the handler in front of anything that parses bodies.',
    })
  }
  if (code === 'signature_invalid' && serverAheadMs !== null && Math.abs(serverAheadMs) > 290_000) {
    return fail('right-signature', {
      what,
      why: `The clock of your server is ${formatSpan(serverAheadMs)} off, and the time in a signature may be 5 minutes off.`,
      fix: 'Let the server set its clock from a time server (NTP).',
    })
  }
  if (code === 'signature_invalid') {
    return fail('right-signature', {
      what,
      why: 'Your server has another secret than NECTAR_WEBHOOK_SECRET here. Each endpoint in the Svix portal has one of its own.',
      fix: 'Copy the signing secret of the endpoint whose address is this one, and set it in both places. While it is rotated, webhookSecret takes a list.',
    })
  }
  if (code === 'host_error') {
    return fail('right-signature', {
      what,
      why: `"onOtherWebhook" throws when it is told of a type that it does not know (${TEST_EVENT}). Svix repeats such events, and disables the endpoint in the end.`,
      fix: 'Let "onOtherWebhook" return for types that it does not know.',
    })
  }
  return fail('right-signature', { what, ...explain(answer, code, health, handlerUrl) })
}

function explain(
  answer: ProbeResult | NoResponse,
  code: string | null,
  health: HealthResponse | null,
  url: string,
) {
  if (answer.status === null || !isOurs(answer) || code === null)
    return describeUnexpectedResponder(answer, url)
  if (code !== 'not_configured') return explainProblem(answer, code)
  if (health !== null && health.webhooks !== 'not_configured') {
    return {
      why: 'Something parsed the body before the handler could read it. Signatures are made over the bytes as they came.',
      fix: 'Mount the handler in front of anything that parses bodies, such as express.json().',
    }
  }
  // While it is developed, a server says itself whether the secret is missing or is none.
  const [fault] = describeSetupProblems(answer)
  if (fault) {
    return {
      why: `${fault.what} Your server refuses every webhook with 503, so that Svix sends it again.`,
      fix: fault.fix,
    }
  }
  return {
    why: 'Your server has no webhookSecret that it can use. It refuses every webhook with 503, so that Svix sends it again.',
    fix: 'Copy the signing secret (whsec_…) of the endpoint from the Svix portal, and pass createNectarConnect({ webhookSecret: process.env.NECTAR_WEBHOOK_SECRET, … }).',
  }
}
