export type { SandboxControl } from './control/sandbox-control.ts'
export { createSandboxClient, type SandboxClientOptions } from './control/sandbox-control.ts'
export { SCENARIOS, type ScenarioName } from './control/scenarios.ts'
export type { SeedCompany, SeedConnection, SeededCompany, SeedSite } from './control/seed-schema.ts'
export type {
  MailSummary,
  SandboxMail,
  SandboxReference,
  SandboxSnapshot,
  SandboxStats,
} from './control/snapshot.ts'
export { SandboxError, type SandboxErrorCode } from './errors.ts'
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
export type { PayloadFormat, Scheduler, WebhookTarget } from './options.ts'
export { DEFAULT_API_KEY, DEFAULT_PORT, type SandboxOptions } from './options.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
export { PROVIDERS, type Provider, SANDBOX_PROVIDER } from './state/providers.ts'
export type { ClockState } from './state/time.ts'
export type {
  DeliveryAttempt,
  DeliveryState,
  WebhookDelivery,
  WebhookState,
} from './webhooks/webhook-types.ts'
