import * as z from 'zod/mini'
import { SandboxError } from '../errors.ts'
import { duration, webhookSecret, webhookTarget } from '../options.ts'
import type { WebhookEndpoint } from '../webhooks/webhook-endpoint.ts'
import { action, type ControlParts, call, read } from './define-call.ts'

const DAY_MS = 86_400_000

/** The calls that steer webhooks. */
export const WEBHOOK_CALLS = {
  /**
   * Where signed webhooks go from now on, repeats of earlier ones included; null: nowhere. The endpoint is enabled
   * then. A reset leaves it.
   */
  setWebhook: call(z.strictObject({ target: z.nullable(webhookTarget) }), ({ webhooks }, { target }) =>
    webhooks.endpoint.set(target),
  ),
  /** The endpoint; null: there is none. */
  webhook: read(({ webhooks }) => webhooks.endpoint.read()),
  /** Disables the endpoint as Svix does after days of failures, or enables it. @throws SandboxError `not_found` without one */
  setWebhookEnabled: call(z.strictObject({ isEnabled: z.boolean() }), (parts, { isEnabled }) =>
    endpointOf(parts).setEnabled(isEnabled),
  ),
  /**
   * Gives the endpoint a new secret. The earlier one goes on signing as well for `overlapMs` milliseconds, so that two
   * signatures stand in the header. Default: a day, as at Svix.
   *
   * @throws SandboxError `not_found` without an endpoint
   */
  rotateWebhookSecret: call(
    z.strictObject({ secret: webhookSecret, overlapMs: z.optional(duration) }),
    (parts, { secret, overlapMs = DAY_MS }) => endpointOf(parts).rotate(secret, overlapMs),
  ),
  /** The latest thousand events, oldest first. */
  deliveries: read(({ webhooks }) => webhooks.list()),
  /** Keeps events back from now on, until `releaseWebhooks`. Repeats of earlier ones go on. */
  holdWebhooks: action(({ webhooks }) => webhooks.hold()),
  /** Sends what is held, in the order in which it was made, each after the one before was answered. */
  releaseWebhooks: action(({ webhooks }) => webhooks.release()),
  /**
   * Sends the events with these ids now, in this order, whatever became of them: replay, duplicates (an id twice) and any
   * order. Each has its own timestamp and signature. Settles when all were answered, or timed out after 15 seconds each.
   * With `inParallel`, none waits for the answer to the one before.
   *
   * @throws SandboxError `not_found` for an id that is not in the log; `invalid` without an enabled endpoint
   */
  sendWebhooks: call(
    z.strictObject({ ids: z.array(z.string()), inParallel: z.optional(z.boolean()) }),
    async ({ webhooks }, { ids, inParallel = false }) => {
      const unknown = ids.find((id) => !webhooks.has(id))
      if (unknown !== undefined) {
        const message = `The sandbox has no webhook ${unknown}. See deliveries for those there are.`
        throw new SandboxError('not_found', message)
      }
      if (webhooks.endpoint.open() === null) {
        throw new SandboxError('invalid', 'There is no enabled webhook endpoint to send to. See setWebhook.')
      }
      if (inParallel) await Promise.all(ids.map((id) => webhooks.resend(id)))
      else for (const id of ids) await webhooks.resend(id)
    },
  ),
  /** Makes an event of any type, known or not, such as `document.created.v2`. @returns its id */
  sendCustomWebhook: call(
    z.strictObject({
      type: z
        .string()
        .check(z.refine((text) => text.trim() !== '', 'is empty. Give one such as document.created.v2')),
      data: z.record(z.string(), z.unknown()),
    }),
    ({ webhooks }, { type, data }) => webhooks.send(type, data, null),
  ),
}

function endpointOf({ webhooks }: ControlParts): WebhookEndpoint {
  const { endpoint } = webhooks
  if (endpoint.target() !== null) return endpoint
  throw new SandboxError('not_found', 'The sandbox has no webhook endpoint. Give it one with setWebhook.')
}
