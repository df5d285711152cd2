export type { SandboxControl } from './control/sandbox-control.ts'
export type { SeedCompany, SeedConnection, SeededCompany, SeedSite } from './control/seed-schema.ts'
export { SandboxError, type SandboxErrorCode } from './errors.ts'
export {
  createInPageSandbox,
  type InPageSandbox,
  type InPageSandboxOptions,
  type InPageServer,
  type InPageServerOptions,
} from './in-page/create-in-page-sandbox.ts'
export type { Sandbox } from './sandbox.ts'
