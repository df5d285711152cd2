import { createContext } from 'react'

/** What the embed needs of a sandbox in its own page: `createSandboxPage` of `@nectar-connect/sandbox/page` makes one. */
export interface InPageSandbox {
  fetch: typeof fetch
  showPage(frame: HTMLIFrameElement, url: string, onShown: () => void): () => void
  followTabLinks(root: Document): () => void
}

export const PageOfSandboxContext = createContext<InPageSandbox | null>(null)
