import type { SessionEnvironment } from '../session/environment.ts'
import { copyText } from './copy-text.ts'
import { createShareStorage, digestOf, type ShareStorage } from './share-storage.ts'

/** The world around the asking of a colleague, so that tests can replace it. */
export interface ShareEnvironment extends Pick<SessionEnvironment, 'client' | 'clock' | 'createId'> {
  stored: ShareStorage
  /** Null where nothing can be digested. */
  digest: (text: string) => Promise<string | null>
  /** Resolves once the clipboard has it. */
  copyText: (text: Promise<string>) => Promise<void>
}

export function browserShareEnvironment({
  client,
  clock,
  createId,
}: Pick<SessionEnvironment, 'client' | 'clock' | 'createId'>): ShareEnvironment {
  const stored = createShareStorage(() => sessionStorage, client)
  return { client, clock, createId, stored, digest: digestOf, copyText }
}
