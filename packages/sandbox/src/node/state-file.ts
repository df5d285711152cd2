import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SandboxError } from '../lib/errors.ts'

/** From a change to the file, in milliseconds: many changes at once are one write. */
const WRITE_DELAY_MS = 250

/** Keeps what a sandbox holds in a file. */
export interface StateFile {
  /** What it holds; null while there is no such file. @throws SandboxError `bad_state` */
  read(): Promise<unknown>
  /** Something may have changed. */
  touch(): void
  /** Writes now, after what is being written. @throws SandboxError `bad_state` when it cannot */
  write(): Promise<void>
}

/**
 * @param save what is to be written
 * @param onError called when the file cannot be written any more
 */
export function createStateFile(
  file: string,
  save: () => unknown,
  onError: (error: SandboxError) => void,
): StateFile {
  let timer: NodeJS.Timeout | null = null
  let last: string | null = null
  let writing = Promise.resolve()

  /** Beside the file first, then in its place: whoever reads it finds the old one or the new one, and nothing between. */
  async function put(): Promise<void> {
    const text = JSON.stringify(save())
    if (text === last) return
    const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
    try {
      // Links of invitations and the secret of webhooks are in it.
      await writeFile(beside, `${text}\n`, { mode: 0o600 })
      await rename(beside, file)
      last = text
    } catch (cause) {
      await rm(beside, { force: true }).catch(() => {})
      throw new SandboxError('bad_state', `The state cannot be written to ${file} (${codeOf(cause)}).`, {
        cause,
      })
    }
  }

  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const written = writing.then(put)
    writing = written.catch(() => {})
    return written
  }

  return {
    async read() {
      const text = await readFile(file, 'utf8').catch((cause) => {
        if (codeOf(cause) === 'ENOENT') return null
        throw new SandboxError('bad_state', `The state cannot be read from ${file} (${codeOf(cause)}).`, {
          cause,
        })
      })
      try {
        return text === null ? null : JSON.parse(text)
      } catch (cause) {
        const message = `${file} is damaged: it is no JSON. Mend it, or move it away to begin anew.`
        throw new SandboxError('bad_state', message, { cause })
      }
    },
    touch() {
      timer ??= setTimeout(() => void write().catch(onError), WRITE_DELAY_MS).unref()
    },
    write,
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
}
