export {
  createSandboxClient,
  type SandboxClient,
  type SandboxClientOptions,
} from './control/create-sandbox-client.ts'
export { SCENARIOS, type ScenarioName } from './control/scenarios.ts'
export type {
  InvitationOverrides,
  ReceivedMail,
  ResetOptions,
  SandboxControl,
  SandboxMail,
  SandboxSnapshot,
  SandboxStats,
  SeedCompany,
  SeedConnection,
  SeededCompany,
  SeedSite,
  SubmittedDetails,
} from './control/types.ts'
export { PROVIDERS, type Provider, SANDBOX_PROVIDER } from './core/catalog.ts'
export type { ClockState } from './core/sandbox-time.ts'
export type { ActiveFault, ApiFault, FaultScope, HostedFault, SandboxFault } from './faults/types.ts'
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
export type { SavedSandbox } from './save/saved-sandbox.ts'
export type {
  DeliveryAttempt,
  DeliveryState,
  PayloadFormat,
  WebhookControl,
  WebhookDelivery,
  WebhookState,
  WebhookTarget,
} from './webhooks/types.ts'
