export type {
  SandboxControl,
  SandboxSnapshot,
  SandboxStats,
  SeedCompany,
  SeedConnection,
  SeededCompany,
  SeedSite,
} from './control/types.ts'
export { PROVIDERS, type Provider, SANDBOX_PROVIDER } from './core/catalogue.ts'
export type { Scheduler } from './core/timers.ts'
export { SandboxError, type SandboxErrorCode } from './errors.ts'
export { SANDBOX_PASSWORD, SANDBOX_SLOW_USERNAME, SANDBOX_USERNAME } from './hosted/credentials.ts'
export { DEFAULT_API_KEY, DEFAULT_PORT, type SandboxOptions, type WebhookTarget } from './options.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
