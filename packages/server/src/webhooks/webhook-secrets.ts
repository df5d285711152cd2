import { Webhook } from 'standardwebhooks'

/** Signs as Svix does, with each of the secrets that can be used. */
export interface WebhookSecrets {
  all: readonly Webhook[]
  /** What is wrong with the others, with the fix. */
  faults: readonly string[]
}

export function readWebhookSecrets(secrets: readonly string[]): WebhookSecrets {
  const all: Webhook[] = []
  const faults: string[] = []
  for (const secret of secrets) {
    try {
      all.push(new Webhook(secret))
    } catch {
      // Not as a cause: it may quote the secret.
      faults.push(
        '"webhookSecret" is no signing secret. Copy the whole of it (whsec_…) from the endpoint in the Svix portal.',
      )
    }
  }
  return { all, faults }
}
