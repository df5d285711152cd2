import { createContext } from 'react'

/** What the embed needs of a sandbox in its own page: `createInPageSandbox` of `@nectar-connect/sandbox/page` makes one. */
export interface InPageSandboxLike {
  fetch: typeof fetch
  showPage(frame: HTMLIFrameElement, url: string, onShown: () => void): () => void
  followTabLinks(root: Document): () => void
}

export const InPageSandboxContext = createContext<InPageSandboxLike | null>(null)
