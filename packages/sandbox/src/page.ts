export type { SandboxControl, SeedCompany, SeedConnection, SeededCompany, SeedSite } from './control/types.ts'
export { SandboxError, type SandboxErrorCode } from './lib/errors.ts'
export {
  createSandboxPage,
  type PageServer,
  type PageServerOptions,
  type SandboxPage,
  type SandboxPageOptions,
} from './page/create-sandbox-page.ts'
export type { Sandbox } from './sandbox/create-sandbox.ts'
