export type { SandboxControl } from './control/calls.ts'
export { createSandboxClient, type SandboxClientOptions } from './control/create-sandbox-client.ts'
export { SCENARIOS, type ScenarioName } from './control/scenarios.ts'
export type { SeedCompany, SeedConnection, SeededCompany, SeedSite } from './control/seed-schema.ts'
export type {
  MailSummary,
  SandboxMail,
  SandboxReference,
  SandboxSnapshot,
  SandboxStats,
} from './control/snapshot.ts'
export { PROVIDERS, type Provider, SANDBOX_PROVIDER } from './core/catalog.ts'
export type { ClockState } from './core/sandbox-time.ts'
export type { ActiveFault, SandboxFault } from './faults/fault-schema.ts'
export {
  type Challenge,
  SANDBOX_ANSWER,
  SANDBOX_CODE,
  SANDBOX_PASSWORD,
  SANDBOX_SIGN_INS,
  SANDBOX_SLOW_USERNAME,
  SANDBOX_USERNAME,
  type SandboxSignIn,
} from './hosted/sign-ins.ts'
export { SandboxError, type SandboxErrorCode } from './lib/errors.ts'
export { DEFAULT_API_KEY, DEFAULT_PORT, type SandboxOptions } from './lib/options.ts'
export type { Scheduler } from './lib/scheduler.ts'
export { createSandbox, type Sandbox } from './sandbox/create-sandbox.ts'
export type {
  DeliveryAttempt,
  DeliveryState,
  WebhookDelivery,
  WebhookState,
} from './webhooks/types.ts'
export type { PayloadFormat, WebhookTarget } from './webhooks/webhook-schema.ts'
