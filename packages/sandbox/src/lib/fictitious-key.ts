import { SandboxError } from './errors.ts'

const FICTITIOUS = 'nectar-sandbox-'

/** Whether a key is one of this emulator's: nobody can do anything with it elsewhere. */
export function isFictitiousKey(key: string): boolean {
  return key.startsWith(FICTITIOUS)
}

/** What is said of a key that may be a real one. The key itself is not repeated. */
export function realKeyError(): SandboxError {
  return new SandboxError(
    'real_key',
    `This API key may be a real one, and whatever a page loads, everybody who opens it can read. In a page use a key that begins with ${FICTITIOUS}, and if this one was published, make a new one at Nectar.`,
  )
}
