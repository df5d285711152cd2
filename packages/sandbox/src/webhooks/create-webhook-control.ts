import { SandboxError } from '../lib/errors.ts'
import { assertDelay, assertSecret, assertSpan, assertWebhook } from '../lib/options.ts'
import type { WebhookControl } from './types.ts'
import type { WebhookSender } from './webhook-sender.ts'

const DAY_MS = 86_400_000

/** The control's part that steers webhooks. */
export function createWebhookControl(sender: WebhookSender): WebhookControl {
  const { endpoint } = sender

  function requireEndpoint(): void {
    if (endpoint.target() === null) {
      throw new SandboxError('not_found', 'The sandbox has no webhook endpoint. Give it one with setWebhook.')
    }
  }

  return {
    setWebhook(target) {
      if (target !== null) assertWebhook(target)
      endpoint.set(target)
    },
    webhook: () => endpoint.read(),
    setWebhookEnabled(isEnabled) {
      requireEndpoint()
      endpoint.setEnabled(isEnabled)
    },
    rotateWebhookSecret(secret, { overlapMs = DAY_MS } = {}) {
      requireEndpoint()
      assertSecret('secret', secret)
      assertDelay('overlapMs', overlapMs)
      assertSpan('overlapMs', overlapMs)
      endpoint.rotate(secret, overlapMs)
    },
    deliveries: () => sender.list(),
    holdWebhooks: () => sender.hold(),
    releaseWebhooks: () => sender.release(),
    async sendWebhooks(ids, { inParallel = false } = {}) {
      const unknown = ids.find((id) => !sender.has(id))
      if (unknown !== undefined) {
        throw new SandboxError(
          'not_found',
          `The sandbox has no webhook ${unknown}. See deliveries for those there are.`,
        )
      }
      if (endpoint.open() === null) {
        throw new SandboxError('invalid', 'There is no enabled webhook endpoint to send to. See setWebhook.')
      }
      if (inParallel) await Promise.all(ids.map((id) => sender.resend(id)))
      else for (const id of ids) await sender.resend(id)
    },
    sendCustomWebhook(type, data) {
      if (type.trim() === '') {
        throw new SandboxError('invalid', 'The type is empty. Give one such as document.created.v2.')
      }
      return sender.send(type, data, null)
    },
  }
}
