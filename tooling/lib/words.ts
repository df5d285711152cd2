import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'
import { tool } from './tool.ts'

/** One meaning for a word: what is not said any more, and what is said instead. */
interface Word {
  old: string
  say: string
}

const WORDS: readonly Word[] = [
  { old: 'keepsakes?', say: 'what it is: a stored session, for example' },
  { old: 'judge[sd]?|judging', say: 'check or validate' },
  { old: 'withdraw(s|n|ing)?|withdrew', say: 'revoke' },
  { old: '(tak(e|es|ing|en)|took) (it |them |the invitation )?back', say: 'revoke' },
  { old: 'wish(es|ed)?', say: 'request' },
  { old: 'funnels?', say: 'analytics' },
  { old: 'handed off|handed to a tab', say: 'opened in a tab' },
  { old: 'mint(s|ed|ing)?', say: 'create' },
  { old: 'tickets?', say: 'created invitation' },
  { old: 'addressees?', say: 'recipient' },
  { old: 'strangers?', say: 'who it is: an unexpected responder, for example' },
  { old: 'complain(s|ed|ing|ts?)?', say: 'error, warning or problem' },
  { old: 'forg(ive|ives|ave|iven)', say: 'clear' },
  { old: 'callers?', say: 'user' },
  { old: 'control rooms?', say: 'console' },
  { old: 'attempt ids?', say: 'idempotency key' },
  { old: 'look(s|ed|ing)? after', say: 'what is done: watch, check or revoke' },
  { old: '(?<!on |for a particular )purposes?', say: 'intent' },
  // In names of functions only. Sentences may tell.
  { old: 'tell(?=[A-Z(])', say: 'call, notify, send, show or report' },
]

const LEFT_ALONE =
  /^(docs\/(decisions\/|api\/|upgrading\.md)|\.changeset\/|packages\/react\/src\/locales\/|tooling\/lib\/words\.|.*(LICENSE$|-license\.txt$|pnpm-lock\.yaml$))/

/** @returns a line for each word that is not said any more, in what a file is called or says */
export function findWords(file: string, text: string): string[] {
  return [file, ...text.split('\n')].flatMap((line, number) => {
    const names = `${line} ${splitNames(line)}`
    return WORDS.flatMap(({ old, say }) => {
      const found = new RegExp(`(?<![a-z])(${old})(?![a-z])`).exec(names)
      return found ? [`${file}:${number}: "${found[0]}". Say: ${say}.`] : []
    })
  })
}

/** The same in every file that git knows. */
export async function findAllWords(): Promise<string[]> {
  const { stdout } = await tool('git', ['grep', '--cached', '-lIz', ''])
  return stdout
    .split('\0')
    .filter((file) => file !== '' && !LEFT_ALONE.test(file))
    .flatMap((file) => findWords(file, readFileSync(path.join(ROOT, file), 'utf8')))
}

/** The words of `camelCase`, `snake_case` and `kebab-case`, in lower case. */
function splitNames(line: string): string {
  return line
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase()
}
