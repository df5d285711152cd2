import type { SessionEnvironment } from '../session/environment.ts'
import { copyText } from './copy-text.ts'
import { createShareKeepsake, digestOf, type ShareKeepsake } from './share-keepsake.ts'

/** The world around the asking of a colleague, so that tests can replace it. */
export interface ShareEnvironment extends Pick<SessionEnvironment, 'client' | 'clock' | 'createId'> {
  stored: ShareKeepsake
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
  const stored = createShareKeepsake(() => sessionStorage, client)
  return { client, clock, createId, stored, digest: digestOf, copyText }
}
