'use client'

export type { InPageSandbox } from './page/page-of-sandbox.ts'
export { InPageSandboxProvider, type SandboxPageProviderProps } from './page/sandbox-page-provider.tsx'
