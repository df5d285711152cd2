'use client'

export type { InPageSandboxLike } from './page/in-page-sandbox-provider.tsx'
export { InPageSandboxProvider, type InPageSandboxProviderProps } from './page/in-page-sandbox-provider.tsx'
