import { Webhook } from 'standardwebhooks'
import { type CheckContext, type Finding, fail, pass, skip } from './check.ts'
import { explainAnswer, problemOf, readHealth, setupProblemsOf } from './check-handler.ts'
import { nectarAheadMs } from './check-nectar.ts'
import { aheadMs, formatSpan, type ProbeResult } from './probe.ts'

/** Not about a connection: the handler acknowledges it, hands it to `onOtherWebhook`, and changes nothing. */
const TEST_EVENT = 'nectar-connect.doctor'

/** The blanks tell whether the bytes arrive as they were sent. */
const AS_SENT = `{ "type": "${TEST_EVENT}",  "data": {} }`
const REWRITTEN = JSON.stringify(JSON.parse(AS_SENT))

/** A server whose clock is further off refuses every webhook, with some seconds to spare. Milliseconds. */
const CLOCK_LIMIT_MS = 290_000

export async function checkWrongSignature(context: CheckContext<'handlerUrl'>): Promise<Finding> {
  const health = await readHealth(context)
  if (health?.webhooks === 'not_configured' && context.options.webhookSecret === null) {
    return skip('Webhooks are not set up: set webhookSecret on your server, and NECTAR_WEBHOOK_SECRET here.')
  }
  const secret = `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))}`
  const answer = await post(context, new Webhook(secret), AS_SENT)
  if (problemOf(answer)?.code === 'signature_invalid') return pass('It is refused (401).')
  if (answer.status >= 200 && answer.status < 300) {
    return fail({
      what: 'It is accepted.',
      why: 'Anybody can tell your server that a connection changed. It is not the handler that answers here.',
      fix: 'Let POST /webhooks reach the handler; it checks signatures and cannot be told not to.',
    })
  }
  return fail({ what: 'It is not refused by the handler.', ...(await explainOtherAnswer(context, answer)) })
}

export async function checkRightSignature(
  context: CheckContext<'handlerUrl' | 'webhookSecret'>,
): Promise<Finding> {
  let signer: Webhook
  try {
    signer = new Webhook(context.options.webhookSecret)
  } catch {
    return fail({
      what: 'NECTAR_WEBHOOK_SECRET is no signing secret.',
      why: 'One is "whsec_" and base64.',
      fix: 'Copy the whole of it from the endpoint in the Svix portal.',
    })
  }
  const answer = await post(context, signer, AS_SENT)
  if (answer.status === 200) return pass('It is accepted, and changes nothing.')
  const what = 'It is not accepted.'
  const code = problemOf(answer)?.code
  if (code === 'signature_invalid') {
    if ((await post(context, signer, REWRITTEN)).status === 200) return fail({ what, ...BODY_REWRITTEN })
    const ahead = aheadMs(answer)
    const offMs = ahead === null ? 0 : ahead - ((await nectarAheadMs(context)) ?? 0)
    return fail({ what, ...(Math.abs(offMs) > CLOCK_LIMIT_MS ? describeClock(offMs) : OTHER_SECRET) })
  }
  if (code === 'host_error') return fail({ what, ...HOST_THROWS })
  return fail({ what, ...(await explainOtherAnswer(context, answer)) })
}

/** Posts a webhook as Svix does, at the time of Nectar's clock. */
async function post(
  context: CheckContext<'handlerUrl'>,
  signer: Webhook,
  body: string,
): Promise<ProbeResult> {
  const at = new Date(context.now() + ((await nectarAheadMs(context)) ?? 0))
  const id = `msg_nectar_connect_doctor_${crypto.randomUUID()}`
  return context.ask(`${context.options.handlerUrl}/webhooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
      'svix-signature': signer.sign(id, at, body),
    },
    body,
  })
}

const BODY_REWRITTEN = {
  why: 'Something parses the body and writes it anew before the handler sees it. Signatures are made over the bytes as they came.',
  fix: 'Mount the handler in front of anything that parses bodies.',
}
const OTHER_SECRET = {
  why: 'Your server has another secret than NECTAR_WEBHOOK_SECRET here. Each endpoint in the Svix portal has one of its own.',
  fix: 'Copy the signing secret of the endpoint whose address is this one, and set it in both places. While it is rotated, webhookSecret takes a list.',
}
const HOST_THROWS = {
  why: `"onOtherWebhook" throws when it is told of a type that it does not know (${TEST_EVENT}). Svix repeats such events, and disables the endpoint in the end.`,
  fix: 'Let "onOtherWebhook" return for types that it does not know.',
}

function describeClock(offMs: number) {
  return {
    why: `The clock of your server is ${formatSpan(offMs)} off, and the time in a signature may be 5 minutes off.`,
    fix: 'Let the server set its clock from a time server (NTP).',
  }
}

async function explainOtherAnswer(context: CheckContext<'handlerUrl'>, answer: ProbeResult) {
  if (problemOf(answer)?.code !== 'not_configured') return explainAnswer(answer, context.options.handlerUrl)
  if ((await readHealth(context))?.webhooks !== 'not_configured') {
    return {
      why: 'Something parsed the body before the handler could read it. Signatures are made over the bytes as they came.',
      fix: 'Mount the handler in front of anything that parses bodies, such as express.json().',
    }
  }
  // While it is developed, a server says itself whether the secret is missing or is none.
  const [fault] = setupProblemsOf(answer)
  return {
    why: `${fault?.what ?? 'There is no webhookSecret that can be used.'} Your server refuses every webhook with 503, so that Svix sends it again.`,
    fix:
      fault?.fix ??
      'Copy the signing secret (whsec_…) of the endpoint from the Svix portal, and pass createNectarConnect({ webhookSecret: process.env.NECTAR_WEBHOOK_SECRET, … }).',
  }
}
