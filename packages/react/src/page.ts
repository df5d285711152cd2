'use client'

export type { PageOfSandbox } from './page/page-of-sandbox.ts'
export { SandboxPageProvider, type SandboxPageProviderProps } from './page/sandbox-page-provider.tsx'
