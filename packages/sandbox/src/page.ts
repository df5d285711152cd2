export type { SandboxControl } from './control/calls.ts'
export type { SeedCompany, SeedConnection, SeededCompany, SeedSite } from './control/seed-schema.ts'
export { SandboxError, type SandboxErrorCode } from './lib/errors.ts'
export {
  createInPageSandbox,
  type InPageSandbox,
  type InPageSandboxOptions,
  type InPageServer,
  type InPageServerOptions,
} from './page/create-in-page-sandbox.ts'
export type { Sandbox } from './sandbox/create-sandbox.ts'
